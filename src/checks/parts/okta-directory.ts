import type { AccessDirectory, AccessIdentityProviderDetail } from '../../connectors/access/index.js';
import { NotSeen } from '../check.js';
import type { Look } from '../look.js';
import { accessDirectories } from '../sources/access.js';

/**
 * The directory that Okta provisions into: the one of type Other, which nothing but SCIM fills (reference on Workspace
 * ONE, A3), of several the one named after Okta. Throws `NotSeen` when it cannot be told.
 */
export async function oktaDirectory(look: Look): Promise<AccessDirectory> {
  const { items } = await look.at(accessDirectories);
  const other = items.filter(({ type }) => type === 'OTHER_DIRECTORY');
  const candidates = other.length === 0 ? items : other;
  const named = candidates.filter(({ name }) => /\bokta\b/i.test(name));
  const found = other.length === 1 ? other[0] : named.length === 1 ? named[0] : undefined;
  if (found !== undefined) return found;
  throw new NotSeen(
    `It cannot be told which directory of Workspace ONE Access Okta provisions into. Look under ${accessDirectories.where}.`,
  );
}

/** Whether a directory is ticked in an identity provider; undefined when Access does not tell. */
export function isTickedIn(idp: AccessIdentityProviderDetail, { id, userStoreId, name }: AccessDirectory) {
  return idp.directoryConfigurations?.some((one) => {
    if (one.directoryId && id !== undefined) return one.directoryId === id;
    if (one.userstoreId && userStoreId !== undefined) return one.userstoreId === userStoreId;
    return one.name === name;
  });
}
