import type { UemDevice, UemDeviceProfile, UemProfile } from '../../connectors/uem/index.js';
import { isIos } from '../../lookups/halves/uem.js';
import type { Look } from '../look.js';
import { uemDeviceProfiles } from '../sources/uem.js';
import { isEnrolled } from './uem-person.js';

/** Each costs a call. */
const mostDevices = 10;

/** A device, and how the iOS SSO profile stands on it: the best of its states, if there are several such profiles. */
export interface SsoOnDevice {
  readonly device: UemDevice;
  /** `absent`: the profile is not among those of the device. */
  readonly state: UemDeviceProfile['state'] | 'absent';
}

/** The enrolled iOS devices seen last among some, and how the iOS SSO profile stands on each. */
export async function ssoOnDevices(
  look: Look,
  devices: readonly UemDevice[],
  profiles: readonly UemProfile[],
): Promise<readonly SsoOnDevice[]> {
  // UEM's times have one form, so text order is time order.
  const seenLast = devices
    .filter((device) => isIos(device) && isEnrolled(device))
    .sort((a, b) => ((a.lastSeen ?? '') < (b.lastSeen ?? '') ? 1 : -1))
    .slice(0, mostDevices);
  return Promise.all(
    seenLast.map(async (device) => {
      const { items } = await look.at(uemDeviceProfiles, device.id);
      const states = items.filter((one) => profiles.some((profile) => isSame(one, profile))).map(({ state }) => state);
      return { device, state: states.find((state) => state === 'installed') ?? states[0] ?? 'absent' };
    }),
  );
}

function isSame({ id, name }: UemDeviceProfile, profile: UemProfile): boolean {
  return id === undefined ? name === profile.name : id === profile.id;
}
