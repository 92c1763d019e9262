import type { AccessUser } from '../../connectors/access/index.js';
import type { Page } from '../../connectors/http/page.js';
import { accessRole } from '../../lookups/lookup.js';
import { TenantError } from '../../model/tenant-error.js';
import { noRight, source } from '../source.js';

/** The tenant's own SAML metadata, which is public. */
export const accessMetadata = source({
  id: 'access-metadata',
  system: 'access',
  call: 'GET /SAAS/API/1.0/GET/metadata/idp.xml',
  right: noRight,
  where: 'Resources → Web Apps → Settings → SAML Metadata',
  read: (access) => access.samlMetadata(),
});

/** SAML applications called OKTA: the application source shows up among them, where the tenant hands it out. */
export const accessOktaSources = source({
  id: 'access-okta-sources',
  system: 'access',
  call: 'POST /SAAS/jersey/manager/api/catalogitems/search',
  right: accessRole,
  where: 'Resources → Web Apps → Settings → Application Sources → OKTA',
  read: (access) => access.findCatalogItems('OKTA'),
});

/** Identity providers, by name. */
export const accessIdentityProviders = source({
  id: 'access-identity-providers',
  system: 'access',
  call: 'GET /SAAS/jersey/manager/api/identityProviders',
  right: accessRole,
  where: 'Integrations → Identity Providers',
  read: (access) => access.identityProviders(),
});

/** One identity provider with its settings; undefined where the tenant does not hand them out. */
export const accessIdentityProvider = source({
  id: 'access-identity-provider',
  system: 'access',
  call: 'GET /SAAS/jersey/manager/api/identityProviders/{id}',
  right: accessRole,
  where: 'Integrations → Identity Providers',
  read: (access, id: string) => access.identityProvider(id),
});

/** The directories of users, just-in-time ones included. */
export const accessDirectories = source({
  id: 'access-directories',
  system: 'access',
  call: 'GET /SAAS/jersey/manager/api/connectormanagement/directoryconfigs',
  right: accessRole,
  where: 'Integrations → Directories',
  read: (access) => access.directories(),
});

/** The domains of one directory. */
export const accessDirectoryDomains = source({
  id: 'access-directory-domains',
  system: 'access',
  call: 'GET /SAAS/jersey/manager/api/connectormanagement/directoryconfigs/{id}/domains',
  right: accessRole,
  where: 'Integrations → Directories → (the directory)',
  read: (access, directoryId: string) => access.directoryDomains(directoryId),
});

/** Which attributes every user must have. */
export const accessUserAttributes = source({
  id: 'access-user-attributes',
  system: 'access',
  call: 'GET /SAAS/jersey/manager/api/scim/Schemas?filter=name eq "User"',
  right: accessRole,
  where: 'Settings → User Attributes',
  read: (access) => access.userAttributes(),
});

/** Some users, to see what their names look like. */
export const accessUserSample = source({
  id: 'access-user-sample',
  system: 'access',
  call: 'GET /SAAS/jersey/manager/api/scim/Users?count=100',
  right: accessRole,
  where: 'Users & Groups → Users',
  read: (access) => access.someUsers(100),
});

/** Users of a user name or a user principal name. */
export const accessUsersNamed = source({
  id: 'access-users-named',
  system: 'access',
  call: 'GET /SAAS/jersey/manager/api/scim/Users',
  right: accessRole,
  where: 'Users & Groups → Users',
  read: (access, by: 'userName' | 'userPrincipalName', name: string) => access.findUsers(by, name),
});

/** Users of an e-mail address; undefined where the tenant cannot be searched by it, which is not documented. */
export const accessUsersOfEmail = source({
  id: 'access-users-of-email',
  system: 'access',
  call: 'GET /SAAS/jersey/manager/api/scim/Users',
  right: accessRole,
  where: 'Users & Groups → Users',
  async read(access, email: string): Promise<Page<AccessUser> | undefined> {
    try {
      return await access.findUsers('emails', email);
    } catch (error) {
      if (error instanceof TenantError && error.code === 'unexpected-answer') return undefined;
      throw error;
    }
  },
});

/** All that happened in the last hours. */
export const accessAuditEvents = source({
  id: 'access-audit-events',
  system: 'access',
  call: 'GET /analytics/reports/audit',
  right: accessRole,
  where: 'Monitor → Reports → Audit Events',
  read: (access, hours: number) => access.recentAuditEvents(hours),
});
