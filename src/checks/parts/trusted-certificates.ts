import type { OktaIdentityProvider } from '../../connectors/okta/index.js';
import { certificateOf, type KnownCertificate } from '../../lookups/halves/certificates.js';
import type { Look } from '../look.js';
import { oktaIdpKeys } from '../sources/okta.js';

/** The certificates that Okta trusts an identity provider's answers by; none when they were not among what was read. */
export async function trustedCertificates(
  look: Look,
): Promise<(idp: OktaIdentityProvider) => readonly KnownCertificate[]> {
  const { items } = await look.at(oktaIdpKeys);
  return ({ protocol }) => {
    const { kid, additionalKids } = protocol?.credentials?.trust ?? {};
    const kids = new Set([kid, ...(additionalKids ?? [])]);
    return items.filter((key) => kids.has(key.kid)).map(certificateOf);
  };
}
