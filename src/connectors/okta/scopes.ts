/** Every OAuth scope that a read of this connector needs; all are read-only. */
export const oktaScopes = [
  'okta.apiTokens.read',
  'okta.apps.read',
  'okta.idps.read',
  'okta.logs.read',
  'okta.policies.read',
  'okta.profileMappings.read',
  'okta.users.read',
] as const;

export type OktaScope = (typeof oktaScopes)[number];
