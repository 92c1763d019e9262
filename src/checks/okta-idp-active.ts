import { type Check, fail, pass, unknown } from './check.js';
import { idpNamed, idpsNamed, isActive, workspaceOneIdps } from './parts/workspace-one-idp.js';
import { oktaIdentityProviders } from './sources/okta.js';

/** Nobody is sent to an identity provider that is not active. */
export const oktaIdpActive = {
  id: 'okta-idp-active',
  states: 'The identity provider for Workspace ONE in Okta is active.',
  about: 'tenant',
  shows: 'cause',
  async run(look) {
    const idps = await workspaceOneIdps(look);
    for (const idp of idps)
      look.saw(oktaIdentityProviders, `Status of the identity provider ${idpNamed(idp)}`, idp.status);
    const active = idps.filter(isActive);
    if (active.length > 0) return pass(`The identity provider ${idpsNamed(active)} is active.`);
    if (idps.every(({ status }) => status === 'INACTIVE'))
      return fail(`The identity provider ${idpsNamed(idps)} is inactive, so nobody signs in to Okta through it.`);
    return unknown(
      `The identity provider ${idpsNamed(idps)} has a status that the bot does not know. Look under ${oktaIdentityProviders.where}.`,
    );
  },
} satisfies Check;
