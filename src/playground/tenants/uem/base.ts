import { uuid } from '../ids.js';
import { dora, type Person, people } from '../people.js';
import { minute } from '../time.js';
import type { SingleSignOn, UemDevice, UemProfile, UemTenant, UemUser } from './objects.js';

/** The two profiles that carry Mobile SSO. */
export const iosSso: UemProfile = {
  number: 77,
  uuid: uuid('uem profile iOS SSO'),
  name: 'iOS SSO',
  platform: 'Apple',
  payload: 'SingleSignOn',
  active: true,
  assigned: true,
};
export const androidSso: UemProfile = {
  number: 78,
  uuid: uuid('uem profile Android SSO'),
  name: 'Android SSO',
  platform: 'Android',
  payload: 'Tunnel',
  active: true,
  assigned: true,
};

/** What Mobile SSO for iOS needs: the user's name for Kerberos, in the realm of Access's cloud, for every app. */
const iosSingleSignOn = (): SingleSignOn => ({
  Name: 'Mobile SSO',
  PrincipalName: '{EnrollmentUser}',
  Realm: 'VMWAREIDENTITY.COM',
  RenewalCertificateName: 'Certificate #1',
  URLPrefixMatches: 'https://acme.vmwareidentity.com/',
  AppIdentifierMatches: '',
});

/** A person as a user of UEM. */
export const uemUserOf = (person: Person): UemUser => ({
  number: person.uemNumber,
  uuid: person.uemUuid,
  userName: person.short,
  firstName: person.firstName,
  lastName: person.lastName,
  email: person.email,
});

/** The number of a person's device. */
export const deviceNumberOf = (person: Person): number => 9_000 + person.uemNumber - 500;

/** A person's phone, enrolled and compliant. */
export const deviceOf = (person: Person, now: number): UemDevice => {
  const iphone = person.device === 'iphone';
  return {
    number: deviceNumberOf(person),
    uuid: uuid(`uem device ${person.uemNumber}`),
    owner: person.uemNumber,
    platform: iphone ? 'Apple' : 'Android',
    model: iphone ? 'iPhone' : 'Pixel 8',
    serial: `F2LX${String(person.uemNumber).padStart(6, '0')}`,
    os: iphone ? '17.5.1' : '14.0.0',
    enrolment: 'Enrolled',
    compliance: 'Compliant',
    lastSeen: now - 12 * minute,
  };
};

/** An environment where every phone is enrolled and compliant and has its SSO profile. */
export const healthyUem = (now: number): UemTenant => {
  const staff = people.filter((person) => person !== dora);
  const devices = staff.filter((person) => person.device !== 'none').map((person) => deviceOf(person, now));
  const profiles = [{ ...iosSso, singleSignOn: iosSingleSignOn() }, { ...androidSso }];
  return {
    users: staff.map(uemUserOf),
    devices,
    profiles,
    states: new Map(
      devices.map((device) => [
        `${device.number}/${device.platform === 'Apple' ? iosSso.number : androidSso.number}`,
        3,
      ]),
    ),
    groupId: 1_112,
    credentials: {
      userName: 'svc-wo-okta',
      password: 'playground-uem-password',
      tenantCode: 'playground-tenant-code',
      clientId: 'wo-okta-uem',
      clientSecret: 'playground-uem-secret',
      valid: true,
    },
  };
};
