import { nina, omar } from '../people.js';
import { unmanagedPhoneFails } from '../stories/access-refuses.js';
import { worksHere } from '../stories/staff.js';
import { minute } from '../time.js';
import type { Change, Scenario } from './scenario.js';

const accessTellsOktaNothing: Change = ({ access }) => {
  for (const { authInfo } of access.catalog) authInfo.returnFailureResponse = false;
};

/** People with phones of their own, which UEM does not know. */
const ownPhones: Change = (world) => {
  for (const person of [nina, omar]) worksHere(world, person);
};

/** Access keeps the failure to itself, so Okta never asks them to sign in another way. */
export const failureNotificationOff = {
  id: 'failure-notification-off',
  title: 'Device Trust: unmanaged phones are stuck',
  story:
    'Access does not tell Okta when Mobile SSO fails, so Nina’s and Omar’s private phones stop at a Kerberos error.',
  subject: 'nina@acme.example',
  tryThis: '@wo-okta Kerberos NEGOTIATE failed or was cancelled by the user, on a private phone',
  pasted: 'Kerberos NEGOTIATE failed or was cancelled by the user',
  cause: { article: 'device-trust-kerberos-unmanaged', check: 'access-failure-notification' },
  changes: [
    accessTellsOktaNothing,
    ownPhones,
    (world) => unmanagedPhoneFails(world, omar, 44 * minute),
    (world) => unmanagedPhoneFails(world, nina, 19 * minute),
    (world) => unmanagedPhoneFails(world, nina, 17 * minute),
  ],
} satisfies Scenario;
