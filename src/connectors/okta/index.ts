import type { OktaConfig } from '../config.js';
import { checkedAddress } from '../http/address.js';
import { axiosTransport } from '../http/axios-transport.js';
import { fixedCredential } from '../http/bearer.js';
import { causeOf, createDoor, type DoorParts } from '../http/door.js';
import type { Quota } from '../http/quota.js';
import type { Surroundings } from '../http/surroundings.js';
import type { SystemWords } from '../http/words.js';
import { appReads } from './apps.js';
import { logFollowing } from './follow-log.js';
import { identityProviderReads } from './identity-providers.js';
import { logReads } from './log-events.js';
import { mappingReads } from './mappings.js';
import { proveScopes, type ScopeProof } from './proof.js';
import { oktaReader } from './reader.js';
import { tokenReads } from './tokens.js';
import { oktaTransport } from './transport.js';
import { type OktaUser, userReads } from './users.js';

export type { OktaApp, OktaAppUser, OktaAssignedApp } from './apps.js';
export type { LogFollowing, LogStep } from './follow-log.js';
export type { OktaDiscoveryRule, OktaIdentityProvider } from './identity-providers.js';
export type { OktaKey } from './keys.js';
export { logFilter, type OktaLogEvent } from './log-events.js';
export type { ScopeProof } from './proof.js';
export { type OktaScope, oktaScopes } from './scopes.js';
export type { OktaApiToken } from './tokens.js';
export type { OktaUser, OktaUserBlock, OktaUserDevice, OktaUserFactor } from './users.js';

/** The client of one Okta org. Every method rejects with `TenantError` when Okta cannot be read. */
export type Okta = ReturnType<typeof openOkta>;

/** Opens the client of an org; no request is made. Throws `UserError` `bad-config` for an address that is not safe. */
export function openOkta(config: OktaConfig, surroundings: Surroundings) {
  const base = checkedAddress(config.url, 'OKTA_ORG_URL');
  const { time, limits } = surroundings;
  const door = createDoor(
    {
      words: wordsFor(config),
      transport: oktaTransport({
        config,
        carrier: axiosTransport(limits.maxBodyBytes),
        time,
        timeoutMs: limits.timeoutMs,
      }),
      // The SDK adds the credential, and renews it once after a 401.
      credential: fixedCredential({}),
      bucketOf,
      explain,
    },
    surroundings,
  );
  const reader = oktaReader(door, base);
  const users = userReads(reader);
  return {
    ...users,
    /** The owner of the bot's API token; undefined for a service app, which is no user. */
    whoAmI: async (): Promise<OktaUser | undefined> =>
      config.credential.kind === 'token' ? users.whoAmI() : undefined,
    ...appReads(reader),
    ...identityProviderReads(reader),
    ...mappingReads(reader),
    ...tokenReads(reader),
    ...logReads(reader, time.now),
    ...logFollowing(reader),
    /** For each scope the bot needs, whether its credential has it. One small read each. */
    proveScopes: (): Promise<ScopeProof[]> => proveScopes(door, base, time.now),
    /**
     * What is left of the rate limits that the bot's calls counted against, as the last answer of each kind said. Asks
     * nothing. A token or app may use half of what the org has, by default; Okta says what is left of that half.
     */
    quota: (): Quota[] => door.quota(),
  };
}

function wordsFor({ credential }: OktaConfig): SystemWords {
  const isToken = credential.kind === 'token';
  return {
    system: 'okta',
    address: 'OKTA_ORG_URL',
    unauthorised: isToken
      ? 'the API token is revoked, unused for 30 days, or its owner is deactivated; create a new one under Security → API → Tokens and set OKTA_API_TOKEN.'
      : 'compare OKTA_CLIENT_ID and OKTA_KEY_ID with the service app in Okta, and see that it is active.',
    grant: isToken
      ? 'Ask an Okta administrator to give the owner of the bot’s API token a role that may read this, such as Read-only Administrator.'
      : 'Ask an Okta administrator to grant it on the “Okta API Scopes” tab of the bot’s service app, and to give the app a role that may read this, such as Read-only Administrator.',
  };
}

/**
 * Okta limits by kind of path: the log, the list of users, one user, and apart from that what belongs to one user …
 * (“Rate limits”, Okta developer documentation). Ids are the parts that follow a kind.
 */
function bucketOf({ pathname }: URL): string {
  const [, , , kind = '', ...rest] = pathname.split('/');
  return [kind, ...rest.slice(0, 2).map(() => '*')].join('/');
}

/** E0000015: a feature this org does not have. Okta sends it as a 401, with nothing wrong about the credential. */
const explain: NonNullable<DoorParts['explain']> = (call, answer, errors) =>
  answer.status >= 400 &&
  answer.status < 500 &&
  /"errorCode"\s{0,5}:\s{0,5}"E0000015"/.test(answer.body.slice(0, 4_000))
    ? errors.notFound(
        `This Okta org does not have the feature behind ${call.what}, so there is nothing to read: it may be on Classic Engine.`,
        causeOf(answer),
      )
    : undefined;
