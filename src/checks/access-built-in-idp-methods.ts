import { listed } from '../lookups/wording/lines.js';
import { clipped } from '../lookups/wording/time.js';
import { type Check, fail, pass, unknown } from './check.js';
import { idpName, notSent } from './parts/access-idps.js';
import { builtInForOkta } from './parts/built-in-for-okta.js';
import { accessIdentityProvider } from './sources/access.js';

/** A policy rule can only name a method that an identity provider offers. */
export const accessBuiltInIdpMethods = {
  id: 'access-built-in-idp-methods',
  states: 'An authentication method is ticked in the built-in identity provider.',
  about: 'tenant',
  shows: 'cause',
  async run(look) {
    const idp = await builtInForOkta(look);
    if (idp.authMethods == null) return unknown(notSent('the authentication methods', idp));
    const names = idp.authMethods.map(({ authMethodName }) => clipped(authMethodName ?? 'an unnamed method', 80));
    const shown = listed(names.slice(0, 8)) || 'none';
    look.saw(accessIdentityProvider, `Authentication methods of the identity provider ${idpName(idp)}`, shown);
    return names.length === 0
      ? fail(`No authentication method is ticked in the identity provider ${idpName(idp)}.`, 'idp-not-found')
      : pass(`The identity provider ${idpName(idp)} offers ${shown}.`);
  },
} satisfies Check;
