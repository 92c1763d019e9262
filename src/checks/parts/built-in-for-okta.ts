import type { AccessIdentityProviderDetail } from '../../connectors/access/index.js';
import { listed } from '../../lookups/wording/lines.js';
import { NotSeen } from '../check.js';
import type { Look } from '../look.js';
import { accessIdentityProviders } from '../sources/access.js';
import { builtInIdps, idpName } from './access-idps.js';
import { isTickedIn, oktaDirectory } from './okta-directory.js';

/**
 * The built-in identity provider that counts for people from Okta: the only one, or of several the one in which their
 * directory is ticked. Throws `NotSeen` when it cannot be told which.
 */
export async function builtInForOkta(look: Look): Promise<AccessIdentityProviderDetail> {
  const idps = await builtInIdps(look);
  const [first] = idps;
  if (idps.length === 1 && first !== undefined) return first;
  const directory = await oktaDirectory(look);
  const ticked = idps.filter((idp) => isTickedIn(idp, directory) === true);
  if (ticked.length === 1 && ticked[0] !== undefined) return ticked[0];
  throw new NotSeen(
    `Workspace ONE Access has several built-in identity providers (${listed(idps.map(idpName))}): look at each under ${accessIdentityProviders.where}.`,
  );
}
