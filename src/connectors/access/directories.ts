import * as z from 'zod';
import { segment } from '../http/address.js';
import type { Page } from '../http/page.js';
import type { AccessReader } from './reader.js';
import { listOf, managerApi, text, whole } from './shapes.js';

const directory = z.object({
  directoryId: text,
  /** The spelling of just-in-time directories. */
  directoryConfigurationId: text,
  name: z.string(),
  /** ACTIVE_DIRECTORY_LDAP, ACTIVE_DIRECTORY_IWA, JIT_DIRECTORY, OTHER_DIRECTORY (Okta over SCIM); others may come. */
  type: text,
  userstoreId: text,
  userStoreId: text,
  countDomains: z.coerce.number().nullish(),
});
/** A directory of users. */
export interface AccessDirectory {
  readonly id: string | undefined;
  readonly name: string;
  readonly type: string | undefined;
  readonly userStoreId: string | undefined;
}

/** The name may be missing: its key is not documented. */
const domain = z.object({ name: text });
/** A domain of a directory. */
export type AccessDomain = z.infer<typeof domain>;

/** Reads of directories. */
export function accessDirectoryReads(reader: AccessReader) {
  const path = `${managerApi}/connectormanagement/directoryconfigs`;
  return {
    /** Directories, just-in-time ones included. */
    async directories(): Promise<Page<AccessDirectory>> {
      const { items } = await reader.read({
        what: 'the directories',
        path,
        query: { includeJitDirectories: true },
        mediaType: 'horizon.manager.connector.management.directory.list',
        schema: listOf(directory),
      });
      return whole({
        items: items.map((one) => ({
          id: one.directoryId ?? one.directoryConfigurationId ?? undefined,
          name: one.name,
          type: one.type ?? undefined,
          userStoreId: one.userstoreId ?? one.userStoreId ?? undefined,
        })),
      });
    },

    /** The domains of a directory. Clients read this path; what is in an item beside its links is not documented. */
    directoryDomains: async (id: string): Promise<Page<AccessDomain>> =>
      whole(
        await reader.read({
          what: 'the domains of the directory',
          path: `${path}/${segment(id)}/domains`,
          mediaType: 'horizon.manager.connector.management.directory.domain.list',
          schema: listOf(domain),
        }),
      ),
  };
}
