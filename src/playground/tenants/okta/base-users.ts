import { oktaId } from '../ids.js';
import { admin, dora, erik, fullName, type Person, people } from '../people.js';
import { day, iso, minute } from '../time.js';
import type { Json, OktaUser } from './objects.js';

const statusOf = (person: Person): string => {
  if (person === dora) return 'DEPROVISIONED';
  return person === erik ? 'LOCKED_OUT' : 'ACTIVE';
};

/** A person as an Okta user. */
export const oktaUserOf = (person: Person, now: number): OktaUser => ({
  id: person.oktaId,
  status: statusOf(person),
  created: iso(now - 400 * day),
  activated: iso(now - 400 * day),
  statusChanged: iso(person === erik ? now - 50 * minute : now - 90 * day),
  lastLogin: iso(now - (person === dora ? 95 : 20) * day),
  lastUpdated: iso(now - 40 * day),
  passwordChanged: iso(now - 40 * day),
  type: { id: oktaId('oty', 'default') },
  profile: {
    firstName: person.firstName,
    lastName: person.lastName,
    displayName: fullName(person),
    mobilePhone: null,
    secondEmail: null,
    login: person.email,
    email: person.email,
  },
  credentials: {
    emails: [{ value: person.email, status: 'VERIFIED', type: 'PRIMARY' }],
    provider: { type: 'ACTIVE_DIRECTORY', name: 'acme.example' },
  },
});

/** The service account that owns the bot's token. */
const serviceUser = (now: number): OktaUser => {
  const email = 'svc-helpdesk@acme.example';
  return {
    id: oktaId('00u', 'svchelpdesk'),
    status: 'ACTIVE',
    created: iso(now - 200 * day),
    activated: iso(now - 200 * day),
    statusChanged: iso(now - 200 * day),
    lastLogin: null,
    lastUpdated: iso(now - 200 * day),
    passwordChanged: iso(now - 200 * day),
    type: { id: oktaId('oty', 'default') },
    profile: { firstName: 'Helpdesk', lastName: 'Bot', login: email, email },
    credentials: { provider: { type: 'OKTA', name: 'OKTA' } },
  };
};

export const serviceUserId = oktaId('00u', 'svchelpdesk');

/** Everybody, and the service account. */
export const baseUsers = (now: number): OktaUser[] => [
  ...people.map((person) => oktaUserOf(person, now)),
  serviceUser(now),
];

/** Okta Verify and a phone for everybody who may sign in. */
export const baseFactors = (now: number): Map<string, Json[]> =>
  new Map(
    people
      .filter((person) => person !== dora)
      .map((person) => [
        person.oktaId,
        [
          {
            id: oktaId('opf', `push${person.short}`),
            factorType: 'push',
            provider: 'OKTA',
            vendorName: 'OKTA',
            status: 'ACTIVE',
            created: iso(now - 300 * day),
            lastUpdated: iso(now - 300 * day),
            profile: {
              credentialId: person.email,
              deviceType: person.device === 'android' ? 'SmartPhone_Android' : 'SmartPhone_IPhone',
              name: `${fullName(person)}'s phone`,
              platform: person.device === 'android' ? 'ANDROID' : 'IOS',
              version: '17.5.1',
            },
          },
          {
            id: oktaId('mfs', `sms${person.short}`),
            factorType: 'sms',
            provider: 'OKTA',
            vendorName: 'OKTA',
            status: 'PENDING_ACTIVATION',
            created: iso(now - 300 * day),
            lastUpdated: iso(now - 300 * day),
            profile: { phoneNumber: '+1 XXX-XXX-0142' },
          },
        ],
      ]),
  );

/** Only the locked-out colleague is blocked. */
export const baseBlocks = (): Map<string, Json[]> =>
  new Map([[erik.oktaId, [{ type: 'DEVICE_BASED', appliesTo: 'UNKNOWN_DEVICES' }]]]);

export const everyoneGroupId = oktaId('00g', 'everyone');

/** The groups of the org. */
export const baseGroups = (now: number): (Json & { readonly id: string })[] => [
  {
    id: everyoneGroupId,
    created: iso(now - 900 * day),
    lastUpdated: iso(now - 900 * day),
    lastMembershipUpdated: iso(now - 10 * day),
    objectClass: ['okta:user_group'],
    type: 'BUILT_IN',
    profile: { name: 'Everyone', description: 'All users in your organization' },
  },
];

/** The administrator's rights; the bot's account may only read. */
export const baseRoles = (now: number): Map<string, Json[]> => {
  const role = (name: string, type: string, label: string): Json => ({
    id: oktaId('ra1', name),
    type,
    label,
    status: 'ACTIVE',
    assignmentType: 'USER',
    created: iso(now - 200 * day),
    lastUpdated: iso(now - 200 * day),
  });
  return new Map([
    [admin.oktaId, [role('super', 'SUPER_ADMIN', 'Super Administrator')]],
    [serviceUserId, [role('readonly', 'READ_ONLY_ADMIN', 'Read-Only Administrator')]],
  ]);
};
