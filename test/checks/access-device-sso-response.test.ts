import { describeCheck } from '../contracts/check.js';

describeCheck('access-device-sso-response', {
  pass: { 'it is on': { said: /is Yes/ } },
  fail: {
    'it is off': {
      scenario: 'redirect-loop',
      said: /Device SSO Response is No/,
      articleId: 'device-trust-redirect-loop',
    },
  },
  unknown: {
    'the tenant does not hand the application source out': {
      changes: [
        ({ access }) => {
          access.catalog.splice(0);
        },
      ],
      said: /does not show the OKTA application source/,
    },
  },
});
