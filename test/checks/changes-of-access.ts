import { auditEvent } from '../../src/playground/tenants/access/audit-event.js';
import type { AccessIdp, AuthInfo } from '../../src/playground/tenants/access/objects.js';
import type { World } from '../../src/playground/tenants/index.js';
import { workspaceOneAppId } from '../../src/playground/tenants/okta/base-apps.js';
import type { App, IdentityProvider } from '../../src/playground/tenants/okta/objects.js';
import type { Person } from '../../src/playground/tenants/people.js';

type Change = (world: World) => void;

/** Changes an identity provider of Access, by its name. */
export const idpOfAccess =
  (name: 'Okta' | 'Built-in', change: (idp: AccessIdp & Record<string, unknown>) => void): Change =>
  ({ access }) => {
    for (const idp of access.idps) if (idp.name === name) change(idp);
  };

/** Access hands out no identity provider's settings: reading them by id is not documented. */
export const idpsAreNotHandedOut: Change = ({ faults }) => {
  const under = '/SAAS/jersey/manager/api/identityProviders/';
  faults.push({ system: 'access', kind: 'status', status: 404, body: '', contentType: 'text/plain', under });
};

/** Changes the OKTA application source. */
export const oktaSourceOf =
  (change: (authInfo: AuthInfo) => void): Change =>
  ({ access }) => {
    for (const { authInfo } of access.catalog) change(authInfo);
  };

/** Changes Workspace ONE's identity provider in Okta. */
export const idpOfOkta =
  (change: (idp: IdentityProvider) => void): Change =>
  ({ okta }) => {
    for (const idp of okta.idps) if (idp.name === 'Workspace ONE') change(idp);
  };

/** Changes Workspace ONE's app in Okta. */
export const appOfOkta =
  (change: (app: App & { credentials: Record<string, unknown> }) => void): Change =>
  ({ okta }) => {
    for (const app of okta.apps) if (app.id === workspaceOneAppId) change(app as never);
  };

/** Forgets what happened at Access. */
export const nothingHappened: Change = ({ access }) => {
  access.audit.splice(0);
};

/** More audit events than the API hands out, none of them a sign-in. */
export const tooManyEvents: Change = (world) => {
  for (let count = 0; count < 10_001; count += 1) {
    auditEvent(world, { ago: count + 1, objectType: 'LAUNCH', summary: 'LAUNCH ()', values: { success: 'true' } });
  }
};

/** A sign-in at Access. */
export const signIn =
  (
    actor: Person | undefined,
    ago: number,
    methods: string | undefined,
    more: { readonly failure?: string; readonly ip?: string } = {},
  ): Change =>
  (world) =>
    auditEvent(world, {
      ago,
      objectType: 'LOGIN',
      summary: `LOGIN (${methods ?? ''})`,
      ...(actor === undefined ? {} : { actor }),
      ...(more.ip === undefined ? {} : { ip: more.ip }),
      values: {
        success: more.failure === undefined ? 'true' : 'false',
        ...(methods === undefined ? {} : { authMethods: methods }),
        ...(more.failure === undefined ? {} : { failureMessage: more.failure }),
      },
    });
