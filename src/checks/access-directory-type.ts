import { listed } from '../lookups/wording/lines.js';
import { clipped } from '../lookups/wording/time.js';
import { type Check, fail, pass, unknown } from './check.js';
import { type DirectoryWithDomains, directoriesWithDomains } from './parts/directory-domains.js';
import { sentDomains } from './parts/sent-domains.js';
import { accessDirectories } from './sources/access.js';

/** Only a directory of type Other takes users over SCIM. */
export const accessDirectoryType = {
  id: 'access-directory-type',
  states: 'The directory that holds the domain Okta provisions into is of type Other.',
  about: 'tenant',
  shows: 'cause',
  async run(look) {
    look.soon(accessDirectories);
    const domains = await sentDomains(look);
    const directories = await directoriesWithDomains(look);
    const held = domains.map((domain) => ({
      domain: clipped(domain, 100),
      holders: directories.filter((one) => one.domains.includes(domain)),
    }));
    for (const { domain, holders } of held)
      look.saw(accessDirectories, `Directory of the domain ${domain}`, listed(holders.map(withType)) || 'none');
    const wrong = held.find(({ holders }) => holders.some(isOfAnotherType));
    if (wrong !== undefined)
      return fail(
        `The domain ${wrong.domain}, which Okta sends, belongs to ${listed(wrong.holders.filter(isOfAnotherType).map(withType))}, where no user can be created over SCIM.`,
        'scim-user-creation-not-supported',
      );
    const nowhere = held.flatMap(({ domain, holders }) => (holders.length === 0 ? [domain] : []));
    if (nowhere.length > 0)
      return fail(
        `No directory of Workspace ONE Access has the domain ${listed(nowhere)}, which Okta sends.`,
        'scim-domain-mismatch',
      );
    if (held.some(({ holders }) => holders.some(({ type }) => type === undefined)))
      return unknown(
        `Workspace ONE Access does not tell the type of the directory. Look under ${accessDirectories.where}.`,
      );
    const names = [...new Set(held.flatMap(({ holders }) => holders.map(withType)))];
    return pass(
      `The domain ${listed(held.map(({ domain }) => domain))}, which Okta sends, belongs to ${listed(names)}.`,
    );
  },
} satisfies Check;

function isOfAnotherType({ type }: DirectoryWithDomains): boolean {
  return type !== undefined && type !== 'OTHER_DIRECTORY';
}

function withType({ name, type = 'type not told' }: DirectoryWithDomains): string {
  return `“${clipped(name, 80)}” (${type === 'OTHER_DIRECTORY' ? 'type Other' : clipped(type, 60)})`;
}
