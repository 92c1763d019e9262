import { TenantError } from '../../model/tenant-error.js';
import { addressOf, type Query } from '../http/address.js';
import type { Door } from '../http/door.js';
import { type OktaScope, oktaScopes } from './scopes.js';

/** Whether the credential may use one scope; `error` says why not. */
export interface ScopeProof {
  readonly scope: OktaScope;
  readonly error: TenantError | undefined;
}

/** The smallest read that each scope allows. */
const probes: Readonly<Record<OktaScope, { path: string; query: Query }>> = {
  'okta.apiTokens.read': { path: '/api/v1/api-tokens', query: {} },
  'okta.apps.read': { path: '/api/v1/apps', query: { limit: 1 } },
  'okta.idps.read': { path: '/api/v1/idps', query: { limit: 1 } },
  'okta.logs.read': { path: '/api/v1/logs', query: { limit: 1 } },
  'okta.policies.read': { path: '/api/v1/policies', query: { type: 'IDP_DISCOVERY' } },
  'okta.profileMappings.read': { path: '/api/v1/mappings', query: { limit: 1 } },
  'okta.users.read': { path: '/api/v1/users', query: { limit: 1 } },
};

/** Tries every scope with a read of its own, at the same time. */
export function proveScopes(door: Door, base: URL, now: () => number): Promise<ScopeProof[]> {
  return Promise.all(
    oktaScopes.map(async (scope) => {
      const { path, query } = probes[scope];
      const window = scope === 'okta.logs.read' ? { since: iso(now() - 60_000), until: iso(now()) } : {};
      try {
        await door.ask({
          what: `what ${scope} allows`,
          url: addressOf(base, path, { ...query, ...window }),
          needs: [scope],
        });
        return { scope, error: undefined };
      } catch (error) {
        if (error instanceof TenantError) return { scope, error };
        throw error;
      }
    }),
  );
}

function iso(ms: number): string {
  return new Date(ms).toISOString();
}
