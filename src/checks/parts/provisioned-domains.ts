import { clipped } from '../../lookups/wording/time.js';
import { NotSeen } from '../check.js';
import type { Look } from '../look.js';
import { accessDirectories, accessDirectoryDomains } from '../sources/access.js';

/** Domains of the directories that Okta can provision into. */
export interface ProvisionedDomains {
  readonly names: readonly string[];
  /** Whether each domain told its name: else one that is missing may be there. */
  readonly isWhole: boolean;
}

/** The domains of Access's directories of type Other. Throws `NotSeen` when it shows none. */
export async function provisionedDomains(look: Look): Promise<ProvisionedDomains> {
  const { items } = await look.at(accessDirectories);
  const directories = items.filter(({ type }) => type === 'OTHER_DIRECTORY');
  if (directories.length === 0) {
    throw new NotSeen(
      `Workspace ONE Access shows no directory of type Other, which Okta provisions into. Look under ${accessDirectories.where}.`,
    );
  }
  const pages = await Promise.all(
    directories.map(({ id }) => (id === undefined ? undefined : look.at(accessDirectoryDomains, id))),
  );
  const domains = pages.flatMap((page) => page?.items ?? []);
  const names = domains.flatMap(({ name }) => name || []);
  const isWhole = names.length > 0 && names.length === domains.length && pages.every((page) => page?.more === false);
  if (names.length > 0)
    look.saw(accessDirectoryDomains, 'Domains of the directories of type Other', clipped(names.join(', '), 300));
  return { names, isWhole };
}
