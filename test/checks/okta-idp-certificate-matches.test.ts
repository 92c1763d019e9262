import { describeCheck } from '../contracts/check.js';
import { certificate, noIdp, trustsCertificateFor } from './changes.js';

describeCheck('okta-idp-certificate-matches', {
  pass: { 'both sides have the same': { said: /Okta trusts the certificate .* SHA-256 [0-9A-F:]{23}…/ } },
  fail: {
    'Access has a new one': {
      changes: [
        (world) => {
          world.access.certificate = certificate(world, 900);
        },
      ],
      said: /does not trust the certificate/,
    },
    'Okta has another one': { changes: [trustsCertificateFor(900)] },
  },
  unknown: {
    'Okta shows none': {
      changes: [({ okta }) => okta.trustKeys.splice(0)],
      said: /Okta does not show its certificate/,
    },
    'no identity provider is recognised': { changes: [noIdp], said: /OKTA_WS1_IDP/ },
  },
});
