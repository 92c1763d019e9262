import { ben } from '../people.js';
import { mobileSsoFails } from '../stories/access-refuses.js';
import { minute } from '../time.js';
import { deviceNumberOf, iosSso } from '../uem/base.js';
import type { Change, Scenario } from './scenario.js';

/** Ben's account in UEM was made with his e-mail address: his profile's principal name is invalid and fails. */
const benIsEnrolledByEmail: Change = ({ uem }) => {
  for (const user of uem.users) {
    if (user.number === ben.uemNumber) user.userName = ben.email;
  }
  uem.states.set(`${deviceNumberOf(ben)}/${iosSso.number}`, 6);
};

/** An @ in UEM's user name breaks the principal name of Mobile SSO. */
export const uemUserNameWithAt = {
  id: 'uem-user-name-with-at',
  title: 'Mobile SSO: @ in the UEM user name',
  story: 'Ben’s user name in UEM is ben@acme.example; a principal name must not hold an @, so Mobile SSO fails.',
  subject: 'ben@acme.example',
  tryThis: '/wo-okta check ben@acme.example',
  pasted: 'Kerberos NEGOTIATE failed or was cancelled by the user',
  cause: { article: 'mobile-sso-invalid-principal-name', check: 'uem-user-names-without-at' },
  changes: [
    benIsEnrolledByEmail,
    (world) => mobileSsoFails(world, ben, 16 * minute, 'Kerberos NEGOTIATE failed or was cancelled by the user'),
  ],
} satisfies Scenario;
