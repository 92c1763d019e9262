import { describeCheck } from '../contracts/check.js';

describeCheck('okta-idp-issuer', {
  pass: { 'the issuer is the address of idp.xml': { said: /“Workspace ONE” ends in idp\.xml/ } },
  fail: { 'the issuer is something else': { scenario: 'wrong-issuer', said: /which does not end in idp\.xml/ } },
  unknown: {
    'no identity provider is recognised as Workspace ONE': {
      changes: [
        ({ okta }) => {
          okta.idps.splice(0);
        },
      ],
      said: /OKTA_WS1_IDP/,
    },
  },
});
