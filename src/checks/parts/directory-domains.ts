import type { AccessDirectory } from '../../connectors/access/index.js';
import { NotSeen } from '../check.js';
import type { Look } from '../look.js';
import { accessDirectories, accessDirectoryDomains } from '../sources/access.js';

/** Each is one call. */
const mostRead = 12;

/** A directory with the names of its domains, in lower case. */
export interface DirectoryWithDomains extends AccessDirectory {
  readonly domains: readonly string[];
}

/** All directories with their domains. Throws `NotSeen` when they cannot be read to the end. */
export async function directoriesWithDomains(look: Look): Promise<readonly DirectoryWithDomains[]> {
  const { items } = await look.at(accessDirectories);
  if (items.length > mostRead || items.some(({ id }) => id === undefined)) throw new NotSeen(untold);
  return Promise.all(
    items.map(async (directory) => {
      const domains = (await look.at(accessDirectoryDomains, directory.id ?? '')).items;
      const names = domains.flatMap(({ name }) => name?.toLowerCase() || []);
      if (names.length < domains.length) throw new NotSeen(untold);
      return { ...directory, domains: names };
    }),
  );
}

const untold = `Not all domains of Workspace ONE Access could be read. Look under ${accessDirectories.where}.`;
