import { ann } from '../people.js';
import { noMethodIsLeft } from '../stories/access-refuses.js';
import { minute } from '../time.js';
import { deviceNumberOf, iosSso } from '../uem/base.js';
import type { Change, Scenario } from './scenario.js';

/** The profile has no smart group, and Ann's iPhone does not have it. */
const profileHasNoAssignment: Change = ({ uem }) => {
  for (const profile of uem.profiles) {
    if (profile.number === iosSso.number) profile.assigned = false;
  }
  uem.states.set(`${deviceNumberOf(ann)}/${iosSso.number}`, 1);
};

/** Without the profile there is no Mobile SSO, and the policy has nothing else. */
export const iosSsoNotInstalled = {
  id: 'ios-sso-not-installed',
  title: 'Mobile SSO: profile not installed',
  story: 'The iOS SSO profile was never assigned, so Ann’s iPhone lacks it and no authentication method is left.',
  subject: 'ann@acme.example',
  tryThis: '/wo-okta check ann@acme.example',
  pasted: 'Access denied as no valid authentication methods were found',
  cause: { article: 'mobile-sso-no-valid-auth-methods', check: 'uem-ios-sso-profile-assigned' },
  changes: [
    profileHasNoAssignment,
    (world) => noMethodIsLeft(world, ann, 28 * minute),
    (world) => noMethodIsLeft(world, ann, 7 * minute),
  ],
} satisfies Scenario;
