import { describeCheck } from '../contracts/check.js';
import { idpOfAccess } from './changes-of-access.js';

const context = (samlAuthnContext: string | null) =>
  idpOfAccess('Okta', (idp) => {
    for (const method of idp.authMethods) method['samlAuthnContext'] = samlAuthnContext;
  });

describeCheck('access-okta-idp-context', {
  pass: { 'Unspecified is listed': { said: /lists the SAML Context “Unspecified”/ } },
  fail: {
    'only PasswordProtectedTransport is listed': {
      changes: [context('urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport')],
      said: /does not list .* PasswordProtectedTransport|does not list .*PasswordProtectedTransport/,
      articleId: 'federation-artifact-not-found',
    },
    'there is no method at all': {
      changes: [
        idpOfAccess('Okta', (idp) => {
          idp.authMethods.splice(0);
        }),
      ],
      said: /it lists none/,
    },
  },
  unknown: {
    'a method does not tell its context': { changes: [context(null)], said: /does not show every SAML Context/ },
    'the methods are not sent': {
      changes: [idpOfAccess('Okta', (idp) => Object.assign(idp, { authMethods: null }))],
      said: /does not show the authentication methods/,
    },
  },
});
