import { asActor, logEvent } from '../okta/log-event.js';
import { ann, ben, jane, type Person } from '../people.js';
import { samlRequestArrives, signsInAtAccess } from '../stories/sign-in.js';
import { minute, second } from '../time.js';
import type { Change, Scenario } from './scenario.js';

/** The two advanced properties of the application source that Device Trust needs are off. */
const deviceSsoResponseOff: Change = ({ access }) => {
  for (const { authInfo } of access.catalog) {
    authInfo.deviceSsoResponse = false;
    authInfo.enableForceAuthnRequest = false;
  }
};

/** Okta asks, Access answers, Okta asks again: eight rounds in 48 seconds, and no session in the end. */
const goesRound =
  (person: Person, minutes: number): Change =>
  (world) => {
    for (let round = 0; round < 8; round += 1) {
      const ago = minutes * minute - round * 6 * second;
      logEvent(world, {
        ago,
        eventType: 'policy.evaluate_sign_on',
        displayMessage: 'Evaluation of sign-on policy',
        actor: asActor(person),
        result: 'CHALLENGE',
        os: 'iOS',
      });
      samlRequestArrives(world, person, ago - 2 * second);
      signsInAtAccess(world, person, ago - 4 * second);
    }
  };

/** Browsers go back and forth between the two. */
export const redirectLoop = {
  id: 'redirect-loop',
  title: 'Loop between Okta and Access',
  story:
    'Device SSO Response and ForceAuthn are off in the application source: the iPhones of Ben, Jane and Ann go in circles.',
  subject: 'ben@acme.example',
  tryThis: '/wo-okta check ben@acme.example',
  pasted: 'My managed iPhone goes back and forth between Okta and Workspace ONE without end.',
  cause: { article: 'device-trust-redirect-loop', check: 'access-device-sso-response' },
  changes: [deviceSsoResponseOff, goesRound(ann, 46), goesRound(jane, 33), goesRound(ben, 21)],
} satisfies Scenario;
