import type { IdentityProvider } from '../../src/playground/tenants/okta/objects.js';
import { describeCheck } from '../contracts/check.js';
import { idp } from './changes.js';

const subject = (change: (subject: IdentityProvider['policy']['subject']) => void) =>
  idp((one) => change(one.policy.subject));

describeCheck('okta-idp-user-match', {
  pass: {
    'it is as the guide says': { said: /compares idpuser\.subjectNameId with Okta Username/ },
    'it is matched with the e-mail address': { changes: [subject((one) => (one.matchType = 'EMAIL'))] },
  },
  fail: {
    'another attribute of the assertion is taken': {
      changes: [subject((one) => (one.userNameTemplate.template = 'idpuser.email'))],
      said: /is idpuser\.email: it must be/,
    },
  },
  unknown: {
    'it is matched with an attribute of its own': {
      changes: [subject((one) => (one.matchType = 'CUSTOM_ATTRIBUTE'))],
      said: /on purpose\?/,
    },
    'a filter lets only some names pass': {
      changes: [subject((one) => (one['filter'] = '(\\S+@acme\\.example)'))],
      said: /only names that fit .* on purpose\?/,
    },
    'the name is worked on': {
      changes: [subject((one) => (one.userNameTemplate.template = 'idpuser.subjectNameId + "@acme.example"'))],
      said: /on purpose\?/,
    },
    'the match rule was not sent': {
      changes: [subject((one) => (one.matchType = ''))],
      said: /did not send how/,
    },
  },
});
