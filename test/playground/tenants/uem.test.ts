import { beforeEach, describe, expect, it } from 'vitest';
import { basic, json, query, refusal, type Token, useTenants } from './tenants.js';

const { clock, tenants, uem } = useTenants({ scenario: 'healthy' });
const search = '/api/mdm/devices/search';

interface Device {
  readonly Id: { readonly Value: number };
  readonly SerialNumber: string;
}
const devices = async (parameters: Record<string, string | number>): Promise<readonly Device[]> =>
  (await json<{ Devices: Device[] }>(uem(query(search, parameters)))).Devices;

beforeEach(() => {
  tenants().setScenario('healthy');
});

describe("UEM's door", () => {
  it('asks for credentials and the tenant code', async () => {
    const wrong = await uem(search, { headers: basic('x', 'y') });
    const noCode = await uem(search, { headers: { 'aw-tenant-code': 'x' } });

    expect(await refusal(wrong)).toEqual([401, 1_005]);
    expect(noCode.status).toBe(403);
  });

  it('lets a client in with a token of its token endpoint, for an hour', async () => {
    const { tokenUrl, clientId, clientSecret, url } = tenants().uem;
    const grant = { grant_type: 'client_credentials', client_id: clientId };
    const ask = (client_secret: string): Promise<Response> =>
      fetch(tokenUrl, { method: 'POST', body: new URLSearchParams({ ...grant, client_secret }) });
    const { access_token: token } = await json<Token>(ask(clientSecret));
    const list = (): Promise<Response> => fetch(`${url}${search}`, { headers: { Authorization: `Bearer ${token}` } });

    expect((await list()).status).toBe(200);
    expect((await ask('wrong')).status).toBe(400);
    clock.advance(3_600_000);
    expect((await list()).status).toBe(401);
  });

  it('counts down a daily quota', async () => {
    const left = async (): Promise<number> => Number((await uem(search)).headers.get('x-ratelimit-remaining'));

    expect((await left()) - (await left())).toBe(1);
  });
});

describe('the devices of UEM', () => {
  it('are found by user name', async () => {
    const { Devices, Total } = await json<{ Devices: { LastSeen: string }[]; Total: number }>(
      uem(query(search, { user: 'ANN' })),
    );

    expect(Total).toBe(1);
    expect(Devices[0]).toMatchObject({ UserName: 'ann', Platform: 'Apple', ComplianceStatus: 'Compliant' });
    expect(Devices[0]?.LastSeen).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}$/);
  });

  it('are an empty 204 when there are none', async () => {
    const response = await uem(query(search, { user: 'nobody' }));

    expect([response.status, await response.text()]).toEqual([204, '']);
  });

  it('come in the order in which they were last seen, where that is asked for', async () => {
    tenants().change(({ uem, now }) => {
      for (const [place, each] of uem.devices.entries()) each.lastSeen = now - ((place * 7) % 5) * 60_000;
    });
    const { Devices } = await json<{ Devices: { LastSeen: string }[] }>(
      uem(query(search, { orderby: 'lastseen', sortorder: 'DESC' })),
    );
    const times = Devices.map(({ LastSeen }) => LastSeen);

    expect(times).toEqual([...times].sort().reverse());
    expect(new Set(times).size).toBe(times.length);
  });

  it('page from 0', async () => {
    const serials = async (page: number): Promise<string[]> =>
      (await devices({ page, pagesize: 2 })).map(({ SerialNumber }) => SerialNumber);

    expect(new Set([...(await serials(0)), ...(await serials(1))]).size).toBe(4);
  });

  it.each([
    ['healthy', 'ann', 3],
    ['ios-sso-not-installed', 'ann', 1],
    ['uem-user-name-with-at', 'ben@acme.example', 6],
  ])('have their profile in a state: %s', async (scenario, user, state) => {
    tenants().setScenario(scenario);
    const [device] = await devices({ user });

    const profiles = await json(uem(`/api/mdm/devices/${device?.Id.Value}/profiles`));

    expect(profiles).toMatchObject({ DeviceProfiles: [{ Name: 'iOS SSO', Status: state }] });
  });
});

describe('the users of UEM', () => {
  it('are found by parts of their name: comparing is left to the caller', async () => {
    const { Users } = await json<{ Users: { UserName: string }[] }>(
      uem(query('/api/system/users/search', { username: 'a' })),
    );

    expect(Users.map(({ UserName }) => UserName)).toEqual(['ann', 'carla', 'irma']);
  });
});

describe('the profiles of UEM', () => {
  it('are searched by payload, under another name in version 1', async () => {
    const path = query('/api/mdm/profiles/search', { payloadName: 'SingleSignOn', platform: 'Apple' });
    const second = await uem(path, { headers: { Accept: 'application/json;version=2' } });
    const first = await uem(path, { headers: { Accept: 'application/json' } });

    expect(await second.json()).toMatchObject({ ProfileList: [{ ProfileName: 'iOS SSO', ProfileStatus: 'Active' }] });
    expect(await first.json()).toMatchObject({ Profiles: [{ ProfileName: 'iOS SSO' }] });
  });

  it('send their payloads in version 2', async () => {
    const [second, first] = await Promise.all(
      [2, 1].map((version) =>
        json(uem('/api/mdm/profiles/77', { headers: { Accept: `application/json;version=${version}` } })),
      ),
    );

    expect(second).toMatchObject({ General: { Name: 'iOS SSO' }, SingleSignOn: { Realm: 'VMWAREIDENTITY.COM' } });
    expect(first).not.toHaveProperty('SingleSignOn');
  });

  it('lose their smart groups where nobody assigned them', async () => {
    tenants().setScenario('ios-sso-not-installed');

    expect(await (await uem('/api/mdm/profiles/77')).json()).toMatchObject({ General: { AssignedSmartGroups: [] } });
  });
});
