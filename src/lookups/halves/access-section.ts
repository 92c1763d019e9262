import type { AccessCatalogItem, AccessUser } from '../../connectors/access/index.js';
import type { OktaUser } from '../../connectors/okta/index.js';
import type { ReportLine } from '../../model/lookup.js';
import type { Inquiry } from '../inquiry.js';
import { type AccessName, isSameName, namesOf, sentName } from '../person/matching.js';
import { line, linesOf, listed } from '../wording/lines.js';
import { clipped } from '../wording/time.js';
import type { AccessHalf } from './access.js';
import { type Finding, finding } from './finding.js';
import type { HalfReport } from './okta-section.js';

/** What the names of Access are compared with. */
export interface OktaNames {
  readonly who: string;
  readonly user: OktaUser | undefined;
  /** The application username in Workspace ONE's app: what Okta sends to Access. */
  readonly appUserName: string | undefined;
}

const mismatch = 'username-mismatch';

/** The lines about a person's account in Workspace ONE Access, and whether its names and Okta's can meet. */
export function accessSection(inquiry: Inquiry, half: AccessHalf, okta: OktaNames): HalfReport {
  const { people, sources } = half;
  if (people?.isRead !== true) return { lines: [], findings: [] };
  const { users, others, isComplete } = people.value;
  const findings: Finding[] = [];
  if (users.length === 0) return absent(inquiry, okta, others, isComplete);
  const lines = users.flatMap((user) => [
    ...accountLines(inquiry, user, okta, findings),
    ...nameLines(inquiry, user, okta, findings),
    ...(sources === undefined
      ? []
      : linesOf('Username Value sent to Okta', sources, ({ items }) =>
          sourceLines(inquiry, items, user, okta, findings),
        )),
  ]);
  return { lines, findings };
}

function absent(inquiry: Inquiry, { who, user }: OktaNames, others: number, isComplete: boolean): HalfReport {
  const besides =
    others === 0 ? '' : `; ${others === 1 ? 'somebody else has' : `${others} others have`} that user name`;
  if (!isComplete) {
    const value = `not found by user name or principal name${besides}; this tenant cannot be searched by e-mail address`;
    return { lines: [line('unknown', 'Account', value)], findings: [] };
  }
  inquiry.found('access', `Accounts of ${who}`, 'none');
  const isExpected = user !== undefined;
  return {
    lines: [line(isExpected ? 'bad' : 'note', 'Account', `none${besides}`)],
    findings: isExpected
      ? [finding('accessAccount', `${who} has no account in Workspace ONE Access: see whether Okta provisions them.`)]
      : [],
  };
}

function accountLines(inquiry: Inquiry, user: AccessUser, { who }: OktaNames, findings: Finding[]): ReportLine[] {
  const { domain, type, status } = user;
  const isOff = user.active === false || user.isDeleted || status === '2' || status === '3';
  const state = user.isDeleted || status === '3' ? 'deleted' : isOff ? 'disabled' : 'enabled';
  inquiry.found('access', `Account of ${clipped(user.userName, 120)}`, `${state}, domain ${domain ?? 'unknown'}`);
  if (isOff) findings.push(finding('accessAccount', `${who}’s account in Workspace ONE Access is ${state}.`));
  const from = type === undefined ? '' : `, ${type.toLowerCase()}`;
  return [
    line(isOff ? 'bad' : 'good', 'Account', `${state}${from}`),
    line('note', 'Domain', clipped(domain ?? 'not told', 120)),
  ];
}

/** Which names are Okta's login or application username, one line each. */
function nameLines(inquiry: Inquiry, user: AccessUser, okta: OktaNames, findings: Finding[]): ReportLine[] {
  const names = namesOf(user);
  for (const { label, value } of names) inquiry.found('access', `${label} of ${okta.who}`, clipped(value, 200));
  if (okta.user === undefined) return names.map(({ label, value }) => line('note', label, clipped(value, 120)));
  const { login } = okta.user.profile;
  const { appUserName } = okta;
  const none = !names.some(({ value }) => isSameName(value, login) || isSameName(value, appUserName));
  if (none) {
    const has = listed(names.map(({ label, value }) => `${label.toLowerCase()} “${clipped(value, 120)}”`));
    findings.push(
      finding(
        'names',
        `${okta.who}’s names in Workspace ONE Access (${has}) are none of them the Okta login “${clipped(login, 120)}” or the application username.`,
        mismatch,
      ),
    );
  }
  return names.map(({ label, value }) => {
    const same = [
      ...(isSameName(value, login) ? ['Okta’s login'] : []),
      ...(isSameName(value, appUserName) ? ['the application username in Okta'] : []),
    ];
    const shown = clipped(value, 120);
    if (same.length > 0) return line('good', label, `${shown}, equal to ${listed(same)}`);
    return line(none ? 'bad' : 'note', label, `${shown}, not Okta’s login`, none ? mismatch : undefined);
  });
}

/** What the OKTA application source sends for this person: it must be the name that Okta looks for. */
function sourceLines(
  inquiry: Inquiry,
  items: readonly AccessCatalogItem[],
  user: AccessUser,
  okta: OktaNames,
  findings: Finding[],
): ReportLine[] {
  const label = 'Username Value sent to Okta';
  const sources = oktaSources(items);
  if (sources.length === 0) {
    return [
      line('unknown', label, 'not told by the API: see Resources → Web Apps → Settings → Application Sources → OKTA'),
    ];
  }
  return sources.map(({ authInfo }) => {
    const template = clipped(authInfo?.nameId ?? '', 120);
    const sent = sentName(authInfo?.nameId, user);
    inquiry.found('access', 'Username Value of the OKTA application source', template);
    if (sent === undefined || okta.user === undefined) return line('note', label, template || 'not told');
    return sentLine(label, template, sent, okta, findings);
  });
}

function sentLine(label: string, template: string, sent: AccessName, okta: OktaNames, findings: Finding[]): ReportLine {
  const { login = '', email } = okta.user?.profile ?? {};
  const value = clipped(sent.value, 120);
  if (isSameName(sent.value, login)) return line('good', label, `${template}, “${value}”, equal to Okta’s login`);
  // An identity provider in Okta may be told to match the e-mail address instead.
  if (isSameName(sent.value, email)) return line('note', label, `${template}, “${value}”, equal to Okta’s e-mail only`);
  findings.push(
    finding(
      'sentName',
      `User names do not match: Workspace ONE Access sends ${okta.who}’s ${sent.label.toLowerCase()} “${value}” to Okta, where the login is “${clipped(login, 120)}”.`,
      mismatch,
    ),
  );
  return line('bad', label, `${template}, “${value}”: Okta’s login is ${clipped(login, 120)}`, mismatch);
}

/** Catalog items that are Okta as an application: their answers go to Okta's SAML address. */
export function oktaSources(items: readonly AccessCatalogItem[]): AccessCatalogItem[] {
  return items.filter(({ authInfo }) => /\/sso\/saml2\//.test(authInfo?.assertionConsumerServiceUrl ?? ''));
}
