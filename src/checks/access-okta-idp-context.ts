import { listed } from '../lookups/wording/lines.js';
import { clipped } from '../lookups/wording/time.js';
import { type Check, fail, pass, unknown } from './check.js';
import { idpName, notSent, oktaIdp } from './parts/access-idps.js';
import { accessIdentityProvider } from './sources/access.js';

const unspecified = 'urn:oasis:names:tc:SAML:2.0:ac:classes:unspecified';

/** Access has nothing to attach Okta's answer to when it lists no method for the answer's context. */
export const accessOktaIdpContext = {
  id: 'access-okta-idp-context',
  states: 'The identity provider for Okta in Workspace ONE Access lists the SAML Context “Unspecified”.',
  about: 'tenant',
  shows: 'cause',
  async run(look) {
    const idp = await oktaIdp(look);
    const methods = idp.authMethods;
    if (methods == null) return unknown(notSent('the authentication methods', idp));
    const contexts = methods.flatMap(({ samlAuthnContext }) => samlAuthnContext || []);
    const shown = listed(contexts.slice(0, 5).map((context) => clipped(context, 100))) || 'none';
    look.saw(accessIdentityProvider, `SAML Contexts of the identity provider ${idpName(idp)}`, shown);
    if (contexts.includes(unspecified))
      return pass(`The identity provider ${idpName(idp)} lists the SAML Context “Unspecified”.`);
    if (contexts.length < methods.length) return unknown(notSent('every SAML Context', idp));
    return fail(
      `The identity provider ${idpName(idp)} does not list the SAML Context “Unspecified”; it lists ${shown}.`,
      'federation-artifact-not-found',
    );
  },
} satisfies Check;
