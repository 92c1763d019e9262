import { createCertificate } from '../certificate.js';
import { keyOf } from '../okta/base-idp.js';
import { day, hour } from '../time.js';
import type { Change, Scenario } from './scenario.js';

/** The certificate that Access signs with, and that Okta trusts, ends in so long (in milliseconds). */
const accessCertificateEndsIn =
  (left: number): Change =>
  ({ okta, access, now }) => {
    const today = Math.floor(now / 1_000) * 1_000;
    access.certificate = createCertificate('VMware Identity Manager', today - 1_000 * day, today + left);
    okta.trustKeys.splice(0, okta.trustKeys.length, keyOf(access.certificate, 'kid-workspace-one', now));
  };

/** Soon nobody signs in through Workspace ONE. */
export const certificateNearExpiry = {
  id: 'certificate-near-expiry',
  title: 'SAML certificate near expiry',
  story: 'The certificate that Workspace ONE Access signs with, the same in Okta, expires in six days.',
  subject: 'ann@acme.example',
  tryThis: '/wo-okta idp',
  pasted: 'The SAML signing certificate of Workspace ONE is about to expire.',
  cause: { article: 'certificate-expired', check: 'access-metadata-certificate' },
  changes: [accessCertificateEndsIn(6 * day + 6 * hour)],
} satisfies Scenario;
