const scopes: readonly (readonly [pattern: RegExp, scope: string])[] = [
  [/^\/api\/v1\/api-tokens/, 'okta.apiTokens.read'],
  [/^\/api\/v1\/logs/, 'okta.logs.read'],
  [/^\/api\/v1\/users\/[^/]+\/roles/, 'okta.roles.read'],
  [/^\/api\/v1\/users\/[^/]+\/devices/, 'okta.devices.read'],
  [/^\/api\/v1\/users\/[^/]+\/idps/, 'okta.idps.read'],
  [/^\/api\/v1\/users/, 'okta.users.read'],
  [/^\/api\/v1\/devices/, 'okta.devices.read'],
  [/^\/api\/v1\/groups/, 'okta.groups.read'],
  [/^\/api\/v1\/idps/, 'okta.idps.read'],
  [/^\/api\/v1\/policies/, 'okta.policies.read'],
  [/^\/api\/v1\/apps/, 'okta.apps.read'],
  [/^\/api\/v1\/mappings/, 'okta.profileMappings.read'],
  [/^\/api\/v1\/zones/, 'okta.networkZones.read'],
  [/^\/api\/v1\/org/, 'okta.orgs.read'],
  [/^\/api\/v1\/principal-rate-limits/, 'okta.principalRateLimits.read'],
];

/** The scope that reading a path needs; undefined for paths that need none. */
export const scopeOf = (path: string): string | undefined => scopes.find(([pattern]) => pattern.test(path))?.[1];

/** Every scope there is here. */
export const allScopes: readonly string[] = [...new Set(scopes.map(([, scope]) => scope))];
