import * as z from 'zod';
import { segment } from '../http/address.js';
import type { Page } from '../http/page.js';
import type { AccessReader } from './reader.js';

const text = z.string().nullish();
/** One client sends booleans here, another strings. */
const flag = z.union([z.boolean(), z.stringbool()]).nullish();
const listOf = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item) });

const identityProvider = z.object({
  id: z.string().min(1),
  name: z.string(),
  identityProviderType: text,
  jitEnabled: flag,
});
/** An identity provider. Only `id` and `name` are sure to be there. */
export type AccessIdentityProvider = z.infer<typeof identityProvider>;

const identityProviderDetail = identityProvider.extend({
  nameIdFormatType: text,
  /** NameID format → the user attribute it is compared with. */
  nameIdFormatAttributeMappings: z.record(z.string(), z.string().nullable()).nullish(),
  authMethods: z.array(z.object({ authMethodName: text, samlAuthnContext: text })).nullish(),
  directoryConfigurations: z.array(z.object({ name: text, type: text })).nullish(),
  orgNetworks: z.array(z.object({ name: text })).nullish(),
});
/** An identity provider with its settings. Any of them may be missing. */
export type AccessIdentityProviderDetail = z.infer<typeof identityProviderDetail>;

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

const catalogItem = z.object({
  uuid: text,
  name: z.string(),
  catalogItemType: text,
  accessPolicyName: text,
  authInfo: z
    .object({
      nameId: text,
      nameIdFormat: text,
      audience: text,
      recipientName: text,
      assertionConsumerServiceUrl: text,
      deviceSsoResponse: flag,
      enableForceAuthnRequest: flag,
      returnFailureResponse: flag,
    })
    .nullish(),
});
/** A SAML application of the catalog. Whether Okta's application source shows up among them is not documented. */
export type AccessCatalogItem = z.infer<typeof catalogItem>;

const policy = z.object({ uuid: text, name: z.string(), base: flag });
/** An access policy set; `base` marks the default one. Its rules cannot be read. */
export type AccessPolicy = z.infer<typeof policy>;

const health = z.record(z.string(), z.unknown());

const most = 100;

/** Reads of the tenant's settings. */
export function accessSettingReads(reader: AccessReader) {
  const api = '/SAAS/jersey/manager/api';
  const whole = <T>({ items }: { items: readonly T[] }): Page<T> => ({ items, more: false });
  return {
    /** Identity providers with their names. */
    identityProviders: async (): Promise<Page<AccessIdentityProvider>> =>
      whole(
        await reader.read({
          what: 'the identity providers',
          path: `${api}/identityProviders`,
          query: { onlyEnabledAdapters: true },
          mediaType: 'horizon.manager.identityprovider.summary.list',
          schema: listOf(identityProvider),
        }),
      ),

    /** One with its settings; undefined where the tenant does not hand them out: only writing this path is documented. */
    async identityProvider(id: string): Promise<AccessIdentityProviderDetail | undefined> {
      const what = 'the identity provider';
      const path = `${api}/identityProviders/${segment(id)}`;
      const mediaType = 'horizon.manager.external.identityprovider';
      return reader.readIfAny({ what, path, mediaType, schema: identityProviderDetail }, [404, 405]);
    },

    /** Directories, just-in-time ones included. */
    async directories(): Promise<Page<AccessDirectory>> {
      const { items } = await reader.read({
        what: 'the directories',
        path: `${api}/connectormanagement/directoryconfigs`,
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

    /** SAML applications whose name contains a text. */
    async findCatalogItems(name: string): Promise<Page<AccessCatalogItem>> {
      const { items } = await reader.read({
        what: 'the applications',
        path: `${api}/catalogitems/search`,
        query: { startIndex: 0, pageSize: most },
        mediaType: 'horizon.manager.catalog.item.list',
        search: {
          mediaType: 'horizon.manager.catalog.search',
          body: {
            nameFilter: name,
            includeTypes: ['Saml20'],
            includeAttributes: ['labels', 'uiCapabilities', 'authInfo'],
            categories: [],
            rootResource: false,
          },
        },
        schema: listOf(catalogItem),
      });
      return { items, more: items.length >= most };
    },

    /** Access policy sets, by name only: their rules have no API. */
    accessPolicies: async (): Promise<Page<AccessPolicy>> =>
      whole(
        await reader.read({
          what: 'the access policies',
          path: `${api}/accessPolicies`,
          mediaType: 'horizon.manager.accesspolicyset.list',
          schema: listOf(policy),
        }),
      ),

    /** The tenant's own view of its health: names to values, booleans as the texts "true" and "false". */
    health: (): Promise<Record<string, unknown>> =>
      reader.read({ what: 'its health', path: `${api}/system/health`, schema: health }),
  };
}
