import type { AlertEvent, Party } from '../../../src/alerts/event.js';
import { seededRandom } from '../../../src/playground/tenants/random.js';

const app: Party = { id: '0oa1', type: 'AppInstance', name: 'Workspace ONE' };
const idp: Party = { id: '0oa9', type: 'IdentityProvider', name: 'Workspace ONE' };
const admin: Party = { id: '00u8', type: 'User', name: 'Irma Vogel' };

type Kind = Pick<AlertEvent, 'system' | 'type' | 'what' | 'reason' | 'targets'>;
const kind = (system: AlertEvent['system'], type: string, what: string, reason = '', ...targets: Party[]): Kind => ({
  system,
  type,
  what,
  reason,
  targets,
});

/** One of each kind that the rules look at, and of some that they do not. */
const kinds: readonly Kind[] = [
  kind('okta', 'user.session.start', 'User login to Okta', 'INVALID_CREDENTIALS'),
  kind('okta', 'user.session.start', 'User login to Okta'),
  kind('okta', 'user.authentication.auth_via_IDP', 'Authenticate user via IDP', 'User not found', idp),
  kind('okta', 'policy.evaluate_sign_on', 'Evaluation of sign-on policy', 'NOT_VERIFIED'),
  kind('okta', 'user.authentication.authenticate', 'Authentication of device via SAML IDP', 'NOT_ENROLLED', idp),
  kind('okta', 'application.provision.user.push', 'Push new user', 'Bad Request', app),
  kind('okta', 'application.provision.user.sync', 'Sync user', '', app),
  kind('okta', 'application.lifecycle.update', 'Update application', '', app),
  kind('okta', 'system.idp.lifecycle.deactivate', 'Deactivate Identity Provider', '', idp),
  kind('okta', 'policy.rule.update', 'Update policy rule', '', {
    id: '00p1',
    type: 'PolicyEntity',
    name: 'Idp Discovery Policy',
  }),
  kind('okta', 'system.api_token.revoke', 'Revoke API token', '', { id: '00T1', type: 'Token', name: 'Workspace ONE' }),
  kind('okta', 'group.user_membership.add', 'Add user to group'),
  kind('access', 'LOGIN', 'LOGIN (Mobile SSO (for iOS))', 'Kerberos NEGOTIATE failed'),
  kind('access', 'LOGIN', 'LOGIN (Password)'),
  kind('access', 'LOGIN_ERROR', 'LOGIN_ERROR', 'IDP not found'),
  kind('access', 'LAUNCH_ERROR', 'LAUNCH_ERROR → OKTA', 'The resource could not be resolved'),
  kind('uem', 'ENROLL', 'Enrollment'),
];

/** What makes the events of `anyEvents`. */
export interface AnyEvents {
  readonly count: number;
  readonly seed: number;
  /** The time they are spread over, milliseconds since 1970. */
  readonly from: number;
  readonly to: number;
  readonly people: number;
  /** So many different reasons and objects of each kind. */
  readonly variety: number;
}

/** Events of every kind, the same for the same seed. */
export function anyEvents({ count, seed, from, to, people, variety }: AnyEvents): AlertEvent[] {
  const random = seededRandom(seed);
  const below = (limit: number) => Math.floor(random() * limit);
  const letters = (number: number) => number.toString(26).replace(/\d/g, (digit) => 'qrstuvwxyz'[Number(digit)] ?? '');
  return Array.from({ length: count }, (_, nth): AlertEvent => {
    const { reason, targets, ...rest } = kinds[below(kinds.length)] as Kind;
    const person = below(people);
    const which = below(variety);
    const failed = reason !== '' || random() < 0.3;
    return {
      ...rest,
      id: `${seed}-${nth}`,
      at: from + below(to - from),
      failed,
      reason: failed && reason !== '' && which > 0 ? `${reason} ${letters(which)}` : reason,
      ...(random() < 0.9 ? { personId: `00u${person}` } : {}),
      ...(random() < 0.7 ? { login: `p${person}@acme.example` } : {}),
      ...(random() < 0.5 ? { actor: admin } : {}),
      targets: targets.map((target) => (which === 0 ? target : { ...target, id: `${target.id}-${which}` })),
    };
  });
}

const longText = 'x'.repeat(10_000);

/** Events as no system should send them, and one that every rule may look at. */
export function oddEvents(at: number): AlertEvent[] {
  const texts = ['', ' ', longText, '"quotes" <@U1> *bold* `code`', '\u0000\n\t', '😀'.repeat(200), '\ud800', '…', '@'];
  const moments = [at, 0, -1, at + 365 * 86_400_000, at - 365 * 86_400_000, 8.64e15];
  const odd: AlertEvent[] = kinds.flatMap((one) =>
    texts.map((text, nth) => ({
      ...one,
      id: `odd ${one.type} ${nth}`,
      at: moments[nth % moments.length] ?? at,
      failed: nth % 3 !== 0,
      reason: text,
      what: text,
      personId: `${text}${nth}`.slice(0, 300),
      login: text,
      actor: { id: text, type: text, name: text },
      targets:
        one.targets.length > 0
          ? one.targets.map((target) => ({ ...target, name: `Workspace ONE${text}` }))
          : [{ id: text, type: text, name: text }],
    })),
  );
  return [...odd, ...odd.map((one) => ({ ...one, id: `${one.id} now`, at }))];
}

/** The same in another order. */
export function shuffled<T>(items: readonly T[], seed: number): T[] {
  const random = seededRandom(seed);
  const result = [...items];
  for (let last = result.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [result[last], result[other]] = [result[other] as T, result[last] as T];
  }
  return result;
}
