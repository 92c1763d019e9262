import type { LookupReport, ReportSection } from '../model/lookup.js';
import { accessHappenings } from './events/access-events.js';
import { currentFailures, type Happening } from './events/happening.js';
import { nearbyNameless, requestsBefore } from './events/nameless.js';
import { oktaHappenings } from './events/okta-events.js';
import { timelineOf } from './events/timeline.js';
import { articleFor } from './events/understood.js';
import { checkDays, lastDays } from './events/window.js';
import { readAccessHalf } from './halves/access.js';
import { accessSection } from './halves/access-section.js';
import { eventFindings, failureLines } from './halves/failures-section.js';
import { type Finding, ranks } from './halves/finding.js';
import { findLoop } from './halves/loop.js';
import { readOktaHalf } from './halves/okta.js';
import { oktaSection, workspaceOneApps } from './halves/okta-section.js';
import { readUemHalf } from './halves/uem.js';
import { uemSection } from './halves/uem-section.js';
import type { Inquiry } from './inquiry.js';
import { accessRole, type Lookup, type LookupFindings, type LookupParams, uemRight } from './lookup.js';
import { accessChoices, severalFindings } from './person/choices.js';
import { knownNames } from './person/known-names.js';
import { readName } from './person/name.js';
import { fullName, resolveInOkta } from './person/resolve.js';
import { nobodyNote, overall } from './wording/overall.js';
import { partSection, section } from './wording/sections.js';

/** iOS devices whose profiles `check` reads: each costs a call. */
const mostProfiles = 2;

/** Everything about one person in all systems, what is wrong with it, and what happened in which order. */
export const check = {
  id: 'check',
  title: 'What is wrong with a person’s account or sign-in, in all systems',
  about: 'person',
  needs: {
    okta: ['okta.users.read', 'okta.apps.read', 'okta.logs.read', 'okta.idps.read'],
    access: [accessRole],
    uem: [uemRight],
  },
  run: runCheck,
} satisfies Lookup;

async function runCheck(inquiry: Inquiry, { who = '' }: LookupParams): Promise<LookupFindings> {
  const name = readName(who);
  const window = lastDays(checkDays, inquiry.now());
  const person = resolveInOkta(inquiry, name);
  const halves = Promise.all([
    readOktaHalf(inquiry, name, person, window),
    readAccessHalf(inquiry, name, person, window),
    readUemHalf(inquiry, name, person, mostProfiles),
  ]);
  const found = await person;
  if (found.isRead && found.value.kind === 'several') {
    // Nobody waits for the other systems any more, nor for their errors.
    halves.catch(() => undefined);
    return severalFindings(name, found.value.choices);
  }
  const [okta, access, uem] = await halves;
  const people = access.people?.isRead ? access.people.value.users : [];
  const choices = okta.user === undefined ? accessChoices(people) : [];
  if (choices.length > 1) return severalFindings(name, choices);

  const { user } = okta;
  const subjectName = user === undefined ? name.text : fullName(user);
  const app = okta.details?.apps.isRead
    ? workspaceOneApps(okta.details.apps.value.items, inquiry.settings.app)[0]
    : undefined;
  const appUserName = app?.appUser?.credentials?.userName ?? undefined;
  const uemNames = uem.owner?.isRead ? uem.owner.value.userNames : [];
  const names = knownNames(name, user, people, [appUserName, ...uemNames]);
  const oktaEvents = okta.events?.isRead ? oktaHappenings(okta.events.value.events, user?.id, names) : [];
  const audit = access.audit.isRead
    ? accessHappenings(access.audit.value.items, people, names)
    : { own: [], nameless: [] };
  const own = [...oktaEvents, ...audit.own];
  const nameless = nearbyNameless(own, audit.nameless);
  const devices = uem.owner?.isRead ? uem.owner.value.devices : [];
  const isManaged = devices.some(({ enrollmentStatus }) => /^enrolled$/i.test(enrollmentStatus ?? ''));
  const oktaPart = oktaSection(inquiry, okta);
  const articleOf = articlesOf(inquiry, isManaged, oktaPart.findings);
  const accessPart = accessSection(inquiry, access, { who: subjectName, user, appUserName });
  const uemPart = uemSection(inquiry, uem, subjectName);
  const loop = okta.events?.isRead ? findLoop(subjectName, oktaEvents, audit.own, access.sources) : undefined;
  const failing = currentFailures(own);
  const findings: Finding[] = [
    ...oktaPart.findings,
    ...accessPart.findings,
    ...uemPart.findings,
    ...(loop === undefined ? [] : [loop]),
    ...eventFindings(subjectName, failing, nameless, articleOf),
  ].sort((a, b) => a.rank - b.rank);
  const [top] = findings;

  const more =
    (okta.events?.isRead === true && okta.events.value.more) || (access.audit.isRead && access.audit.value.more);
  const isNobody = found.isRead && found.value.kind === 'nobody' && people.length === 0 && uemNames.length === 0;
  const timeline = timelineOf([...own, ...requestsBefore(audit.own, audit.nameless), ...nameless], articleOf);
  const sections: ReportSection[] = [
    partSection('Okta', 'okta', found.isRead ? undefined : found.problem.message, [
      ...oktaPart.lines,
      ...nobodyNote(found.isRead && found.value.kind === 'nobody', name.text, 'Okta'),
    ]),
    partSection('Workspace ONE Access', 'access', unreadOf(access.people, name.text), accessPart.lines),
    partSection('Workspace ONE UEM', 'uem', unreadOf(uem.owner, name.text), uemPart.lines),
    section('Last failures', failureLines(inquiry, { okta, access, own, nameless: audit.nameless, articleOf }), {
      ...(more ? { more: 'There are more events in this window than were read: narrow it in the consoles.' } : {}),
    }),
  ];
  return {
    ...overall({ inquiry, who: subjectName, findings, isNobody, asked: name.text, own, days: checkDays }),
    subject: user === undefined ? name.text : `${fullName(user)} (${user.profile.login})`,
    isFinding: top !== undefined || isNobody,
    ...(top?.articleId === undefined ? {} : { articleId: top.articleId }),
    sections: timeline.left === 0 ? sections : [...sections, leftOut(timeline.left)],
    timeline: timeline.entries,
    window: { from: window.from.toISOString(), to: window.to.toISOString(), more },
  };
}

/** The article of each event, found out once. What a wrong issuer does says nothing in the log about its cause. */
function articlesOf(inquiry: Inquiry, isManaged: boolean, findings: readonly Finding[]) {
  const known = new Map<Happening, string | undefined>();
  const issuer = findings.find(({ rank }) => rank === ranks.issuer)?.articleId;
  return (happening: Happening): string | undefined => {
    if (!known.has(happening)) {
      const isOpen = happening.rollUpOf !== undefined;
      const context = isManaged && !isOpen ? 'The device is managed.' : '';
      known.set(happening, isOpen && issuer ? issuer : articleFor(inquiry.understand, happening, context));
    }
    return known.get(happening);
  };
}

/** Why a half has no lines. */
function unreadOf(
  answer: { isRead: boolean; problem?: { message: string } } | undefined,
  asked: string,
): string | undefined {
  if (answer === undefined) return `There is no name to look for: Okta does not say whose id ${asked} is.`;
  return answer.isRead ? undefined : answer.problem?.message;
}

function leftOut(count: number): LookupReport['sections'][number] {
  return section('Timeline', [], { more: `${count} events in the middle are left out.` });
}
