import { clipped } from '../lookups/wording/time.js';
import type { Check } from './check.js';
import { eachIdp } from './parts/each-idp.js';
import { idpNamed, idpsInUse } from './parts/workspace-one-idp.js';
import { accessMetadata } from './sources/access.js';
import { oktaIdentityProviders } from './sources/okta.js';

/** Okta knows whose answer it holds by the issuer alone, compared letter by letter. */
export const oktaIdpIssuerMatches = {
  id: 'okta-idp-issuer-matches',
  states: 'The Issuer URI in Okta is the entityID of Workspace ONE Access’s metadata.',
  about: 'tenant',
  shows: 'cause',
  async run(look) {
    const [idps, { entityId }] = await Promise.all([idpsInUse(look), look.at(accessMetadata)]);
    look.saw(accessMetadata, 'entityID', entityId);
    return eachIdp(idps, (idp) => {
      const issuer = idp.protocol?.credentials?.trust?.issuer;
      if (!issuer)
        return { untold: `Okta sent no Issuer URI for ${idpNamed(idp)}. Look under ${oktaIdentityProviders.where}.` };
      look.saw(oktaIdentityProviders, `Issuer URI of the identity provider ${idpNamed(idp)}`, issuer);
      if (issuer === entityId)
        return { right: `The Issuer URI of ${idpNamed(idp)} is the entityID, ${clipped(issuer, 200)}.` };
      return {
        wrong: `The Issuer URI of ${idpNamed(idp)} is ${clipped(issuer, 150)}, but the entityID of Workspace ONE Access is ${clipped(entityId, 150)}.`,
      };
    });
  },
} satisfies Check;
