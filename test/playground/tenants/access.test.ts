import { X509Certificate } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { accessToken, basic, json, query, type Token, useTenants } from './tenants.js';

const { access, clock, tenants } = useTenants({ scenario: 'jit-off' });
const hour = 3_600_000;

type Row = readonly [time: string, who: string, summary: string, object: string | null, event: string];
const rows = async (path: string): Promise<readonly Row[]> => (await json<{ data: Row[] }>(access(path))).data;
const items = async (path: string): Promise<readonly unknown[]> =>
  (await json<{ items: unknown[] }>(access(path))).items;

interface Found {
  readonly totalResults: number;
  readonly Resources: readonly { readonly userName: string }[];
}
const audit = '/analytics/reports/audit';
const users = '/SAAS/jersey/manager/api/scim/Users';

beforeEach(() => {
  tenants().setScenario('jit-off');
});

describe('the token endpoint of Access', () => {
  const endpoint = (): string => `${tenants().access.url}/SAAS/auth/oauthtoken`;

  it('gives a token for three hours', async () => {
    const { access_token: token, expires_in } = await json<Token>(accessToken(tenants()));
    const ask = (): Promise<Response> =>
      fetch(`${tenants().access.url}${audit}`, { headers: { Authorization: `Bearer ${token}` } });

    expect(expires_in).toBe(10_799);
    expect((await ask()).status).toBe(200);
    clock.advance(3 * hour);
    expect((await ask()).status).toBe(401);
  });

  it('takes the grant in the query, and breaks without one', async () => {
    const headers = basic(tenants().access.clientId, tenants().access.clientSecret);

    expect((await fetch(`${endpoint()}?grant_type=client_credentials`, { method: 'POST', headers })).status).toBe(200);
    expect((await fetch(endpoint(), { method: 'POST', headers })).status).toBe(500);
    expect((await fetch(endpoint(), { headers })).status).toBe(405);
  });

  it('refuses a wrong secret, and the right one after it was regenerated', async () => {
    expect((await accessToken(tenants(), 'wrong')).status).toBe(401);
    tenants().setScenario('access-credential-refused');
    expect((await accessToken(tenants())).status).toBe(401);
  });

  it('voids every token when the scenario changes or tokens are revoked', async () => {
    const { access_token: token } = await json<Token>(accessToken(tenants()));
    tenants().revokeTokens();
    await accessToken(tenants());

    const response = await fetch(`${tenants().access.url}${audit}`, { headers: { Authorization: `Bearer ${token}` } });

    expect(response.status).toBe(401);
  });
});

describe('the audit report of Access', () => {
  it('is a table of strings with the event as JSON text, newest first', async () => {
    const report = await rows(query(audit, { objectType: 'LOGIN' }));
    const times = report.map(([time]) => Number(time));

    expect(report.every((row) => row.length === 5 && typeof row[4] === 'string')).toBe(true);
    expect(times).toEqual([...times].sort((one, other) => other - one));
    const [time, who, summary, object, event] = report[0] ?? [];
    expect([time, who, summary, object]).toEqual([
      String(clock.now() - 18 * 60_000),
      'carla@acme.example',
      'LOGIN failed ()',
      null,
    ]);
    expect(JSON.parse(event ?? '')).toMatchObject({
      timestamp: clock.now() - 18 * 60_000,
      actorUserName: null,
      objectType: 'LOGIN',
      values: {
        success: 'false',
        failureMessage: 'IDP (id: 541991) does not have JIT enabled when creating user (nameId: carla@acme.example)',
      },
    });
  });

  it('goes back 72 hours when nothing is said, and keeps to a window when told', async () => {
    const usual = await rows(audit);
    const week = await rows(query(audit, { fromMillis: clock.now() - 168 * hour, toMillis: clock.now() }));
    const minute = await rows(query(audit, { fromMillis: clock.now() - 60_000, toMillis: clock.now() }));

    expect(week.length).toBeGreaterThan(usual.length);
    expect(minute).toEqual([]);
  });

  it('knows types by exact case only', async () => {
    expect(await rows(query(audit, { objectType: 'Login' }))).toEqual([]);
  });

  it('pages by row, at most 5,000 at once and 10,000 in all', async () => {
    tenants().setScenario('noisy-week');
    tenants().change(({ access: { audit: events } }) => {
      events.push(...events.slice(0, 5_000));
    });
    const page = async (startIndex: number): Promise<number> => {
      const window = { fromMillis: clock.now() - 168 * hour, toMillis: clock.now(), pageSize: 9_000 };
      return (await rows(query(audit, { ...window, startIndex }))).length;
    };

    expect([await page(0), await page(5_000), await page(10_000)]).toEqual([5_000, 5_000, 0]);
  });
});

describe('the users of Access', () => {
  it.each(['userName eq "JDOE"', 'userPrincipalName eq "jdoe@acme.example"'])('are found by %s', async (filter) => {
    const found = await json(access(query(users, { filter })));

    expect(found).toMatchObject({
      totalResults: 1,
      Resources: [{ userName: 'jdoe', 'urn:scim:schemas:extension:workspace:1.0': { domain: 'acme.example' } }],
    });
  });

  it.each(['emails eq "jdoe@acme.example"', 'userName ne "x"', 'userName eq x'])('refuse %s', async (filter) => {
    expect((await access(query(users, { filter }))).status).toBe(400);
  });

  it('are nobody for a stranger, and two where two have the name', async () => {
    const count = async (name: string): Promise<number> =>
      (await json<Found>(access(query(users, { filter: `userName eq "${name}"` })))).totalResults;

    expect(await count('nobody')).toBe(0);
    tenants().setScenario('several-matching-users');
    expect(await count('jdoe')).toBe(2);
  });

  it('page from 0 or 1', async () => {
    const names = async (startIndex: number): Promise<string[]> =>
      (await json<Found>(access(query(users, { startIndex, count: 2 })))).Resources.map(({ userName }) => userName);

    expect(await names(0)).toEqual(await names(1));
    expect(await names(3)).not.toEqual(await names(1));
  });
});

describe('the set-up of Access', () => {
  const manager = '/SAAS/jersey/manager/api';

  it('publishes metadata without sign-in, with a certificate that can be read', async () => {
    tenants().setScenario('certificate-near-expiry');
    const xml = await (await fetch(`${tenants().access.url}/SAAS/API/1.0/GET/metadata/idp.xml`)).text();
    const der = /<ds:X509Certificate>([^<]+)</.exec(xml)?.[1] ?? '';
    const certificate = new X509Certificate(Buffer.from(der, 'base64'));

    expect(xml).toContain(`entityID="${tenants().access.url}/SAAS/API/1.0/GET/metadata/idp.xml"`);
    expect(xml).toContain(`validUntil="${new Date(Date.parse(certificate.validTo)).toISOString()}"`);
    expect(Math.round((Date.parse(certificate.validTo) - clock.now()) / (24 * hour))).toBe(6);
    expect(certificate.verify(certificate.publicKey)).toBe(true);
  });

  it('matches NameIDs with the user name where the story says so', async () => {
    const idps = await items(`${manager}/identityProviders?onlyEnabledAdapters=true`);
    const idp = await json<{ jitEnabled: boolean; nameIdFormatAttributeMappings: Record<string, string> }>(
      access(`${manager}/identityProviders/541991`),
    );

    expect(idps).toContainEqual({ id: '541991', name: 'Okta' });
    expect(idp.jitEnabled).toBe(false);
    expect(Object.values(idp.nameIdFormatAttributeMappings)).toContain('userName');
    expect(idp).toMatchObject({ directoryConfigurations: [{ type: 'OTHER_DIRECTORY' }] });
  });

  it('has a built-in identity provider beside Okta, each with directories, networks and methods of its own', async () => {
    const idps = await items(`${manager}/identityProviders?onlyEnabledAdapters=true`);
    tenants().change(({ access: { idps } }) => {
      for (const idp of idps) if (idp.name === 'Built-in') idp.directories.splice(0);
    });
    const detail = (id: string) => json<Record<string, unknown>>(access(`${manager}/identityProviders/${id}`));

    expect(idps).toEqual([
      { id: '541870', name: 'Built-in' },
      { id: '541991', name: 'Okta' },
    ]);
    expect(await detail('541870')).toMatchObject({
      directoryConfigurations: [],
      orgNetworks: [{ name: 'ALL RANGES' }],
      authMethods: [{ authMethodName: 'Mobile SSO (for iOS)' }, {}, {}],
    });
    expect(await detail('541991')).toMatchObject({
      directoryConfigurations: [{ name: 'Okta Users', type: 'OTHER_DIRECTORY' }],
      metaData: expect.stringContaining('entityID="http://www.okta.com/exk'),
    });
  });

  it('finds the Okta application source in the catalog', async () => {
    const response = await access(`${manager}/catalogitems/search?startIndex=0&pageSize=100`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/vnd.vmware.horizon.manager.catalog.search+json' },
      body: JSON.stringify({ nameFilter: 'Okta', includeTypes: ['Saml20'] }),
    });

    expect(await json(response)).toMatchObject({
      items: [{ name: 'OKTA', authInfo: { deviceSsoResponse: true, enableForceAuthnRequest: true } }],
    });
  });

  it('takes one form of Accept only where it is told to', async () => {
    const path = `${manager}/connectormanagement/directoryconfigs?includeJitDirectories=true`;
    const vendor = 'application/vnd.vmware.horizon.manager.connector.management.directory.list+json';
    const statuses = async (): Promise<number[]> => [
      (await access(path, { headers: { Accept: vendor } })).status,
      (await access(path, { headers: { Accept: 'application/json' } })).status,
    ];
    const take = (mediaTypes: 'json' | 'vendor'): void =>
      tenants().change((world) => {
        world.access.mediaTypes = mediaTypes;
      });

    expect(await statuses()).toEqual([200, 200]);
    take('vendor');
    expect(await statuses()).toEqual([200, 406]);
    take('json');
    expect(await statuses()).toEqual([406, 200]);
  });

  it('hides just-in-time directories unless asked for', async () => {
    tenants().setScenario('scim-creation-not-supported');
    const directories = `${manager}/connectormanagement/directoryconfigs`;

    expect(await items(directories)).toEqual([]);
    expect(await items(`${directories}?includeJitDirectories=true`)).toMatchObject([{ type: 'JIT_DIRECTORY' }]);
  });
});
