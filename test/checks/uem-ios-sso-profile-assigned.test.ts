import { describeCheck } from '../contracts/check.js';
import { noProfile, profile } from './uem-worlds.js';

const articleId = 'mobile-sso-no-valid-auth-methods';

describeCheck('uem-ios-sso-profile-assigned', {
  pass: { 'it is active and has a smart group': { said: /^“iOS SSO” is active and assigned to All Apple\.$/ } },
  fail: {
    'it has no smart group': { scenario: 'ios-sso-not-installed', said: /is assigned to no smart group/, articleId },
    'it is not active': {
      changes: [
        profile((one) => {
          one.active = false;
        }),
      ],
      said: /is not active but Inactive/,
      articleId,
    },
    'there is none': { changes: [noProfile], said: /has no iOS profile with the Single Sign-On payload/, articleId },
  },
  unknown: {
    'there are more profiles than were read, and none of those is assigned': {
      scenario: 'ios-sso-not-installed',
      changes: [
        ({ uem }) => {
          const [first] = uem.profiles;
          if (first === undefined) throw new Error('There is no profile.');
          for (let count = 0; count < 120; count += 1) uem.profiles.push({ ...first, number: 200 + count });
        },
      ],
      said: /^Only some of the iOS SSO profiles were read/,
    },
  },
});
