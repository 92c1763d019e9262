import type { Page } from '../connectors/http/page.js';
import type { OktaUserDevice } from '../connectors/okta/index.js';
import type { ReportLine } from '../model/lookup.js';
import { readUemHalf } from './halves/uem.js';
import { uemSection } from './halves/uem-section.js';
import type { Answer, Inquiry } from './inquiry.js';
import { type Lookup, type LookupFindings, type LookupParams, uemRight } from './lookup.js';
import { severalFindings } from './person/choices.js';
import { readName } from './person/name.js';
import { fullName, resolveInOkta } from './person/resolve.js';
import { line, linesOf } from './wording/lines.js';
import { partSection } from './wording/sections.js';
import { clipped, counted } from './wording/time.js';
import { type Part, partOf, unreadSentences } from './wording/unread.js';

/** iOS devices whose profiles are read: each costs a call. */
const mostProfiles = 5;
const mostShown = 10;

/** A person's devices, as Workspace ONE UEM and Okta know them. */
export const devices = {
  id: 'devices',
  title: 'A person’s devices: enrolment, compliance and the iOS SSO profile',
  needs: { okta: ['okta.users.read'], uem: [uemRight] },
  run: runDevices,
} satisfies Lookup;

async function runDevices(inquiry: Inquiry, { who = '' }: LookupParams): Promise<LookupFindings> {
  const name = readName(who);
  const person = resolveInOkta(inquiry, name);
  const uemHalf = readUemHalf(inquiry, name, person, mostProfiles);
  const found = await person;
  if (found.isRead && found.value.kind === 'several') {
    uemHalf.catch(() => undefined);
    return severalFindings(name, found.value.choices);
  }
  const user = found.isRead && found.value.kind === 'one' ? found.value.user : undefined;
  const [uem, registered] = await Promise.all([
    uemHalf,
    user === undefined ? undefined : inquiry.ask('okta', (okta) => okta.userDevices(user.id)),
  ]);
  const who_ = user === undefined ? name.text : fullName(user);
  const { lines, findings } = uemSection(inquiry, uem, who_);
  const [top] = [...findings].sort((a, b) => a.rank - b.rank);
  const owner = uem.owner?.isRead ? uem.owner.value : undefined;
  const isNobody = found.isRead && user === undefined && owner?.userNames.length === 0;
  const parts = [
    ...partOf('okta', 'account', found),
    ...partOf('okta', 'registered devices', registered),
    ...partOf('uem', 'accounts and devices', uem.owner),
    ...partOf('uem', 'device profiles', uem.sso),
  ];
  return {
    isFinding: top !== undefined || isNobody,
    summary: summaryOf({ who: who_, finding: top?.text, isNobody, enrolled: owner?.devices.length, registered, parts }),
    subject: user === undefined ? clipped(name.text, 80) : `${fullName(user)} (${user.profile.login})`,
    ...(top?.articleId === undefined ? {} : { articleId: top.articleId }),
    sections: [
      partSection(
        'Workspace ONE UEM',
        'uem',
        uem.owner?.isRead === false ? uem.owner.problem.message : undefined,
        lines,
      ),
      partSection(
        'Okta',
        'okta',
        found.isRead ? undefined : found.problem.message,
        registered === undefined
          ? [line('bad', 'Account', `Okta has no user “${clipped(name.text, 80)}”`)]
          : linesOf('Okta Verify devices', registered, (page) => oktaLines(inquiry, page, who_)),
      ),
    ],
  };
}

/** What the line at the top is made of. */
interface Outcome {
  readonly who: string;
  readonly finding: string | undefined;
  readonly isNobody: boolean;
  /** Devices in UEM; undefined when they could not be read. */
  readonly enrolled: number | undefined;
  readonly registered: Answer<Page<OktaUserDevice>> | undefined;
  readonly parts: readonly Part[];
}

function summaryOf({ who, finding, isNobody, enrolled, registered, parts }: Outcome): string {
  const unread = unreadSentences(parts);
  if (isNobody) return [`Nobody is called “${clipped(who, 80)}” in Okta or Workspace ONE UEM.`, ...unread].join(' ');
  if (finding !== undefined) return [finding, ...unread].join(' ');
  const notRead = unread.length > 0 ? [] : ['devices in Workspace ONE UEM not read'];
  const inUem = enrolled === undefined ? notRead : [`${counted(enrolled, 'device')} in Workspace ONE UEM`];
  const inOkta = registered?.isRead ? [`${counted(registered.value.items.length, 'device')} registered in Okta`] : [];
  const devicesRead = [...inUem, ...inOkta].join(', ');
  return [...unread, ...(devicesRead === '' ? [] : [`${who}: ${devicesRead}.`])].join(' ');
}

function oktaLines(inquiry: Inquiry, { items, more }: Page<OktaUserDevice>, who: string): ReportLine[] {
  if (items.length === 0) {
    inquiry.found('okta', `Devices registered for ${who}`, 'none');
    // Device Trust through Workspace ONE comes in the SAML assertion and leaves no record.
    return [line('note', 'Okta Verify devices', 'none registered; Device Trust through Workspace ONE needs none')];
  }
  const lines = items.slice(0, mostShown).map(({ device }) => {
    const { displayName, platform, osVersion, managed } = device.profile ?? {};
    const label = clipped(displayName ?? device.id, 80);
    const parts = [
      [platform, osVersion].filter(Boolean).join(' '),
      device.status.toLowerCase(),
      ...(managed == null ? [] : [managed ? 'managed' : 'not managed']),
    ];
    const value = clipped(parts.filter((part) => part !== '').join(', '), 200);
    inquiry.found('okta', `Device “${label}” of ${who}`, value);
    return line(device.status === 'ACTIVE' ? 'good' : 'note', label, value);
  });
  const rest = items.length - mostShown;
  return rest > 0 || more ? [...lines, line('note', 'Okta Verify devices', 'there are more in Okta')] : lines;
}
