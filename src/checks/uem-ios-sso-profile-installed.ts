import { counted } from '../lookups/wording/time.js';
import { type Check, fail, pass, unknown, type Verdict } from './check.js';
import type { Look, Subject } from './look.js';
import { activeIosSso } from './parts/ios-sso.js';
import { type SsoOnDevice, ssoOnDevices } from './parts/ios-sso-states.js';
import { uemDevices } from './parts/uem-person.js';
import { uemDeviceProfiles, uemDevicesSeenLast } from './sources/uem.js';

const principalName = 'mobile-sso-invalid-principal-name';
const notOnDevice = 'mobile-sso-no-valid-auth-methods';

/** Without the profile a device has neither certificate nor realm, and Mobile SSO cannot work on it. */
export const uemIosSsoProfileInstalled = {
  id: 'uem-ios-sso-profile-installed',
  states: 'The iOS SSO profile is installed on the iOS devices.',
  about: 'tenant',
  shows: 'cause',
  run: (look) => (look.subject === undefined ? onSample(look) : onTheirs(look, look.subject)),
} satisfies Check;

/** Shown where others may read it, so it names nobody, and no device. */
async function onTheirs(look: Look, subject: Subject): Promise<Verdict> {
  const { items, enrolled } = await uemDevices(look, subject);
  if (enrolled.length === 0)
    return unknown('The person asked about has no enrolled device on which the iOS SSO profile could be.');
  const found = await ssoOnDevices(look, items, await activeIosSso(look));
  if (found.length === 0)
    return unknown('The person asked about has no enrolled iOS device on which the iOS SSO profile could be.');
  const whose = found.length === 1 ? 'the iOS device' : `${found.length} iOS devices`;
  look.saw(uemDeviceProfiles, `iOS SSO profile on ${whose} of the person asked about`, tally(found));
  const failed = failure(found);
  if (failed !== undefined) return failed;
  if (found.every(isInstalled)) return pass('The iOS SSO profile is installed on the iOS devices of the person.');
  if (found.some(isOdd)) return oddState(found);
  return fail(
    `The iOS SSO profile is missing on ${found.filter((one) => !isInstalled(one)).length} of the person’s ${counted(found.length, 'iOS device')}.`,
    notOnDevice,
  );
}

/** Who belongs to no smart group of the profile rightly lacks it, so some that lack it prove nothing. */
async function onSample(look: Look): Promise<Verdict> {
  const { items } = await look.at(uemDevicesSeenLast);
  const found = await ssoOnDevices(look, items, await activeIosSso(look));
  if (found.length === 0)
    return unknown(`Workspace ONE UEM shows no enrolled iOS device. Look under ${uemDevicesSeenLast.where}.`);
  const sample = counted(found.length, 'iOS device');
  look.saw(uemDeviceProfiles, `iOS SSO profile on the ${sample} seen last`, tally(found));
  const failed = failure(found);
  if (failed !== undefined) return failed;
  const installed = found.filter(isInstalled).length;
  if (installed === found.length) return pass(`The iOS SSO profile is installed on the ${sample} seen last.`);
  if (found.some(isOdd)) return oddState(found);
  if (installed === 0) return fail(`The iOS SSO profile is on none of the ${sample} seen last.`, notOnDevice);
  return unknown(
    `The iOS SSO profile is installed on ${installed} of the ${sample} seen last; whether the others should have it depends on its smart groups. Name a person to look at their devices.`,
  );
}

/** A profile that fails where the user name has an @ is refused for the principal name that is made of it. */
function failure(found: readonly SsoOnDevice[]): Verdict | undefined {
  const failed = found.filter(({ state }) => state === 'failed');
  if (failed.length === 0) return undefined;
  const isPrincipal = failed.some(({ device }) => device.userName?.includes('@'));
  return fail(
    `The iOS SSO profile failed to install on ${failed.length} of ${counted(found.length, 'iOS device')}${isPrincipal ? ', where the user name contains an @' : ''}.`,
    isPrincipal ? principalName : notOnDevice,
  );
}

function oddState(found: readonly SsoOnDevice[]): Verdict {
  return unknown(
    `Workspace ONE UEM says of the iOS SSO profile: ${tally(found)}. Look under ${uemDeviceProfiles.where}.`,
  );
}

/** `8 installed, 2 absent` */
function tally(found: readonly SsoOnDevice[]): string {
  const states = [...new Set(found.map(({ state }) => state))];
  return states.map((state) => `${found.filter((one) => one.state === state).length} ${state}`).join(', ');
}

function isInstalled({ state }: SsoOnDevice): boolean {
  return state === 'installed';
}

/** A code whose meaning is not known. */
function isOdd({ state }: SsoOnDevice): boolean {
  return state.startsWith('state ');
}
