import { describeCheck } from '../contracts/check.js';

describeCheck('access-required-attributes', {
  pass: { 'only what Okta sends is required': { said: /all that is required: userName, emails and name/ } },
  fail: {
    'the distinguished name is required': {
      scenario: 'scim-distinguished-name',
      said: /requires distinguishedName/,
      articleId: 'scim-distinguished-name-missing',
    },
  },
  unknown: {
    'an attribute is required that Okta may send or not': {
      changes: [
        ({ access }) => {
          access.userAttributes.push({ name: 'employeeID', required: true });
        },
      ],
      said: /also requires employeeID/,
    },
    'it is not told what is required': {
      changes: [
        ({ access }) => {
          for (const attribute of access.userAttributes) Object.assign(attribute, { required: null });
        },
      ],
      said: /does not tell which attributes/,
    },
  },
});
