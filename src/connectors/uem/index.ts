import type { UemConfig } from '../config.js';
import { checkedAddress } from '../http/address.js';
import { axiosTransport } from '../http/axios-transport.js';
import { basic, bearerCredential, explainTokenRefusal, fixedCredential } from '../http/bearer.js';
import { type Credential, createDoor } from '../http/door.js';
import type { Quota } from '../http/quota.js';
import type { Surroundings } from '../http/surroundings.js';
import type { SystemWords } from '../http/words.js';
import { deviceReads } from './devices.js';
import { profileReads } from './profiles.js';
import { uemReader } from './reader.js';
import { uemUserReads } from './users.js';

export type { UemDevice, UemDeviceProfile } from './devices.js';
export type { UemProfile, UemSingleSignOn } from './profiles.js';
export type { UemUser } from './users.js';

/** The client of one Workspace ONE UEM environment. Every method rejects with `TenantError` when it cannot be read. */
export type Uem = ReturnType<typeof openUem>;

/** Opens the client of an environment; no request is made. Throws `UserError` `bad-config` for unsafe addresses. */
export function openUem(config: UemConfig, surroundings: Surroundings) {
  const base = checkedAddress(config.url, 'UEM_URL');
  const words = wordsFor(config);
  const transport = axiosTransport(surroundings.limits.maxBodyBytes);
  const admission = admit();
  const credential: Credential = {
    headers: async () => ({
      ...(await admission.headers()),
      ...(config.tenantCode === undefined ? {} : { 'aw-tenant-code': config.tenantCode }),
    }),
    renew: (refused) => admission.renew(refused),
  };
  const door = createDoor({ words, transport, credential }, surroundings);
  const reader = uemReader(door, base);
  return {
    ...uemUserReads(reader),
    ...deviceReads(reader),
    ...profileReads(reader),
    /** What is left of the calls that UEM allows, as its last answer said; empty while it has not said. Asks nothing. */
    quota: (): Quota[] => door.quota(),
  };

  function admit(): Credential {
    const { credential: given } = config;
    if (given.kind === 'basic') return fixedCredential({ authorization: basic(given.username, given.password) });
    const door = createDoor(
      {
        words: { ...words, address: 'UEM_TOKEN_URL' },
        transport,
        credential: fixedCredential({}),
        explain: explainTokenRefusal,
      },
      surroundings,
    );
    return bearerCredential(
      {
        door,
        url: checkedAddress(given.tokenUrl, 'UEM_TOKEN_URL'),
        form: { grant_type: 'client_credentials', client_id: given.clientId, client_secret: given.clientSecret },
      },
      surroundings.time,
    );
  }
}

function wordsFor({ credential }: UemConfig): SystemWords {
  return {
    system: 'uem',
    address: 'UEM_URL',
    unauthorised:
      credential.kind === 'oauth'
        ? 'compare UEM_CLIENT_ID, UEM_CLIENT_SECRET and the region of UEM_TOKEN_URL with the client under Groups & Settings → Configurations → OAuth Client Management.'
        : 'compare UEM_USERNAME and UEM_PASSWORD with the administrator account, whose password may have expired.',
    grant:
      'Ask a Workspace ONE UEM administrator to give it to the bot’s account, and compare UEM_TENANT_CODE with the REST API key.',
  };
}
