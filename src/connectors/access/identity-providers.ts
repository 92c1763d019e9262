import * as z from 'zod';
import { segment } from '../http/address.js';
import type { Page } from '../http/page.js';
import type { AccessReader } from './reader.js';
import { flag, listOf, managerApi, text, whole } from './shapes.js';

const identityProvider = z.object({
  id: z.string().min(1),
  name: z.string(),
  /** MANUAL for a third-party one; what others have is not documented. */
  identityProviderType: text,
  jitEnabled: flag,
});
/** An identity provider. Only `id` and `name` are sure to be there. */
export type AccessIdentityProvider = z.infer<typeof identityProvider>;

const identityProviderDetail = identityProvider.extend({
  /** SAML metadata as XML, the signing certificate in it. */
  metaData: text,
  nameIdFormatType: text,
  /** NameID format → the user attribute it is compared with. */
  nameIdFormatAttributeMappings: z.record(z.string(), z.string().nullable()).nullish(),
  saml2IdPSLOConfiguration: z.object({ sendSLORequest: flag }).nullish(),
  authMethods: z.array(z.object({ authMethodName: text, samlAuthnContext: text })).nullish(),
  directoryConfigurations: z
    .array(z.object({ name: text, type: text, directoryId: text, userstoreId: text }))
    .nullish(),
  orgNetworks: z.array(z.object({ name: text })).nullish(),
});
/**
 * An identity provider with its settings. Any of them may be missing: the keys are those with which third-party ones are
 * created (reference on Workspace ONE, A4), and no answer for a built-in one is documented.
 */
export type AccessIdentityProviderDetail = z.infer<typeof identityProviderDetail>;

/** Reads of identity providers. */
export function accessIdentityProviderReads(reader: AccessReader) {
  return {
    /** Identity providers with their names. */
    identityProviders: async (): Promise<Page<AccessIdentityProvider>> =>
      whole(
        await reader.read({
          what: 'the identity providers',
          path: `${managerApi}/identityProviders`,
          query: { onlyEnabledAdapters: true },
          mediaType: 'horizon.manager.identityprovider.summary.list',
          schema: listOf(identityProvider),
        }),
      ),

    /** One with its settings; undefined where the tenant does not hand them out: only writing this path is documented. */
    async identityProvider(id: string): Promise<AccessIdentityProviderDetail | undefined> {
      const what = 'the identity provider';
      const path = `${managerApi}/identityProviders/${segment(id)}`;
      const mediaType = 'horizon.manager.external.identityprovider';
      return reader.readIfAny({ what, path, mediaType, schema: identityProviderDetail }, [404, 405]);
    },
  };
}
