import { source } from '../source.js';

/** The SAML identity providers of the org. */
export const oktaIdentityProviders = source({
  id: 'okta-identity-providers',
  system: 'okta',
  call: 'GET /api/v1/idps?type=SAML2',
  right: 'okta.idps.read',
  where: 'Security → Identity Providers',
  read: (okta) => okta.identityProviders(),
});

/** Certificates that Okta trusts, of all identity providers. */
export const oktaIdpKeys = source({
  id: 'okta-idp-keys',
  system: 'okta',
  call: 'GET /api/v1/idps/credentials/keys',
  right: 'okta.idps.read',
  where: 'Security → Identity Providers',
  read: (okta) => okta.idpKeys(),
});

/** The routing rules, in the order Okta tries them. */
export const oktaRoutingRules = source({
  id: 'okta-routing-rules',
  system: 'okta',
  call: 'GET /api/v1/policies/{id}/rules',
  right: 'okta.policies.read',
  where: 'Security → Identity Providers → Routing Rules',
  read: (okta) => okta.idpDiscoveryRules(),
});

/** Apps whose name or label begins with a text. */
export const oktaAppsNamed = source({
  id: 'okta-apps-named',
  system: 'okta',
  call: 'GET /api/v1/apps?q=',
  right: 'okta.apps.read',
  where: 'Applications → Applications',
  read: (okta, beginning: string) => okta.findApps(beginning),
});

/** An app's signing certificates. */
export const oktaAppKeys = source({
  id: 'okta-app-keys',
  system: 'okta',
  call: 'GET /api/v1/apps/{appId}/credentials/keys',
  right: 'okta.apps.read',
  where: 'Applications → Applications → (the Workspace ONE app) → Sign On → SAML Signing Certificates',
  read: (okta, appId: string) => okta.appKeys(appId),
});

/** The apps that a user is assigned to. */
export const oktaAssignedApps = source({
  id: 'okta-assigned-apps',
  system: 'okta',
  call: 'GET /api/v1/apps?filter=user.id eq "…"&expand=user/…',
  right: 'okta.apps.read',
  where: 'Directory → People → (the person) → Applications',
  read: (okta, userId: string) => okta.assignedApps(userId),
});

/** What fills the profile of an app's users. */
export const oktaAppMappings = source({
  id: 'okta-app-mappings',
  system: 'okta',
  call: 'GET /api/v1/mappings?targetId=, GET /api/v1/mappings/{mappingId}',
  right: 'okta.profileMappings.read',
  where: 'Applications → Applications → (the Workspace ONE app) → Provisioning → To App → Attribute Mappings',
  read: (okta, appId: string) => okta.profileMappings(appId),
});

/** API tokens that are active; a limited role sees only some. */
export const oktaApiTokens = source({
  id: 'okta-api-tokens',
  system: 'okta',
  call: 'GET /api/v1/api-tokens',
  right: 'okta.apiTokens.read',
  where: 'Security → API → Tokens',
  read: (okta) => okta.apiTokens(),
});

/** One user by id; undefined when there is none. */
export const oktaUser = source({
  id: 'okta-user',
  system: 'okta',
  call: 'GET /api/v1/users/{id}',
  right: 'okta.users.read',
  where: 'Directory → People',
  read: (okta, id: string) => okta.getUser(id),
});

/** Every user whom a name can mean. */
export const oktaUsersNamed = source({
  id: 'okta-users-named',
  system: 'okta',
  call: 'GET /api/v1/users?search=',
  right: 'okta.users.read',
  where: 'Directory → People',
  read: (okta, name: string) => okta.findUsers(name),
});

/** What blocks a user's sign-in beside the status. */
export const oktaUserBlocks = source({
  id: 'okta-user-blocks',
  system: 'okta',
  call: 'GET /api/v1/users/{id}/blocks',
  right: 'okta.users.read',
  where: 'Directory → People',
  read: (okta, id: string) => okta.userBlocks(id),
});

/** Some of an app's users, with what the app is told of them. */
export const oktaAppUserSample = source({
  id: 'okta-app-user-sample',
  system: 'okta',
  call: 'GET /api/v1/apps/{appId}/users?limit=200',
  right: 'okta.apps.read',
  where: 'Applications → Applications → (the Workspace ONE app) → Assignments',
  read: (okta, appId: string) => okta.someAppUsers(appId, 200),
});

/** Some users, to see what their usernames look like. */
export const oktaUserSample = source({
  id: 'okta-user-sample',
  system: 'okta',
  call: 'GET /api/v1/users?limit=100',
  right: 'okta.users.read',
  where: 'Directory → People',
  read: (okta) => okta.someUsers(100),
});
