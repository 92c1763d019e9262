import { describeCheck } from '../contracts/check.js';
import { idpOfAccess } from './changes-of-access.js';

describeCheck('access-built-in-idp-methods', {
  pass: { 'Mobile SSO is ticked': { said: /offers Mobile SSO \(for iOS\), Mobile SSO \(for Android\)/ } },
  fail: {
    'nothing is ticked': {
      changes: [
        idpOfAccess('Built-in', (idp) => {
          idp.authMethods.splice(0);
        }),
      ],
      said: /No authentication method is ticked/,
      articleId: 'idp-not-found',
    },
  },
  unknown: {
    'they are not sent': {
      changes: [idpOfAccess('Built-in', (idp) => Object.assign(idp, { authMethods: null }))],
      said: /does not show the authentication methods/,
    },
  },
});
