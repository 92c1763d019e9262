import { accessUserOf } from '../access/base.js';
import { appUserOf, workspaceOneAppId } from '../okta/base-apps.js';
import { oktaUserOf } from '../okta/base-users.js';
import type { Person } from '../people.js';
import { androidSso, deviceNumberOf, deviceOf, iosSso, uemUserOf } from '../uem/base.js';
import type { World } from '../world.js';

const installed = 3;

/** Somebody who has been working here for long: known to all three systems, with a phone where they have one. */
export const worksHere = (world: World, person: Person): void => {
  const { okta, access, uem, now } = world;
  okta.users.push(oktaUserOf(person, now));
  okta.appUsers.get(workspaceOneAppId)?.set(person.oktaId, appUserOf(person, now, true));
  access.users.push(accessUserOf(person));
  uem.users.push(uemUserOf(person));
  if (person.device === 'none') return;
  uem.devices.push(deviceOf(person, now));
  const profile = person.device === 'iphone' ? iosSso : androidSso;
  uem.states.set(`${deviceNumberOf(person)}/${profile.number}`, installed);
};
