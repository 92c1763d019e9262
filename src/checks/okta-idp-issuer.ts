import { clipped } from '../lookups/wording/time.js';
import { type Check, fail, pass } from './check.js';
import { idpNamed, workspaceOneIdps } from './parts/workspace-one-idp.js';
import { oktaIdentityProviders } from './sources/okta.js';

/** The entity id of Workspace ONE Access is the address of its metadata. */
export const oktaIdpIssuer = {
  id: 'okta-idp-issuer',
  states: 'The Issuer URI of Okta’s identity provider for Workspace ONE ends in idp.xml.',
  about: 'tenant',
  shows: 'cause',
  async run(look) {
    const idps = await workspaceOneIdps(look);
    for (const idp of idps) {
      const issuer = idp.protocol?.credentials?.trust?.issuer ?? '(none)';
      look.saw(oktaIdentityProviders, `Issuer URI of the identity provider ${idpNamed(idp)}`, issuer);
    }
    const wrong = idps.find(({ protocol }) => !/\/idp\.xml$/.test(protocol?.credentials?.trust?.issuer ?? ''));
    if (wrong === undefined) return pass(`The Issuer URI of ${idps.map(idpNamed).join(', ')} ends in idp.xml.`);
    const issuer = wrong.protocol?.credentials?.trust?.issuer;
    return fail(
      issuer
        ? `The Issuer URI of ${idpNamed(wrong)} is ${clipped(issuer, 200)}, which does not end in idp.xml.`
        : `The identity provider ${idpNamed(wrong)} has no Issuer URI.`,
    );
  },
} satisfies Check;
