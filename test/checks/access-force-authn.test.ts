import { describeCheck } from '../contracts/check.js';

describeCheck('access-force-authn', {
  pass: { 'it is on': { said: /Enabled ForceAuthN Request is Yes/ } },
  fail: { 'it is off': { scenario: 'redirect-loop', said: /Enabled ForceAuthN Request is No/ } },
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
