import { describeCheck } from '../contracts/check.js';
import { idpOfAccess } from './changes-of-access.js';

describeCheck('access-okta-idp-single-logout', {
  pass: { 'it is enabled': { said: /is enabled in the identity provider “Okta”/ } },
  fail: {
    'it is not enabled': {
      changes: [
        idpOfAccess('Okta', (idp) => Object.assign(idp, { saml2IdPSLOConfiguration: { sendSLORequest: false } })),
      ],
      said: /is not enabled/,
    },
  },
  unknown: {
    'Access does not send it': {
      changes: [idpOfAccess('Okta', (idp) => Object.assign(idp, { saml2IdPSLOConfiguration: null }))],
      said: /does not show the Single Sign-out Configuration/,
    },
  },
});
