import { clipped } from '../lookups/wording/time.js';
import { type Check, fail, pass, unknown } from './check.js';
import { profileNamed } from './parts/ios-sso.js';
import { uemIosSsoProfiles } from './sources/uem.js';

const article = 'mobile-sso-no-valid-auth-methods';

/** A profile fresh from the wizard is assigned to nobody. */
export const uemIosSsoProfileAssigned = {
  id: 'uem-ios-sso-profile-assigned',
  states: 'An iOS profile with the Single Sign-On payload is active and assigned to a smart group.',
  about: 'tenant',
  shows: 'cause',
  async run(look) {
    const { items, more } = await look.at(uemIosSsoProfiles);
    for (const profile of items.slice(0, 8)) {
      const { status = 'status not told', smartGroups } = profile;
      const groups = smartGroups === undefined ? 'smart groups not told' : smartGroups.join(', ') || 'no smart group';
      look.saw(uemIosSsoProfiles, `iOS SSO profile ${profileNamed(profile)}`, `${status}; ${groups}`);
    }
    const good = items.find(({ status, smartGroups = [] }) => isActive(status) && smartGroups.length > 0);
    if (good !== undefined) {
      const groups = clipped((good.smartGroups ?? []).join(', '), 200);
      return pass(`${profileNamed(good)} is active and assigned to ${groups}.`);
    }
    const [first, ...others] = items;
    if (more) return unknown(`Only some of the iOS SSO profiles were read. Look under ${uemIosSsoProfiles.where}.`);
    if (first === undefined) {
      look.saw(uemIosSsoProfiles, 'iOS profiles with the Single Sign-On payload', 'none');
      return fail('Workspace ONE UEM has no iOS profile with the Single Sign-On payload.', article);
    }
    const untold = items.find(({ status, smartGroups }) => status === undefined || smartGroups === undefined);
    if (untold !== undefined)
      return unknown(
        `Workspace ONE UEM did not say whether ${profileNamed(untold)} is active and assigned. Look under ${uemIosSsoProfiles.where}.`,
      );
    const besides = others.length === 0 ? '' : ', nor is another iOS SSO profile active and assigned';
    return isActive(first.status)
      ? fail(`${profileNamed(first)} is assigned to no smart group${besides}.`, article)
      : fail(`${profileNamed(first)} is not active but ${clipped(first.status ?? '', 40)}${besides}.`, article);
  },
} satisfies Check;

function isActive(status: string | undefined): boolean {
  return status?.toLowerCase() === 'active';
}
