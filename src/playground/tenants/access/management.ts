import type { Context, Hono } from 'hono';
import type { AccessTenant } from './objects.js';
import { scimUser, sendScimSchemas, sendScimUsers } from './scim.js';

const manager = '/SAAS/jersey/manager/api';
const vendorType = (form: string): string => `application/vnd.vmware.${form}+json`;

/** Whether an `Accept` is taken. A tenant on one form answers 406 to the other. */
const accepted = (access: AccessTenant, accept: string): boolean => {
  if (access.mediaTypes === 'both' || accept === '' || accept.includes('*/*')) return true;
  const vendor = accept.includes('application/vnd.');
  return access.mediaTypes === 'vendor' ? vendor : accept.includes('application/json');
};

/** The management endpoints: users, directories, identity providers, catalog, policies, health. */
export const addManagementRoutes = (app: Hono, access: () => AccessTenant): void => {
  const list = (path: string, form: string, items: (c: Context) => readonly unknown[]): void => {
    app.get(path, (c) => {
      if (!accepted(access(), c.req.header('accept') ?? '')) return c.body(null, 406);
      const type = access().mediaTypes === 'vendor' ? vendorType(form) : 'application/json';
      return c.body(JSON.stringify({ items: items(c) }), 200, { 'Content-Type': type });
    });
  };

  app.get(`${manager}/scim/Users`, (c) => sendScimUsers(c, access(), (name) => c.req.query(name)));
  app.post(`${manager}/scim/Users/.search`, async (c) => {
    const body: unknown = await c.req.json().catch(() => ({}));
    const fields = typeof body === 'object' && body !== null ? { ...body } : {};
    const asked = new Map(Object.entries(fields).map(([name, value]) => [name, String(value)]));
    return sendScimUsers(c, access(), (name) => asked.get(name));
  });
  app.get(`${manager}/scim/Users/:id`, (c) => {
    const user = scimUser(access(), c.req.param('id'));
    return user === undefined ? c.body(null, 404) : c.json(user);
  });
  app.get(`${manager}/scim/Schemas`, (c) => sendScimSchemas(c, access()));

  const directories = `${manager}/connectormanagement/directoryconfigs`;
  list(directories, 'horizon.manager.connector.management.directory.list', (c) =>
    access()
      .directories.filter((each) => each.type !== 'JIT_DIRECTORY' || c.req.query('includeJitDirectories') === 'true')
      .map(({ domains, ...directory }) => ({
        ...directory,
        countDomains: domains.length,
        deleteInProgress: false,
        migratedToEnterpriseService: false,
        syncConfigurationEnabled: false,
      })),
  );
  list(`${directories}/:id/domains`, 'horizon.manager.connector.management.directory.domain.list', (c) =>
    (access().directories.find((each) => each.directoryId === c.req.param('id'))?.domains ?? []).map((name) => ({
      name,
    })),
  );
  list(`${manager}/identityProviders`, 'horizon.manager.identityprovider.summary.list', () =>
    access().idps.map(({ id, name }) => ({ id, name })),
  );
  app.get(`${manager}/identityProviders/:id`, (c) => {
    const idp = access().idps.find((each) => each.id === c.req.param('id'));
    if (idp === undefined) return c.body(null, 404);
    const { directories: ids, ...settings } = idp;
    const directoryConfigurations = access()
      .directories.filter(({ directoryId }) => ids.includes(directoryId))
      .map(({ domains, ...directory }) => ({ ...directory, countDomains: domains.length }));
    return c.json({ ...settings, directoryConfigurations });
  });
  app.post(`${manager}/catalogitems/search`, async (c) => {
    const body: unknown = await c.req.json().catch(() => ({}));
    const filter = typeof body === 'object' && body !== null && 'nameFilter' in body ? String(body.nameFilter) : '';
    const items = access().catalog.filter((item) => item.name.toLowerCase().includes(filter.toLowerCase()));
    return c.json({ items });
  });
  app.get(`${manager}/catalogitems/:uuid`, (c) => {
    const item = access().catalog.find((each) => each.uuid === c.req.param('uuid'));
    return item === undefined ? c.body(null, 404) : c.json(item);
  });
  list(`${manager}/accessPolicies`, 'horizon.manager.accesspolicyset.list', () => access().policies);
  list(`${manager}/orgnetworks`, 'horizon.manager.orgnetwork.list', () => access().networks);
  list(`${manager}/amms/authmethods`, 'vidm.amms.auth.methods.summary.list', () => access().authMethods);
  app.get('/acs/rulesets', (c) => {
    // Without the tag these are the administrators' roles, not the sign-in policies.
    const policies = c.req.query('tag') === 'APP_ACCESS' ? access().policies : [{ name: 'Super Admin', uuid: 'super' }];
    const items = policies.map(({ name, uuid }) => ({
      name,
      _links: { self: { href: `/acs/rulesets/${uuid}` }, associations: { href: `/acs/associations/rulesets/${uuid}` } },
    }));
    return c.json({ items, totalPages: 1 });
  });
  app.get(`${manager}/system/health`, (c) =>
    c.json({
      AllOk: 'true',
      DatabaseConnectionOk: 'true',
      EncryptionConnectionOk: 'true',
      AnalyticsConnectionOk: 'true',
      FederationBrokerOk: 'true',
      BuildVersion: 'unknown',
    }),
  );
};
