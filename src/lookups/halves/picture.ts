import type { ReportSection } from '../../model/lookup.js';
import { articlesOf } from '../events/articles.js';
import { currentFailures } from '../events/happening.js';
import { timelineOf } from '../events/timeline.js';
import type { Window } from '../events/window.js';
import type { Answer, Inquiry } from '../inquiry.js';
import type { LookupFindings } from '../lookup.js';
import { knownNames } from '../person/known-names.js';
import type { PersonName } from '../person/name.js';
import { fullName, type OktaPerson } from '../person/resolve.js';
import { nobodyNote, overall } from '../wording/overall.js';
import { partSection, section } from '../wording/sections.js';
import { clipped } from '../wording/time.js';
import type { AccessHalf } from './access.js';
import { accessSection } from './access-section.js';
import { eventFindings, failureLines } from './failures-section.js';
import { ranks } from './finding.js';
import { findLoop } from './loop.js';
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
  const findings = [
    ...oktaPart.findings,
    ...accessPart.findings,
    ...uemPart.findings,
    ...(loop === undefined ? [] : [loop]),
    ...eventFindings(who, currentFailures(happened.own), happened.nameless, articleOf),
  ].sort((a, b) => a.rank - b.rank);
  const [top] = findings;
  const isNobodyInOkta = found.isRead && found.value.kind === 'nobody';
  const isNobody = isNobodyInOkta && users.length === 0 && (owner?.userNames ?? []).length === 0;
  const { entries, left } = timelineOf(happened.all, articleOf);

  const sections: ReportSection[] = [
    partSection('Okta', 'okta', found.isRead ? undefined : found.problem.message, [
      ...oktaPart.lines,
      ...nobodyNote(isNobodyInOkta, name.text, 'Okta'),
    ]),
    partSection('Workspace ONE Access', 'access', whyUnread(access.people, name), accessPart.lines),
    partSection('Workspace ONE UEM', 'uem', whyUnread(uem.owner, name), uemPart.lines),
    section('Last failures', failureLines(inquiry, { okta, access, happened, articleOf }), {
      ...(happened.more ? { more: 'There are more events in this window than were read: see the consoles.' } : {}),
    }),
    ...(left === 0 ? [] : [section('Timeline', [], { more: `${left} events in its middle are left out.` })]),
  ];
  return {
    ...overall({ inquiry, who, findings, isNobody, asked: name.text, own: happened.own, days }),
    subject: user === undefined ? who : `${who} (${user.profile.login})`,
    isFinding: top !== undefined || isNobody,
    ...(top?.articleId === undefined ? {} : { articleId: top.articleId }),
    sections,
    timeline: entries,
    window: { from: window.from.toISOString(), to: window.to.toISOString(), more: happened.more },
  };
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
