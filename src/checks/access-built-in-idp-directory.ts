import { listed } from '../lookups/wording/lines.js';
import { clipped } from '../lookups/wording/time.js';
import { type Check, fail, pass, unknown } from './check.js';
import { builtInIdps, idpName, notSent } from './parts/access-idps.js';
import { isTickedIn, oktaDirectory } from './parts/okta-directory.js';
import { accessIdentityProvider } from './sources/access.js';

/** Mobile SSO lives in the built-in identity provider, and works for the directories that are ticked in it. */
export const accessBuiltInIdpDirectory = {
  id: 'access-built-in-idp-directory',
  states: 'The directory that Okta provisions into is ticked in the built-in identity provider.',
  about: 'tenant',
  shows: 'cause',
  async run(look) {
    const idps = await builtInIdps(look);
    const directory = await oktaDirectory(look);
    for (const idp of idps) {
      const names = idp.directoryConfigurations?.map(({ name }) => clipped(name ?? 'unnamed', 80));
      const shown = names === undefined ? '(not told)' : listed(names) || 'none';
      look.saw(accessIdentityProvider, `Directories of the identity provider ${idpName(idp)}`, shown);
    }
    const name = `“${clipped(directory.name, 80)}”`;
    const ticked = idps.find((idp) => isTickedIn(idp, directory) === true);
    if (ticked !== undefined) return pass(`The directory ${name} is ticked in ${idpName(ticked)}.`);
    const untold = idps.find((idp) => isTickedIn(idp, directory) === undefined);
    if (untold !== undefined) return unknown(notSent('the directories', untold));
    return fail(`The directory ${name} is not ticked in ${idps.map(idpName).join(' or ')}.`, 'idp-not-found');
  },
} satisfies Check;
