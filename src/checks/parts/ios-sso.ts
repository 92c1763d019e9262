import type { UemProfile, UemSingleSignOn } from '../../connectors/uem/index.js';
import { clipped } from '../../lookups/wording/time.js';
import { NotSeen } from '../check.js';
import type { Look } from '../look.js';
import { uemIosSsoProfiles, uemSingleSignOn } from '../sources/uem.js';

/** Each costs a call. */
const mostRead = 8;

/** An iOS profile and what its Single Sign-On payload says. */
export interface IosSso {
  readonly profile: UemProfile;
  /** Undefined when UEM did not send it. */
  readonly payload: UemSingleSignOn | undefined;
}

/** The active iOS profiles with the Single Sign-On payload, one at least. Throws `NotSeen` when none is seen, or too many. */
export async function activeIosSso(look: Look): Promise<readonly UemProfile[]> {
  const { items, more } = await look.at(uemIosSsoProfiles);
  const active = items.filter(({ status }) => status?.toLowerCase() !== 'inactive');
  if (more || active.length > mostRead)
    throw new NotSeen(
      `Workspace ONE UEM has too many iOS profiles with a Single Sign-On payload to read them all. Look under ${uemIosSsoProfiles.where}.`,
    );
  if (active.length > 0) return active;
  throw new NotSeen(
    `Workspace ONE UEM has no active iOS profile with a Single Sign-On payload. Look under ${uemIosSsoProfiles.where}.`,
  );
}

/** The payloads of those profiles. */
export async function iosSsoPayloads(look: Look): Promise<readonly IosSso[]> {
  const profiles = await activeIosSso(look);
  return Promise.all(
    profiles.map(async (profile) => ({ profile, payload: await look.at(uemSingleSignOn, profile.id) })),
  );
}

/** Why a field of a payload tells nothing, and where to look. */
export function notSent(field: string, { profile }: IosSso): string {
  return `Workspace ONE UEM did not send the ${field} of ${profileNamed(profile)}. Look under ${uemSingleSignOn.where}.`;
}

/** How a profile is called in a sentence. */
export function profileNamed({ name }: UemProfile): string {
  return `“${clipped(name, 80)}”`;
}
