import { createCertificate } from '../../src/playground/tenants/certificate.js';
import type { World } from '../../src/playground/tenants/index.js';
import { describeCheck } from '../contracts/check.js';

const day = 86_400_000;
const path = '/SAAS/API/1.0/GET/metadata/idp.xml';
/** What Access publishes: certificates that end in so many days, and when the metadata itself does. */
const publishes =
  (certificates: readonly number[], validFor: number) =>
  ({ faults, now }: World) => {
    const keys = certificates.map((days) => {
      const { base64 } = createCertificate('access', now - 900 * day, now + days * day);
      return `<KeyDescriptor use="signing"><KeyInfo xmlns="http://www.w3.org/2000/09/xmldsig#"><X509Data><X509Certificate>${base64}</X509Certificate></X509Data></KeyInfo></KeyDescriptor>`;
    });
    const body = `<EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" entityID="x" validUntil="${new Date(now + validFor * day).toISOString()}"><IDPSSODescriptor>${keys.join('')}</IDPSSODescriptor></EntityDescriptor>`;
    faults.push({ system: 'access', kind: 'status', status: 200, body, contentType: 'application/xml', under: path });
  };

describeCheck('access-metadata-certificate', {
  pass: { 'both last': { said: /expires in 700 days/ } },
  fail: {
    'the certificate ends in less than a fortnight': {
      scenario: 'certificate-near-expiry',
      said: /signing certificate of Workspace ONE Access expires in 6 days/,
      articleId: 'certificate-expired',
    },
    'only the metadata runs out': {
      changes: [publishes([400], 3)],
      said: /metadata of Workspace ONE Access expires in 3 days/,
      articleId: 'certificate-expired',
    },
  },
  unknown: {
    'there is no certificate in it': { changes: [publishes([], 400)], said: /shows no signing certificate/ },
    'one of two certificates ends': { changes: [publishes([5, 900], 400)], said: /several signing certificates/ },
  },
});
