import { placeholder } from '../../src/playground/tenants/placeholder.js';
import { describeCheck } from '../contracts/check.js';
import { appOfOkta, idpOfAccess, idpsAreNotHandedOut } from './changes-of-access.js';

const unspecified = 'urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified';
const mappedTo = (attribute: string) =>
  idpOfAccess('Okta', (idp) => Object.assign(idp.nameIdFormatAttributeMappings ?? {}, { [unspecified]: attribute }));
const sends = (template: string) =>
  appOfOkta((app) => Object.assign(app.credentials, { userNameTemplate: { template, type: 'CUSTOM' } }));
const prefix = placeholder('fn:substringBefore(source.login, "@")');

describeCheck('access-okta-idp-name-id', {
  pass: {
    'Okta sends an address and it is mapped to one': { said: /mapped to UserPrincipalName.*Okta username/ },
    'it is mapped to the e-mail addresses': { changes: [mappedTo('emails')], said: /mapped to Email/ },
    'both are short names': { changes: [mappedTo('userName'), sends(prefix)], said: /the part before the @/ },
  },
  fail: {
    'Okta sends an address and it is mapped to the short user name': {
      scenario: 'jit-off',
      said: /mapped to User Name, which for none of 6 users looked at is an address/,
      articleId: 'no-access-to-service',
    },
    'Okta sends the part before the @ and it is mapped to addresses': {
      changes: [sends(prefix)],
      said: /mapped to UserPrincipalName, which for none of 6 users looked at is a short name/,
      articleId: 'no-access-to-service',
    },
    'nobody has the attribute that it is mapped to': {
      changes: [
        ({ access }) => {
          for (const user of access.users) user.userPrincipalName = null;
        },
      ],
      said: /for none of 6 users/,
    },
  },
  unknown: {
    'some users have it and some do not': {
      changes: [
        ({ access }) => {
          for (const user of access.users.slice(0, 2)) user.userPrincipalName = null;
        },
      ],
      said: /for 4 of 6 users/,
    },
    'it is mapped to an attribute that the API does not tell': { changes: [mappedTo('id')], said: /mapped to id/ },
    'Okta’s template is one of its own': {
      changes: [sends(placeholder('source.employeeNumber'))],
      said: /\$\{source\.employeeNumber\}/,
    },
    'Okta sends another format': {
      changes: [
        appOfOkta((app) => {
          const { signOn } = app['settings'] as { signOn: Record<string, unknown> };
          signOn['subjectNameIdFormat'] = 'urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress';
        }),
      ],
      said: /in the format urn:.*emailAddress/,
    },
    'the settings are not handed out': { changes: [idpsAreNotHandedOut], said: /does not show the settings/ },
    'there are too few users to look at': {
      changes: [
        ({ access }) => {
          for (const user of access.users.slice(2)) user.internalUserType = 'LOCAL';
        },
      ],
      said: /too few users/,
    },
  },
});
