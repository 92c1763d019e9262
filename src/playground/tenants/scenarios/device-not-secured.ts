import { oktaId } from '../ids.js';
import { asActor, logEvent, workspaceOneIdpTarget } from '../okta/log-event.js';
import { ann, ben, carla, jane, type Person } from '../people.js';
import { mobileSsoOf, osOf, samlRequestArrives, signsInAtAccess } from '../stories/sign-in.js';
import { minute, second } from '../time.js';
import type { Change, Scenario } from './scenario.js';

/** Two methods in one policy rule: Access answers, but vouches for no device. */
const deviceIsNotTrusted =
  (person: Person, ...minutesAgo: readonly number[]): Change =>
  (world) => {
    for (const minutes of minutesAgo) {
      const ago = minutes * minute;
      samlRequestArrives(world, person, ago + 4 * second);
      signsInAtAccess(world, person, ago + 3 * second, `${mobileSsoOf(person)},Device Compliance (with AirWatch)`);
      const common = { actor: asActor(person), os: osOf(person), transaction: oktaId('Z', world.mint()) };
      logEvent(world, {
        ...common,
        ago: ago + second,
        eventType: 'user.authentication.authenticate',
        displayMessage: 'Authentication of device via SAML IDP',
        result: 'FAILURE',
        target: [workspaceOneIdpTarget],
        // The event catalogue writes these in snake case, other events come in camel case.
        debugData: {
          device_trust_vendor: 'AIRWATCH',
          identity_provider_id: workspaceOneIdpTarget.id,
          result: 'NOT_VERIFIED',
        },
      });
      logEvent(world, {
        ...common,
        ago,
        eventType: 'policy.evaluate_sign_on',
        displayMessage: 'Evaluation of sign-on policy',
        result: 'DENY',
        debugData: { result: 'NOT_VERIFIED' },
      });
    }
  };

/** "Device must be secured by Workspace ONE", though it is. */
export const deviceNotSecured = {
  id: 'device-not-secured',
  title: 'Device Trust: not secured',
  story:
    'Ann and three others have managed phones that count as not secured: Mobile SSO and Device Compliance in one rule.',
  subject: 'ann@acme.example',
  tryThis: '/wo-okta check ann@acme.example',
  pasted: 'Device Must be Secured by Workspace ONE',
  cause: { article: 'device-trust-not-secured', check: 'access-methods-not-combined' },
  changes: [
    deviceIsNotTrusted(ann, 33, 14),
    deviceIsNotTrusted(ben, 52, 27),
    deviceIsNotTrusted(jane, 21),
    deviceIsNotTrusted(carla, 8),
  ],
} satisfies Scenario;
