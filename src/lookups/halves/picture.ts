import type { ReportSection } from '../../model/lookup.js';
import { articlesOf } from '../events/articles.js';
import { currentFailures } from '../events/happening.js';
import { timelineOf } from '../events/timeline.js';
import { readLogs, type Window, windowOf } from '../events/window.js';
import type { Answer, Inquiry } from '../inquiry.js';
import type { LookupFindings } from '../lookup.js';
import { knownNames } from '../person/known-names.js';
import type { PersonName } from '../person/name.js';
import { fullName, type OktaPerson } from '../person/resolve.js';
import { nobodyNote, overall } from '../wording/overall.js';
import { partSection } from '../wording/sections.js';
import { clipped } from '../wording/time.js';
import { type Part, partOf } from '../wording/unread.js';
import type { AccessHalf } from './access.js';
import { accessSection } from './access-section.js';
import { eventFindings } from './event-findings.js';
import { failuresSection } from './failures-section.js';
import { ranks } from './finding.js';
import { legsOf } from './legs.js';
import { findLoop } from './loop.js';
import { findCombinedMethods } from './methods.js';
import type { OktaHalf } from './okta.js';
import { oktaSection, workspaceOneApps } from './okta-section.js';
import { happeningsOf } from './person-events.js';
import type { UemHalf } from './uem.js';
import { uemSection } from './uem-section.js';

/** What was read of a person, in all systems. */
export interface PersonRead {
  readonly name: PersonName;
  readonly found: Answer<OktaPerson>;
  readonly okta: OktaHalf;
  readonly access: AccessHalf;
  readonly uem: UemHalf;
  readonly window: Window;
  readonly days: number;
}

/** Makes the whole picture: each half, the last failures, one timeline, and what is at the root of it. */
export function pictureOf(inquiry: Inquiry, read: PersonRead): LookupFindings {
  const { name, found, okta, access, uem, window, days } = read;
  const { user } = okta;
  const who = user === undefined ? clipped(name.text, 80) : fullName(user);
  const users = access.people?.isRead ? access.people.value.users : [];
  const owner = uem.owner?.isRead ? uem.owner.value : undefined;
  const appUserName = appUserNameIn(okta, inquiry.settings.app);
  const names = knownNames(name, user, users, [appUserName, ...(owner?.userNames ?? [])]);
  const happened = happeningsOf(okta, access, names);

  const oktaPart = oktaSection(inquiry, okta);
  const accessPart = accessSection(inquiry, access, { who, user, appUserName });
  const uemPart = uemSection(inquiry, uem, who);
  const articleOf = articlesOf(inquiry.understand, {
    isManaged: (owner?.devices ?? []).some(({ enrollmentStatus }) => /^enrolled$/i.test(enrollmentStatus ?? '')),
    issuerArticleId: oktaPart.findings.find(({ rank }) => rank === ranks.issuer)?.articleId,
  });
  const loop = okta.events?.isRead ? findLoop(who, happened.okta, happened.access.own, access.sources) : undefined;
  const failing = currentFailures(happened.own);
  const methods = findCombinedMethods(inquiry, who, failing, happened.access.own);
  const findings = [
    ...oktaPart.findings,
    ...accessPart.findings,
    ...uemPart.findings,
    ...(loop === undefined ? [] : [loop]),
    ...(methods === undefined ? [] : [methods]),
    ...eventFindings(who, failing, happened.nameless, articleOf, inquiry.causeOf),
  ].sort((a, b) => a.rank - b.rank);
  const [top] = findings;
  const isNobodyInOkta = found.isRead && found.value.kind === 'nobody';
  const isElsewhere = users.length > 0 || (owner?.userNames ?? []).length > 0;
  const isNobody = isNobodyInOkta && !isElsewhere;
  const legs = legsOf({
    okta: okta.events?.isRead ? happened.okta : undefined,
    access: happened.access.own,
    nameless: happened.access.nameless,
  });
  const { entries, shown, left } = timelineOf(happened.all, articleOf);

  const sections: ReportSection[] = [
    partSection('Okta', 'okta', found.isRead ? undefined : found.problem.message, [
      ...oktaPart.lines,
      ...nobodyNote(isNobodyInOkta, name.text, 'Okta'),
    ]),
    partSection('Workspace ONE Access', 'access', whyUnread(access.people, name), accessPart.lines),
    partSection('Workspace ONE UEM', 'uem', whyUnread(uem.owner, name), uemPart.lines),
    ...failuresSection(inquiry, { okta, access, happened, articleOf, shown }),
  ];
  return {
    ...overall({
      inquiry,
      who,
      findings,
      isNobody,
      isKnown: access.people === undefined && uem.owner === undefined ? undefined : user !== undefined || isElsewhere,
      asked: name.text,
      own: happened.own,
      days,
      parts: partsOf(read),
    }),
    subject: user === undefined ? who : `${who} (${user.profile.login})`,
    isFinding: top !== undefined || isNobody,
    ...(top?.articleId === undefined ? {} : { articleId: top.articleId }),
    sections,
    timeline: entries,
    ...(legs === undefined ? {} : { legs }),
    ...windowOf(window, readLogs(okta.events, access.audit), happened.more, left),
  };
}

/** All that was asked for, as it is called in a sentence about what could not be read. */
function partsOf({ found, okta, access, uem }: PersonRead): Part[] {
  return [
    ...partOf('okta', 'account', found),
    ...partOf('okta', 'log of sign-ins', okta.events),
    ...partOf('okta', 'blocks', okta.details?.blocks),
    ...partOf('okta', 'factors', okta.details?.factors),
    ...partOf('okta', 'assigned apps', okta.details?.apps),
    ...partOf('okta', 'identity providers', okta.identityProviders),
    ...partOf('access', 'accounts', access.people),
    ...partOf('access', 'audit events', access.audit),
    ...partOf('access', 'application sources', access.sources),
    ...partOf('uem', 'accounts and devices', uem.owner),
    ...partOf('uem', 'device profiles', uem.sso),
  ];
}

/** What Okta sends to Workspace ONE as the person's name. */
function appUserNameIn({ details }: OktaHalf, label: string): string | undefined {
  if (details?.apps.isRead !== true) return undefined;
  const [app] = workspaceOneApps(details.apps.value.items, label);
  return app?.appUser?.credentials?.userName ?? undefined;
}

/** Why a half has no lines. */
function whyUnread<T>(answer: Answer<T> | undefined, { text }: PersonName): string | undefined {
  if (answer === undefined) return `There is no name to look for: Okta does not say whose id ${text} is.`;
  return answer.isRead ? undefined : answer.problem.message;
}
