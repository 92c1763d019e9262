import { uemRight } from '../../lookups/lookup.js';
import { source } from '../source.js';

const profiles = 'Devices → Profiles & Resources → Profiles';

/** The first 500 enrolment users. */
export const uemUserSample = source({
  id: 'uem-user-sample',
  system: 'uem',
  call: 'GET /api/system/users/search',
  right: uemRight,
  where: 'Accounts → Users → List View',
  read: (uem) => uem.someUsers(),
});

/** Enrolment users of a user name or an e-mail address. */
export const uemUsersNamed = source({
  id: 'uem-users-named',
  system: 'uem',
  call: 'GET /api/system/users/search',
  right: uemRight,
  where: 'Accounts → Users → List View',
  read: (uem, by: 'username' | 'email', name: string) => uem.findUsers(by, name),
});

/** Devices enrolled under a user name. */
export const uemDevicesOf = source({
  id: 'uem-devices-of',
  system: 'uem',
  call: 'GET /api/mdm/devices/search',
  right: uemRight,
  where: 'Devices → List View',
  read: (uem, userName: string) => uem.devicesOfUser(userName),
});

/** Apple devices, those seen last first. */
export const uemDevicesSeenLast = source({
  id: 'uem-devices-seen-last',
  system: 'uem',
  call: 'GET /api/mdm/devices/search',
  right: uemRight,
  where: 'Devices → List View',
  read: (uem) => uem.appleDevicesSeenLast(),
});

/** The profiles of one device and their states. */
export const uemDeviceProfiles = source({
  id: 'uem-device-profiles',
  system: 'uem',
  call: 'GET /api/mdm/devices/{id}/profiles',
  right: uemRight,
  where: 'Devices → List View → (the device) → Profiles',
  read: (uem, deviceId: string) => uem.deviceProfiles(deviceId),
});

/** Apple profiles with the Single Sign-On payload. */
export const uemIosSsoProfiles = source({
  id: 'uem-ios-sso-profiles',
  system: 'uem',
  call: 'GET /api/mdm/profiles/search',
  right: uemRight,
  where: profiles,
  read: (uem) => uem.iosSsoProfiles(),
});

/** The Single Sign-On payload of one profile. */
export const uemSingleSignOn = source({
  id: 'uem-single-sign-on',
  system: 'uem',
  call: 'GET /api/mdm/profiles/{id}',
  right: uemRight,
  where: `${profiles} → (the iOS profile) → Single Sign-On`,
  read: (uem, profileId: string) => uem.profileSingleSignOn(profileId),
});
