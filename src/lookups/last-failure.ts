import type { AuditEvents } from '../connectors/access/index.js';
import type { ReportLine, ReportSection } from '../model/lookup.js';
import type { Product } from '../model/system.js';
import { type AccessHappenings, accessHappenings } from './events/access-events.js';
import { type ArticleOf, articlesOf } from './events/articles.js';
import type { Happening } from './events/happening.js';
import { nearbyNameless } from './events/nameless.js';
import { oktaHappenings } from './events/okta-events.js';
import type { OktaEvents } from './events/read-okta.js';
import { auditPage, lastDays, lastFailureDays, readLogs, windowOf } from './events/window.js';
import { failureLine, unreadableRows } from './halves/failures-section.js';
import { wrongIssuer } from './halves/identity-provider.js';
import { usesMobileSso } from './halves/methods.js';
import { readOktaFailures } from './halves/okta-failures.js';
import { lastOf, reasonOf } from './halves/reason.js';
import type { Answer, Inquiry } from './inquiry.js';
import { accessRole, type Lookup, type LookupFindings, type LookupParams } from './lookup.js';
import { findInAccess, oktaUserOf } from './person/access-user.js';
import { accessChoices, severalFindings } from './person/choices.js';
import { knownNames } from './person/known-names.js';
import { readName } from './person/name.js';
import { fullName, type OktaPerson, resolveInOkta } from './person/resolve.js';
import { lastFailureLine } from './wording/last-failure.js';
import { line } from './wording/lines.js';
import { partSection } from './wording/sections.js';
import { clipped, moment } from './wording/time.js';
import { partOf } from './wording/unread.js';

const mostShown = 8;
const mostNameless = 3;

/** A person's last failed events on both sides, each once, and the articles that mend them. */
export const lastFailure = {
  id: 'last-failure',
  title: 'A person’s last failed events in Okta and Workspace ONE Access',
  needs: { okta: ['okta.users.read', 'okta.logs.read', 'okta.idps.read'], access: [accessRole] },
  run: runLastFailure,
} satisfies Lookup;

async function runLastFailure(inquiry: Inquiry, { who: asked = '' }: LookupParams): Promise<LookupFindings> {
  const name = readName(asked);
  const window = lastDays(lastFailureDays, inquiry.now());
  const { from, to } = window;
  const person = resolveInOkta(inquiry, name);
  const halves = Promise.all([
    readOktaFailures(inquiry, name, person, window),
    findInAccess(inquiry, name, person),
    inquiry.ask('access', (access) => access.auditEvents({ from, to, pageSize: auditPage, pages: 2 })),
  ]);
  const found = await person;
  if (found.isRead && found.value.kind === 'several') {
    halves.catch(() => undefined);
    return severalFindings(name, found.value.choices);
  }
  const [{ events, identityProviders }, people, audit] = await halves;
  const user = oktaUserOf(found);
  const users = people?.isRead ? people.value.users : [];
  const choices = user === undefined ? accessChoices(users) : [];
  if (choices.length > 1) return severalFindings(name, choices);

  const who = user === undefined ? clipped(name.text, 80) : fullName(user);
  const names = knownNames(name, user, users);
  const fromOkta = events?.isRead ? oktaHappenings(events.value.events, user?.id, names) : [];
  const fromAccess = audit.isRead ? accessHappenings(audit.value.items, users, names) : { own: [], nameless: [] };
  const own = [...fromOkta, ...fromAccess.own].filter(({ failed }) => failed).sort((a, b) => b.at - a.at);
  const issuer = identityProviders?.isRead
    ? wrongIssuer(identityProviders.value.items, inquiry.settings.identityProvider)
    : undefined;
  const articleOf = articlesOf(inquiry.understand, {
    isManaged: fromAccess.own.some(usesMobileSso),
    issuerArticleId: issuer?.articleId,
  });
  const failure = lastOf(own, articleOf);
  const reason = failure && reasonOf(inquiry, failure, { who, access: fromAccess.own, issuer, articleOf });
  const parts = [
    ...partOf('okta', 'account', found),
    ...partOf('okta', 'log of sign-ins', events),
    ...partOf('okta', 'identity providers', identityProviders),
    ...partOf('access', 'accounts', people),
    ...partOf('access', 'audit events', audit),
  ];
  const logs = readLogs(events, audit);
  return {
    isFinding: own.length > 0,
    ...lastFailureLine(inquiry, { who, failure, reason, nameless: fromAccess.nameless, parts, logs }),
    subject: user === undefined ? who : `${who} (${user.profile.login})`,
    ...(reason?.articleId === undefined ? {} : { articleId: reason.articleId }),
    sections: [
      oktaSection(inquiry, found, events, own, articleOf),
      accessSection(inquiry, audit, own, fromAccess, articleOf),
    ],
    ...windowOf(window, logs, (events?.isRead === true && events.value.more) || (audit.isRead && audit.value.more)),
  };
}

function oktaSection(
  inquiry: Inquiry,
  found: Answer<OktaPerson>,
  okta: Answer<OktaEvents> | undefined,
  own: readonly Happening[],
  articleOf: ArticleOf,
): ReportSection {
  const problem = !found.isRead ? found.problem : okta?.isRead === false ? okta.problem : undefined;
  const isNobody = found.isRead && found.value.kind === 'nobody';
  if (problem !== undefined) return partSection('Okta', 'okta', problem.message, []);
  const lines = [
    ...(isNobody ? [line('note', 'Account', 'Okta has no user of that name; these are tries under it')] : []),
    ...failures(inquiry, 'okta', own, articleOf),
  ];
  const part = partSection('Okta', 'okta', undefined, lines);
  return okta?.isRead && okta.value.more
    ? { ...part, more: 'There are more failed events in Okta’s System Log.' }
    : part;
}

function accessSection(
  inquiry: Inquiry,
  audit: Answer<AuditEvents>,
  own: readonly Happening[],
  { nameless }: AccessHappenings,
  articleOf: ArticleOf,
): ReportSection {
  if (!audit.isRead) return partSection('Workspace ONE Access', 'access', audit.problem.message, []);
  const near = new Set(nearbyNameless(own, nameless));
  const failed = nameless
    .filter((one) => one.failed)
    .sort((a, b) => Number(near.has(b)) - Number(near.has(a)) || b.at - a.at);
  const lines: ReportLine[] = [
    ...failures(inquiry, 'access', own, articleOf),
    ...failed
      .slice(0, mostNameless)
      .map((one) => line('note', `${moment(one.at)}, naming nobody`, one.text, articleOf(one))),
    ...(failed.length > mostNameless
      ? [line('note', 'Naming nobody', `${failed.length - mostNameless} more, which may be anyone’s`)]
      : []),
    ...unreadableRows(audit.value),
  ];
  const part = partSection('Workspace ONE Access', 'access', undefined, lines);
  return audit.value.more ? { ...part, more: 'There are more audit events in this window than the API gives.' } : part;
}

function failures(inquiry: Inquiry, system: Product, all: readonly Happening[], articleOf: ArticleOf): ReportLine[] {
  const own = all.filter((one) => one.system === system);
  if (own.length === 0) {
    inquiry.found(system, 'Failed events that name the person', 'none');
    return [line('good', 'Failed events', 'none that name the person')];
  }
  const lines = own.slice(0, mostShown).map((happening) => failureLine(inquiry, happening, articleOf));
  return own.length <= mostShown ? lines : [...lines, line('note', 'Earlier', `${own.length - mostShown} more`)];
}
