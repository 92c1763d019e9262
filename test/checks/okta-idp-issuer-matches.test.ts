import { describeCheck } from '../contracts/check.js';
import { idp, noIdp, secondIdp } from './changes.js';

const elsewhere = 'https://other.example/SAAS/API/1.0/GET/metadata/idp.xml';
const issuer = (text: string) => idp((one) => (one.protocol.credentials.trust.issuer = text));

describeCheck('okta-idp-issuer-matches', {
  pass: { 'the issuer is the entity id': { said: /“Workspace ONE” is the entityID/ } },
  fail: {
    'the issuer is another address': { scenario: 'wrong-issuer', said: /federation\/sso, but the entityID/ },
    'the issuer is another tenant’s': { changes: [issuer(elsewhere)], said: /other\.example/ },
  },
  unknown: {
    'no identity provider is recognised': { changes: [noIdp], said: /OKTA_WS1_IDP/ },
    'the issuer was not sent': { changes: [issuer('')], said: /sent no Issuer URI/ },
    'only one of two is right': {
      changes: [issuer(elsewhere), secondIdp()],
      said: /not so for “Workspace ONE UAT”/,
    },
  },
});
