import { type Check, fail, pass, unknown } from './check.js';
import { idpName, notSent, oktaIdp } from './parts/access-idps.js';
import { accessIdentityProvider } from './sources/access.js';

const label = 'Single Sign-out Configuration';

/** Without it the Okta session survives the sign-out and signs the person straight in again. */
export const accessOktaIdpSingleLogout = {
  id: 'access-okta-idp-single-logout',
  states: 'Single sign-out is enabled in the identity provider for Okta in Workspace ONE Access.',
  about: 'tenant',
  shows: 'cause',
  async run(look) {
    const idp = await oktaIdp(look);
    const enabled = idp.saml2IdPSLOConfiguration?.sendSLORequest;
    if (enabled == null) return unknown(notSent(`the ${label}`, idp));
    look.saw(
      accessIdentityProvider,
      `${label} of the identity provider ${idpName(idp)}`,
      enabled ? 'enabled' : 'not enabled',
    );
    return enabled
      ? pass(`Single sign-out is enabled in the identity provider ${idpName(idp)}.`)
      : fail(`Single sign-out is not enabled in the identity provider ${idpName(idp)}.`);
  },
} satisfies Check;
