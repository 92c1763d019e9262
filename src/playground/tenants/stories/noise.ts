import { auditEvent } from '../access/audit-event.js';
import { oktaId, uuid } from '../ids.js';
import { logEvent, workspaceOneApp } from '../okta/log-event.js';
import { companyDomain, type Person } from '../people.js';
import { seededRandom } from '../random.js';
import { day } from '../time.js';
import type { World } from '../world.js';

/** How much noise, and which: the same seed, the same noise. */
export interface Noise {
  readonly okta: number;
  readonly access: number;
  readonly seed: number;
}

/** How often each kind of Okta event happens, of a hundred. */
const oktaKinds = [
  { share: 34, eventType: 'user.authentication.sso', displayMessage: 'User single sign on to app', result: 'SUCCESS' },
  { share: 24, eventType: 'user.session.start', displayMessage: 'User login to Okta', result: 'SUCCESS' },
  { share: 16, eventType: 'policy.evaluate_sign_on', displayMessage: 'Evaluation of sign-on policy', result: 'ALLOW' },
  {
    share: 12,
    eventType: 'user.authentication.auth_via_mfa',
    displayMessage: 'Authentication of user via MFA',
    result: 'SUCCESS',
  },
  {
    share: 9,
    eventType: 'user.session.start',
    displayMessage: 'User login to Okta',
    result: 'FAILURE',
    reason: 'INVALID_CREDENTIALS',
  },
  {
    share: 3,
    eventType: 'user.authentication.auth_via_mfa',
    displayMessage: 'Authentication of user via MFA',
    result: 'FAILURE',
    reason: 'INVALID_CREDENTIALS',
  },
  { share: 2, eventType: 'policy.evaluate_sign_on', displayMessage: 'Evaluation of sign-on policy', result: 'DENY' },
] as const;

const accessKinds = [
  { share: 45, objectType: 'LOGIN', methods: 'Password (Local Directory)', failure: undefined },
  { share: 35, objectType: 'LAUNCH', methods: undefined, failure: undefined },
  { share: 12, objectType: 'LOGIN', methods: 'Password', failure: 'Invalid credentials' },
  { share: 5, objectType: 'LAUNCH_ERROR', methods: undefined, failure: 'The resource could not be resolved' },
  { share: 3, objectType: 'LOGIN_ERROR', methods: undefined, failure: 'The authentication method is not configured' },
] as const;

const pick = <T extends { readonly share: number }>(kinds: readonly T[], random: () => number): T | undefined => {
  let left = random() * 100;
  for (const kind of kinds) {
    left -= kind.share;
    if (left < 0) return kind;
  }
  return kinds[0];
};

const crowd = (size: number): Person[] =>
  Array.from({ length: size }, (_, place) => {
    const short = `user${String(place + 1).padStart(3, '0')}`;
    return {
      short,
      firstName: 'User',
      lastName: String(place + 1),
      email: `${short}@${companyDomain}`,
      domain: companyDomain,
      oktaId: oktaId('00u', short),
      accessUuid: uuid(`access user ${short}`),
      accessNumber: 1_000 + place,
      uemNumber: 1_000 + place,
      uemUuid: uuid(`uem user ${short}`),
      device: 'none',
    };
  });

/** Seven days of the sign-ins of two hundred other colleagues, good and bad. */
export const aWeekOfNoise = (world: World, noise: Noise): void => {
  const random = seededRandom(noise.seed);
  const people = crowd(200);
  const anyone = (): Person | undefined => people[Math.floor(random() * people.length)];
  for (let count = 0; count < noise.okta; count += 1) {
    const person = anyone();
    const kind = pick(oktaKinds, random);
    if (person === undefined || kind === undefined) continue;
    const { share: _, ...spec } = kind;
    logEvent(world, {
      ...spec,
      ago: Math.floor(random() * 7 * day),
      actor: { id: person.oktaId, type: 'User', alternateId: person.email, displayName: person.short },
      ...(kind.eventType === 'user.authentication.sso' ? { target: [workspaceOneApp] } : {}),
    });
  }
  for (let count = 0; count < noise.access; count += 1) {
    const person = anyone();
    const kind = pick(accessKinds, random);
    if (person === undefined || kind === undefined) continue;
    const failed = kind.failure !== undefined;
    auditEvent(world, {
      ago: Math.floor(random() * 7 * day),
      objectType: kind.objectType,
      summary: `${kind.objectType}${failed ? ' failed' : ''} (${kind.methods ?? ''})`,
      // Configuration errors happen before anybody is recognised.
      ...(kind.objectType === 'LOGIN_ERROR' ? {} : { actor: person }),
      values: {
        success: failed ? 'false' : 'true',
        ...(kind.methods === undefined ? {} : { authMethods: kind.methods }),
        ...(kind.failure === undefined ? {} : { failureMessage: kind.failure }),
      },
    });
  }
};
