import * as z from 'zod';
import type { Page } from '../http/page.js';
import type { AccessReader } from './reader.js';
import { flag, listOf, managerApi, text, whole } from './shapes.js';

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
  return {
    /** SAML applications whose name contains a text. */
    async findCatalogItems(name: string): Promise<Page<AccessCatalogItem>> {
      const { items } = await reader.read({
        what: 'the applications',
        path: `${managerApi}/catalogitems/search`,
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
          path: `${managerApi}/accessPolicies`,
          mediaType: 'horizon.manager.accesspolicyset.list',
          schema: listOf(policy),
        }),
      ),

    /** The tenant's own view of its health: names to values, booleans as the texts "true" and "false". */
    health: (): Promise<Record<string, unknown>> =>
      reader.read({ what: 'its health', path: `${managerApi}/system/health`, schema: health }),
  };
}
