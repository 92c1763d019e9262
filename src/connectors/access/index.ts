import type { AccessConfig } from '../config.js';
import { addressOf, checkedAddress } from '../http/address.js';
import { axiosTransport } from '../http/axios-transport.js';
import { basic, bearerCredential, explainTokenRefusal, fixedCredential } from '../http/bearer.js';
import { createDoor } from '../http/door.js';
import type { Surroundings } from '../http/surroundings.js';
import type { SystemWords } from '../http/words.js';
import { auditReads } from './audit-events.js';
import { accessDirectoryReads } from './directories.js';
import { accessIdentityProviderReads } from './identity-providers.js';
import { accessReader } from './reader.js';
import type { SamlMetadata } from './saml-metadata.js';
import { accessSettingReads } from './settings.js';
import { accessUserAttributeReads } from './user-attributes.js';
import { accessUserReads } from './users.js';

export type { AccessAuditEvent, AuditEvents } from './audit-events.js';
export type { AccessDirectory } from './directories.js';
export type { AccessIdentityProvider, AccessIdentityProviderDetail } from './identity-providers.js';
export type { SamlMetadata } from './saml-metadata.js';
export type { AccessCatalogItem } from './settings.js';
export type { AccessUser } from './users.js';

/** The client of one Workspace ONE Access tenant. Every method rejects with `TenantError` when it cannot be read. */
export type Access = ReturnType<typeof openAccess>;

const words: SystemWords = {
  system: 'access',
  address: 'ACCESS_URL',
  unauthorised:
    'compare ACCESS_CLIENT_ID and ACCESS_CLIENT_SECRET with the client under Settings → OAuth 2.0 Management → Clients, which must be a Service Client Token with the scope admin.',
  grant: 'Ask a Workspace ONE Access administrator to assign that role to the bot’s OAuth client.',
};

/** Opens the client of a tenant; no request is made. Throws `UserError` `bad-config` for an address that is not safe. */
export function openAccess({ url, clientId, clientSecret }: AccessConfig, surroundings: Surroundings) {
  const base = checkedAddress(url, 'ACCESS_URL');
  const { time, limits } = surroundings;
  const transport = axiosTransport(limits.maxBodyBytes);
  const open = createDoor(
    { words, transport, credential: fixedCredential({}), explain: explainTokenRefusal },
    surroundings,
  );
  const credential = bearerCredential(
    {
      door: open,
      url: addressOf(base, '/SAAS/auth/oauthtoken'),
      headers: { authorization: basic(clientId, clientSecret) },
      form: { grant_type: 'client_credentials' },
    },
    time,
  );
  const door = createDoor({ words, transport, credential }, surroundings);
  const reader = accessReader(door, base);
  const publicDoor = createDoor({ words, transport, credential: fixedCredential({}) }, surroundings);
  return {
    ...accessUserReads(reader),
    ...accessUserAttributeReads(reader),
    ...auditReads(reader, time.now),
    ...accessDirectoryReads(reader),
    ...accessIdentityProviderReads(reader),
    ...accessSettingReads(reader),

    /** The tenant's metadata as an identity provider. Public, so it is read without the credential. */
    async samlMetadata(): Promise<SamlMetadata> {
      const what = 'its SAML metadata';
      const answer = await publicDoor.ask({
        what,
        url: addressOf(base, '/SAAS/API/1.0/GET/metadata/idp.xml'),
        headers: { accept: 'application/samlmetadata+xml, application/xml, text/xml' },
        needs: [],
      });
      const { parseSamlMetadata } = await import('./saml-metadata.js');
      try {
        return parseSamlMetadata(answer.body);
      } catch (error) {
        throw door.errors.unexpected(what, 'it is no SAML metadata', new Error((error as Error).message.slice(0, 200)));
      }
    },
  };
}
