/** Every read once against the simulated tenants: two views of the same references must agree. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TenantsConfig } from '../../src/connectors/config.js';
import { openTenants } from '../../src/connectors/index.js';
import { systemClock } from '../../src/playground/slack/index.js';
import { type Tenants as Simulated, startTenants } from '../../src/playground/tenants/index.js';
import { fakeLog } from '../support/fake-log.js';

const user = 'ann@acme.example';

describe('the connectors on the simulated tenants', () => {
  let simulated: Simulated;
  beforeAll(async () => {
    simulated = await startTenants({ scenario: 'healthy', clock: systemClock });
  });
  afterAll(() => simulated.close());

  const opened = (config: TenantsConfig) => openTenants(config, { log: fakeLog(), random: Math.random });

  it.each(['token', 'service-app'] as const)('read everything of Okta with a %s', async (kind) => {
    const { url, token, clientId, keyId, privateKey } = simulated.okta;
    const credential = kind === 'token' ? { kind, token } : { kind, clientId, keyId, privateKey };
    const { okta } = opened({ okta: { url, credential } });
    if (okta === undefined) throw new Error('Okta is configured');
    const window = { since: new Date(Date.now() - 86_400_000), until: new Date() };

    const ann = (await okta.findUsers(user)).items[0];
    const id = ann?.id ?? '';

    expect(ann?.profile.login).toBe(user);
    expect((await okta.findUsers('ann')).items[0]?.id).toBe(id);
    expect((await okta.getUser(id))?.id).toBe(id);
    expect(await okta.getUser('00unobody')).toBeUndefined();
    expect((await okta.someUsers(2)).items).toHaveLength(2);
    expect((await okta.userBlocks(id)).more).toBe(false);
    expect((await okta.userFactors(id)).items.length).toBeGreaterThan(0);
    if (kind === 'token') expect((await okta.userDevices(id)).items).toEqual([]);
    const assigned = (await okta.assignedApps(id)).items.find(({ app }) => app.label.startsWith('Workspace ONE'));
    expect(assigned?.appUser?.credentials?.userName).toBeTypeOf('string');
    const app = (await okta.findApps('Workspace ONE')).items[0];
    expect(await okta.app(app?.id ?? '')).toMatchObject({ id: app?.id });
    expect((await okta.someAppUsers(app?.id ?? '', 1)).items[0]?.profile?.['domain']).toBe('acme.example');
    expect((await okta.appKeys(app?.id ?? '')).items[0]?.expiresAt).toBeTypeOf('string');
    const idp = (await okta.identityProviders()).items.find(({ name }) => name.startsWith('Workspace ONE'));
    expect(idp?.protocol?.credentials?.trust?.issuer).toMatch(/idp\.xml$/);
    expect((await okta.idpKeys()).items.map(({ kid }) => kid)).toContain(idp?.protocol?.credentials?.trust?.kid);
    expect((await okta.idpSigningKeys(idp?.id ?? '')).items.length).toBeGreaterThan(0);
    expect((await okta.idpDiscoveryRules()).items.length).toBeGreaterThan(0);
    const [mapping] = (await okta.profileMappings(app?.id ?? '')).items;
    expect(mapping?.properties?.['domain']?.expression).toBe('"acme.example"');
    expect((await okta.apiTokens()).items.length).toBeGreaterThan(1);
    const events = await okta.logEvents({ ...window, limit: 20 });
    expect(events.items.length).toBeGreaterThan(0);
    const [event] = events.items;
    const siblings = await okta.logEventsOfTransaction(event?.transaction?.id ?? '', {
      published: event?.published ?? '',
    });
    expect(siblings.items.map(({ uuid }) => uuid)).toContain(event?.uuid);
    const first = await okta.followLog({ from: { since: window.since }, limit: 2 });
    expect(first).toMatchObject({ items: { length: 2 }, unreadable: 0, more: true });
    const second = await okta.followLog({ from: { after: first.after ?? '' }, limit: 2, pages: 2 });
    const seen = new Set(first.items.map(({ uuid }) => uuid));
    expect(second.items.filter(({ uuid }) => seen.has(uuid))).toEqual([]);
    expect(second.items.length).toBeGreaterThan(0);
    await expect(okta.followLog({ from: { after: 'none of Okta’s' } })).rejects.toMatchObject({
      code: 'cursor-refused',
    });
    await expect(okta.followLog({ from: { after: 'no-cursor' } })).rejects.toMatchObject({ code: 'cursor-refused' });
    expect(okta.quota()).toContainEqual(expect.objectContaining({ bucket: 'logs', remaining: expect.any(Number) }));
    expect((await okta.whoAmI())?.status).toBe(kind === 'token' ? 'ACTIVE' : undefined);
    expect((await okta.proveScopes()).filter(({ error }) => error !== undefined)).toEqual([]);
  });

  it('read everything of Workspace ONE Access', async () => {
    const { access } = opened({ access: simulated.access });
    if (access === undefined) throw new Error('Access is configured');

    const [ann] = (await access.findUsers('userName', 'ann')).items;

    expect(ann).toMatchObject({ domain: 'acme.example', userPrincipalName: user, emails: [user] });
    expect((await access.findUsers('userPrincipalName', user)).items[0]?.id).toBe(ann?.id);
    expect((await access.findUsers('userName', '" or userName sw "')).items).toEqual([]);
    const events = await access.auditEvents({ from: new Date(Date.now() - 86_400_000), to: new Date() });
    expect(events).toMatchObject({ unreadable: 0, more: false });
    expect(events.items.some(({ actorUserName }) => actorUserName === 'ann')).toBe(true);
    expect((await access.samlMetadata()).entityId).toMatch(/idp\.xml$/);
    expect((await access.samlMetadata()).certificates.length).toBeGreaterThan(0);
    expect((await access.recentAuditEvents(24)).items.length).toBeGreaterThan(0);
    expect((await access.someUsers(2)).items).toHaveLength(2);
    expect((await access.userAttributes()).find(({ name }) => name === 'userName')?.required).toBe(true);
    const idps = (await access.identityProviders()).items;
    const idp = await access.identityProvider(idps.find(({ name }) => name === 'Okta')?.id ?? '');
    expect(idp).toMatchObject({ jitEnabled: false, directoryConfigurations: [{ name: 'Okta Users' }] });
    const { parseSamlMetadata } = await import('../../src/connectors/access/saml-metadata.js');
    expect(parseSamlMetadata(idp?.metaData ?? '').certificates).toHaveLength(1);
    const [directory] = (await access.directories()).items;
    expect(directory?.type).toBe('OTHER_DIRECTORY');
    expect((await access.directoryDomains(directory?.id ?? '')).items).toEqual([{ name: 'acme.example' }]);
    expect((await access.findCatalogItems('okta')).items[0]?.authInfo?.deviceSsoResponse).toBeTypeOf('boolean');
    expect((await access.accessPolicies()).items.length).toBeGreaterThan(0);
    expect(await access.health()).toMatchObject({ AllOk: 'true' });
  });

  it.each(['basic', 'oauth'] as const)('read everything of Workspace ONE UEM with %s', async (kind) => {
    const { url, userName: username, password, tenantCode, tokenUrl, clientId, clientSecret } = simulated.uem;
    const credential = kind === 'basic' ? { kind, username, password } : { kind, tokenUrl, clientId, clientSecret };
    const { uem } = opened({ uem: { url, credential, tenantCode } });
    if (uem === undefined) throw new Error('UEM is configured');

    const [device] = (await uem.devicesOfUser('ann')).items;

    expect(device).toMatchObject({ platform: 'Apple', enrollmentStatus: 'Enrolled', userName: 'ann' });
    expect((await uem.devicesOfUser('nobody')).items).toEqual([]);
    expect((await uem.findUsers('username', 'ann')).items).toMatchObject([{ userName: 'ann', email: user }]);
    const [profile] = (await uem.iosSsoProfiles()).items;
    expect((await uem.deviceProfiles(device?.id ?? '')).items).toContainEqual({
      id: profile?.id,
      name: 'iOS SSO',
      state: 'installed',
    });
    expect(await uem.profileSingleSignOn(profile?.id ?? '')).toEqual({
      principalName: '{EnrollmentUser}',
      realm: 'VMWAREIDENTITY.COM',
      bundleIds: [],
    });
    expect(await uem.someUsers()).toMatchObject({ items: { length: 6 }, total: 6 });
    expect((await uem.appleDevicesSeenLast()).items).toContainEqual(device);
    expect(uem.quota()).toMatchObject([{ bucket: 'all', limit: 250_000 }]);
  });
});
