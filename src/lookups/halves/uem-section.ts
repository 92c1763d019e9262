import type { UemDevice, UemDeviceProfile } from '../../connectors/uem/index.js';
import type { ReportLine } from '../../model/lookup.js';
import type { Answer, Inquiry } from '../inquiry.js';
import { line } from '../wording/lines.js';
import { clipped, moment } from '../wording/time.js';
import { type Finding, finding } from './finding.js';
import type { HalfReport } from './okta-section.js';
import { isIos, type SsoProfiles, type UemHalf } from './uem.js';

const principalName = 'mobile-sso-invalid-principal-name';
const noMethods = 'mobile-sso-no-valid-auth-methods';

const notAssigned = 'not assigned to the device';

/** How many devices are shown one by one. */
const mostDevices = 8;

/** The lines about a person's account and devices in Workspace ONE UEM, and what in them breaks Mobile SSO. */
export function uemSection(inquiry: Inquiry, half: UemHalf, who: string): HalfReport {
  const { owner, sso } = half;
  if (owner?.isRead !== true) return { lines: [], findings: [] };
  const { userNames, devices, others, more } = owner.value;
  const findings: Finding[] = [];
  const besides = others === 0 ? '' : `; left out ${others} of the same user name with another e-mail address`;
  if (devices.length === 0) {
    inquiry.found('uem', `Devices of ${who}`, 'none');
    const account =
      userNames.length === 0 ? 'no account found by user name or e-mail address' : clipped(userNames.join(', '), 200);
    return {
      lines: [line('note', 'User name', account), line('note', 'Devices', `none enrolled${besides}`)],
      findings,
    };
  }
  const isInstalled = devices.some(({ id }) => ssoStates(sso, id)?.some(({ state }) => state === 'installed'));
  const lines = [
    ...userNames.map((userName) => userNameLine(inquiry, userName, who, isInstalled, findings)),
    ...devices
      .slice(0, mostDevices)
      .flatMap((device) => [
        deviceLine(inquiry, device, who, findings),
        ...(isIos(device) ? [ssoLine(inquiry, device, sso, who, userNames, findings)] : []),
      ]),
  ];
  const rest = devices.length - mostDevices;
  if (rest > 0 || more)
    lines.push(line('note', 'Devices', `${rest > 0 ? rest : 'some'} more are in the UEM console${besides}`));
  else if (others > 0) lines.push(line('note', 'Devices', besides.slice(2)));
  return { lines, findings };
}

/** An @ cannot be in a Kerberos principal name. It does no harm where a lookup field takes it out: then the profile installs. */
function userNameLine(
  inquiry: Inquiry,
  userName: string,
  who: string,
  isInstalled: boolean,
  findings: Finding[],
): ReportLine {
  const shown = clipped(userName, 120);
  inquiry.found('uem', `User name of ${who}`, shown);
  if (!userName.includes('@')) return line('good', 'User name', shown);
  if (isInstalled)
    return line('note', 'User name', `${shown}: has an @, yet the SSO profile is installed`, principalName);
  findings.push(
    finding(
      'principalName',
      `${who}’s user name in Workspace ONE UEM is “${shown}”: an @ makes the principal name of Mobile SSO invalid.`,
      principalName,
    ),
  );
  return line('bad', 'User name', `${shown}: the @ makes the principal name of Mobile SSO invalid`, principalName);
}

/** One device on one line, as UEM says it. */
function deviceLine(inquiry: Inquiry, device: UemDevice, who: string, findings: Finding[]): ReportLine {
  const { name, model, operatingSystem, enrollmentStatus, complianceStatus, lastSeen, brokenPolicies } = device;
  const label = clipped(name ?? model ?? device.serialNumber ?? device.id, 80);
  const isBroken = /^non.?compliant$/i.test(complianceStatus ?? '') || device.isCompromised === true;
  const isOut = enrollmentStatus !== undefined && !/^enrolled$/i.test(enrollmentStatus);
  const parts = [
    [model, operatingSystem].filter(Boolean).join(' '),
    enrollmentStatus ?? 'enrolment not told',
    complianceStatus ?? 'compliance not told',
    ...(device.isCompromised ? ['compromised'] : []),
    ...(brokenPolicies.length === 0 ? [] : [`breaks ${brokenPolicies.slice(0, 5).join(', ')}`]),
    lastSeen ? `last seen ${seen(lastSeen)}` : 'never seen',
  ];
  const value = clipped(parts.filter((part) => part !== '').join(', '), 300);
  inquiry.found('uem', `Device “${label}” of ${who}`, value);
  if (isBroken) findings.push(finding('device', `${who}’s device “${label}” is not compliant in Workspace ONE UEM.`));
  else if (isOut) findings.push(finding('device', `${who}’s device “${label}” is not enrolled: ${enrollmentStatus}.`));
  return line(isBroken || isOut ? 'bad' : 'good', label, value);
}

/** UEM sends no time zone, and which one it means is not documented. */
function seen(time: string): string {
  const hasZone = /(Z|[+-]\d\d:?\d\d)$/.test(time);
  return hasZone ? moment(time) : clipped(`${time.slice(0, 16).replace('T', ' ')} (UEM’s clock)`, 40);
}

function ssoLine(
  inquiry: Inquiry,
  device: UemDevice,
  sso: Answer<SsoProfiles> | undefined,
  who: string,
  userNames: readonly string[],
  findings: Finding[],
): ReportLine {
  const name = clipped(device.name ?? device.id, 80);
  const label = `iOS SSO profile on ${name}`;
  if (sso === undefined) return line('unknown', label, 'not read');
  if (!sso.isRead) return line('unknown', label, sso.problem.message);
  if (sso.value.profiles.length === 0) return line('note', label, 'UEM has no Apple profile with single sign-on');
  const states = ssoStates(sso, device.id);
  if (states === undefined) return line('unknown', label, 'not read: only the devices seen last are');
  const best = states.find(({ state }) => state === 'installed') ?? states[0];
  const state = best?.state ?? notAssigned;
  inquiry.found('uem', `State of the iOS SSO profile on “${name}”`, state);
  if (state === 'installed') return line('good', label, `${state} (${clipped(best?.name ?? '', 80)})`);
  if (state.startsWith('state ')) return line('unknown', label, `${state}: see the device’s Profiles tab in UEM`);
  const isPrincipal = state === 'failed' && userNames.some((one) => one.includes('@'));
  const articleId = isPrincipal ? principalName : noMethods;
  findings.push(
    finding(
      'ssoProfile',
      `The iOS SSO profile ${ssoState(state)} ${who}’s device “${name}”, so Mobile SSO cannot work on it.`,
      articleId,
    ),
  );
  return line('bad', label, state, articleId);
}

/** Said between the profile and the device. */
function ssoState(state: string): string {
  if (state === 'failed') return 'failed to install on';
  return state === notAssigned ? 'is not assigned to' : `is ${state} on`;
}

/** The SSO profiles among a device's; undefined when its profiles were not read. */
function ssoStates(sso: Answer<SsoProfiles> | undefined, deviceId: string): readonly UemDeviceProfile[] | undefined {
  if (sso?.isRead !== true) return undefined;
  const { profiles, ofDevice } = sso.value;
  return ofDevice
    .get(deviceId)
    ?.filter(({ id, name }) => profiles.some((one) => (id === undefined ? one.name === name : one.id === id)));
}
