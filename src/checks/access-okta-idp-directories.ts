import { listed } from '../lookups/wording/lines.js';
import { clipped } from '../lookups/wording/time.js';
import { type Check, fail, pass, unknown } from './check.js';
import { idpName, notSent, oktaIdp } from './parts/access-idps.js';
import { accessIdentityProvider } from './sources/access.js';

/** An identity provider signs in the users of the directories that are ticked in it, and nobody else. */
export const accessOktaIdpDirectories = {
  id: 'access-okta-idp-directories',
  states: 'The identity provider for Okta in Workspace ONE Access has a directory of users ticked.',
  about: 'tenant',
  shows: 'cause',
  async run(look) {
    const idp = await oktaIdp(look);
    const { directoryConfigurations } = idp;
    if (directoryConfigurations == null) return unknown(notSent('the directories', idp));
    const names = directoryConfigurations.map(({ name }) => `“${clipped(name ?? 'unnamed', 80)}”`);
    look.saw(accessIdentityProvider, `Directories of the identity provider ${idpName(idp)}`, listed(names) || 'none');
    return names.length === 0
      ? fail(`The identity provider ${idpName(idp)} has no directory of users ticked, so it signs nobody in.`)
      : pass(`The identity provider ${idpName(idp)} is for the users of ${listed(names.slice(0, 5))}.`);
  },
} satisfies Check;
