import type { Check } from './check.js';
import { eachIdp } from './parts/each-idp.js';
import { trustedCertificates } from './parts/trusted-certificates.js';
import { idpNamed, idpsInUse } from './parts/workspace-one-idp.js';
import { accessMetadata } from './sources/access.js';
import { oktaIdpKeys } from './sources/okta.js';

/** Access signs its answers with a certificate that Okta must know: a new one in Access makes Okta refuse them all. */
export const oktaIdpCertificateMatches = {
  id: 'okta-idp-certificate-matches',
  states: 'The certificate that Okta trusts for Workspace ONE is the one that Workspace ONE Access signs with now.',
  about: 'tenant',
  shows: 'cause',
  async run(look) {
    const [idps, trusted, metadata] = await Promise.all([
      idpsInUse(look),
      trustedCertificates(look),
      look.at(accessMetadata),
    ]);
    const signing = metadata.certificates.flatMap(({ use, fingerprint }) => (use === 'encryption' ? [] : fingerprint));
    look.saw(accessMetadata, 'SHA-256 of the signing certificate', signing.join(', ') || '(none)');
    return eachIdp(
      idps,
      (idp) => {
        const known = trusted(idp).flatMap(({ fingerprint }) => fingerprint ?? []);
        look.saw(oktaIdpKeys, `SHA-256 of the certificate trusted for ${idpNamed(idp)}`, known.join(', ') || '(none)');
        const shared = signing.filter((one) => known.includes(one));
        if (known.length === 0 || signing.length === 0) {
          const side = known.length === 0 ? 'Okta' : 'Workspace ONE Access';
          return { untold: `${side} does not show its certificate for ${idpNamed(idp)}: compare the two by hand.` };
        }
        if (shared.length === signing.length)
          return {
            right: `Okta trusts the certificate of Workspace ONE Access for ${idpNamed(idp)}: ${short(signing[0])}.`,
          };
        if (shared.length > 0) {
          return {
            untold: `Workspace ONE Access publishes ${signing.length} certificates, and Okta trusts ${shared.length} of them for ${idpNamed(idp)}.`,
          };
        }
        return {
          wrong: `Okta does not trust the certificate that Workspace ONE Access signs with: ${idpNamed(idp)} has ${short(known[0])}, Access signs with ${short(signing[0])}.`,
        };
      },
      'certificate-expired',
    );
  },
} satisfies Check;

/** Enough to compare by eye. */
function short(fingerprint = ''): string {
  return `SHA-256 ${fingerprint.slice(0, 23)}…`;
}
