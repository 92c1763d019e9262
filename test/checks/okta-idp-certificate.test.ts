import { keyOf } from '../../src/playground/tenants/okta/base-idp.js';
import { describeCheck } from '../contracts/check.js';
import { certificate, idp, trustsCertificateFor } from './changes.js';

describeCheck('okta-idp-certificate', {
  pass: {
    'it lasts for long': { said: /“Workspace ONE” expires in 700 days/ },
    'it lasts for exactly as long as needed': { changes: [trustsCertificateFor(14)], said: /in 14 days/ },
    'an old one is still trusted beside the new one': {
      changes: [
        (world) => {
          world.okta.trustKeys.push(keyOf(certificate(world, -3), 'kid-old', world.now));
        },
        idp((one) => (one.protocol.credentials.trust['additionalKids'] = ['kid-old'])),
      ],
    },
  },
  fail: {
    'it ends soon': { scenario: 'certificate-near-expiry', said: /expires in 6 days/ },
    'it ends a day too early': { changes: [trustsCertificateFor(13)], said: /in 13 days/ },
    'it is over': { changes: [trustsCertificateFor(-3)], said: /expired 2 days ago/ },
  },
  unknown: {
    'the key is not among those that were read': {
      changes: [({ okta }) => okta.trustKeys.splice(0)],
      said: /did not tell when/,
    },
  },
});
