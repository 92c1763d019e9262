import { describeCheck } from '../contracts/check.js';

describeCheck('access-distinguished-name-optional', {
  pass: { 'it is optional': { said: /is optional/ } },
  fail: {
    'it is required': {
      scenario: 'scim-distinguished-name',
      said: /marked as required/,
      articleId: 'scim-distinguished-name-missing',
    },
  },
  unknown: {
    'the schema has no such attribute': {
      changes: [
        ({ access }) => {
          access.userAttributes.pop();
        },
      ],
      said: /Settings → User Attributes/,
    },
  },
});
