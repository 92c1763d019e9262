import { listed } from '../lookups/wording/lines.js';
import { type Check, fail, pass, unknown } from './check.js';
import { idpName, notSent } from './parts/access-idps.js';
import { builtInForOkta } from './parts/built-in-for-okta.js';
import { allRanges, networksOf } from './parts/networks.js';
import { accessIdentityProvider } from './sources/access.js';

/** A range left out gives sign-ins that work in the office and fail on mobile data. */
export const accessBuiltInIdpNetworks = {
  id: 'access-built-in-idp-networks',
  states: 'ALL RANGES is ticked in the built-in identity provider.',
  about: 'tenant',
  shows: 'cause',
  async run(look) {
    const idp = await builtInForOkta(look);
    const networks = networksOf(idp);
    if (networks === undefined) return unknown(notSent('the network ranges', idp));
    const shown = listed(networks.slice(0, 8)) || 'none';
    look.saw(accessIdentityProvider, `Network ranges of the identity provider ${idpName(idp)}`, shown);
    if (networks.some((name) => name.toUpperCase() === allRanges))
      return pass(`${allRanges} is ticked in ${idpName(idp)}.`);
    const besides = networks.length === 0 ? 'no network range is' : `only ${shown}`;
    return fail(`${allRanges} is not ticked in the identity provider ${idpName(idp)}: ${besides}.`, 'idp-not-found');
  },
} satisfies Check;
