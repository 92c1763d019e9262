import { listed } from '../lookups/wording/lines.js';
import { type Check, fail, pass, unknown } from './check.js';
import { idpName, notSent, oktaIdp } from './parts/access-idps.js';
import { networksOf } from './parts/networks.js';
import { accessIdentityProvider } from './sources/access.js';

/** With no network range ticked the identity provider is offered nowhere. */
export const accessOktaIdpNetworks = {
  id: 'access-okta-idp-networks',
  states: 'The identity provider for Okta in Workspace ONE Access has ALL RANGES or another network range ticked.',
  about: 'tenant',
  shows: 'cause',
  async run(look) {
    const idp = await oktaIdp(look);
    const networks = networksOf(idp);
    if (networks === undefined) return unknown(notSent('the network ranges', idp));
    const shown = listed(networks.slice(0, 8)) || 'none';
    look.saw(accessIdentityProvider, `Network ranges of the identity provider ${idpName(idp)}`, shown);
    return networks.length === 0
      ? fail(`The identity provider ${idpName(idp)} has no network range ticked, so it is offered nowhere.`)
      : pass(`The identity provider ${idpName(idp)} is offered in ${shown}.`);
  },
} satisfies Check;
