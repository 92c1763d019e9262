import type { AuditEvents } from '../connectors/access/index.js';
import type { OktaUser } from '../connectors/okta/index.js';
import type { ReportLine, ReportSection } from '../model/lookup.js';
import { type Product, productNames } from '../model/system.js';
import { type AccessHappenings, accessHappenings } from './events/access-events.js';
import { type ArticleOf, articlesOf } from './events/articles.js';
import type { Happening } from './events/happening.js';
import { nearbyNameless } from './events/nameless.js';
import { oktaHappenings } from './events/okta-events.js';
import { type OktaEvents, readOktaEvents } from './events/read-okta.js';
import { timelineOf } from './events/timeline.js';
import { auditPage, lastDays, lastFailureDays, type Window } from './events/window.js';
import { failureLine, unreadableRows } from './halves/failures-section.js';
import type { Answer, Inquiry } from './inquiry.js';
import { accessRole, type Lookup, type LookupFindings, type LookupParams } from './lookup.js';
import { findInAccess } from './person/access-user.js';
import { accessChoices, severalFindings } from './person/choices.js';
import { knownNames } from './person/known-names.js';
import { type PersonName, readName } from './person/name.js';
import { fullName, type OktaPerson, resolveInOkta } from './person/resolve.js';
import { line } from './wording/lines.js';
import { partSection } from './wording/sections.js';
import { clipped, counted, moment } from './wording/time.js';

const mostEvents = 50;
const mostShown = 8;
const mostNameless = 3;

/** A person's last failed events on both sides, and the articles that mend them. */
export const lastFailure = {
  id: 'last-failure',
  title: 'A person’s last failed events in Okta and Workspace ONE Access',
  needs: { okta: ['okta.users.read', 'okta.logs.read'], access: [accessRole] },
  run: runLastFailure,
} satisfies Lookup;

async function runLastFailure(inquiry: Inquiry, { who = '' }: LookupParams): Promise<LookupFindings> {
  const name = readName(who);
  const window = lastDays(lastFailureDays, inquiry.now());
  const { from, to } = window;
  const person = resolveInOkta(inquiry, name);
  const halves = Promise.all([
    oktaFailures(inquiry, name, person, window),
    findInAccess(inquiry, name, person),
    inquiry.ask('access', (access) => access.auditEvents({ from, to, pageSize: auditPage, pages: 2 })),
  ]);
  const found = await person;
  if (found.isRead && found.value.kind === 'several') {
    halves.catch(() => undefined);
    return severalFindings(name, found.value.choices);
  }
  const [okta, people, audit] = await halves;
  const user = found.isRead && found.value.kind === 'one' ? found.value.user : undefined;
  const users = people?.isRead ? people.value.users : [];
  const choices = user === undefined ? accessChoices(users) : [];
  if (choices.length > 1) return severalFindings(name, choices);

  const names = knownNames(name, user, users);
  const fromOkta = okta?.isRead ? oktaHappenings(okta.value.events, user?.id, names) : [];
  const fromAccess = audit.isRead ? accessHappenings(audit.value.items, users, names) : { own: [], nameless: [] };
  const own = [...fromOkta, ...fromAccess.own].filter(({ failed }) => failed).sort((a, b) => b.at - a.at);
  const articleOf = articlesOf(inquiry.understand);
  const [last] = own;
  // Events of one request follow each other within a second or so: the one that says most speaks for it.
  const telling =
    last === undefined
      ? undefined
      : (own.filter(({ at }) => last.at - at <= 5_000).find((one) => articleOf(one)) ?? last);
  const more = (okta?.isRead === true && okta.value.more) || (audit.isRead && audit.value.more);
  const nameless = nearbyNameless(own, fromAccess.nameless);
  const cause =
    telling === undefined || articleOf(telling)
      ? undefined
      : own.find((one) => one.kind === telling.kind && articleOf(one));
  const understood = cause ?? telling;
  const articleId = understood === undefined ? undefined : articleOf(understood);
  const subject = user === undefined ? clipped(name.text, 80) : `${fullName(user)} (${user.profile.login})`;
  return {
    isFinding: own.length > 0,
    summary: summaryOf(inquiry, user === undefined ? name.text : fullName(user), { last: telling, cause }, fromAccess),
    subject,
    ...(articleId === undefined ? {} : { articleId }),
    sections: [
      oktaSection(inquiry, found, okta, own, articleOf),
      accessSection(inquiry, audit, own, fromAccess, articleOf),
    ],
    timeline: timelineOf([...own, ...nameless], articleOf).entries,
    window: { from: from.toISOString(), to: to.toISOString(), more },
  };
}

async function oktaFailures(
  inquiry: Inquiry,
  name: PersonName,
  person: Promise<Answer<OktaPerson>>,
  window: Window,
): Promise<Answer<OktaEvents> | undefined> {
  const found = await person;
  if (!found.isRead) return found;
  const user: OktaUser | undefined = found.value.kind === 'one' ? found.value.user : undefined;
  if (found.value.kind === 'several' || (user === undefined && name.isOktaId)) return undefined;
  const names = knownNames(name, user);
  return readOktaEvents(inquiry, { name, user, names, window, failed: true, limit: mostEvents });
}

function summaryOf(
  { problems, hasRead }: Inquiry,
  who: string,
  { last, cause }: { last: Happening | undefined; cause: Happening | undefined },
  { nameless }: AccessHappenings,
): string {
  const unread = problems.filter(({ code }) => code !== 'not-configured').map(({ message }) => ` ${message}`);
  const rest = unread.length === 0 ? '' : ` Not everything could be read:${unread.join('')}`;
  if (!hasRead()) return problems.map(({ message }) => message).join(' ');
  if (last !== undefined) {
    const because = cause === undefined ? '' : ` One like it, at ${moment(cause.at)}, names the cause: ${cause.text}`;
    return `${who}’s last failure: ${moment(last.at)}, ${productNames[last.system]}: ${last.text}.${because}${rest}`;
  }
  const count = nameless.filter(({ failed }) => failed).length;
  const others =
    count === 0 ? '' : ` In Workspace ONE Access ${counted(count, 'failure')} name nobody, and may be theirs.`;
  return `No failed event of ${clipped(who, 80)} in the last ${lastFailureDays} days.${others}${rest}`;
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
  const failed = nameless.filter((one) => one.failed).sort((a, b) => b.at - a.at);
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
