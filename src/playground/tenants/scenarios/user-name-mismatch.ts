import { jane } from '../people.js';
import { placeholder } from '../placeholder.js';
import { oktaRefusesAssertion } from '../stories/refused-assertion.js';
import { minute } from '../time.js';
import type { Change, Scenario } from './scenario.js';

/** The application source sends the sAMAccountName instead of the user principal name. */
export const accessSendsShortUserName: Change = ({ access }) => {
  for (const { authInfo } of access.catalog) authInfo.nameId = placeholder('user.userName');
};

/** Okta, which knows e-mail addresses as logins, finds nobody called `jdoe`. */
export const oktaFindsNoJdoe =
  (...minutesAgo: readonly number[]): Change =>
  (world) => {
    for (const minutes of minutesAgo) {
      oktaRefusesAssertion(world, {
        person: jane,
        ago: minutes * minute,
        sent: jane.short,
        known: false,
        cause: 'Unable to match transformed username',
        requestArrives: true,
      });
    }
  };

/** The commonest fault: the two systems call the user by different names. */
export const userNameMismatch = {
  id: 'user-name-mismatch',
  title: 'User names do not match',
  story: 'Workspace ONE Access sends Jane’s sAMAccountName “jdoe”, but her Okta login is jdoe@acme.example.',
  subject: 'jdoe@acme.example',
  tryThis: '/wo-okta check jdoe@acme.example',
  pasted: 'After a successful sign-in at Workspace ONE, Jane ends up on the Okta sign-in page.',
  cause: { article: 'username-mismatch', check: 'okta-log-names-match' },
  changes: [accessSendsShortUserName, oktaFindsNoJdoe(40, 12)],
} satisfies Scenario;
