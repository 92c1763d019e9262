import { describe, expect, it } from 'vitest';
import { fakeTime } from '../support/fake-time.js';
import { open, server } from './opened.js';

const device = (id: number, UserName: string, rest = {}) => ({ Id: { Value: id }, UserName, ...rest });

describe('the Workspace ONE UEM connector', () => {
  const uem = server();
  const client = () =>
    open('uem', {
      uem: { url: uem.url, credential: { kind: 'basic', username: 'bot', password: 'pässword' }, tenantCode: 'code=' },
    });

  it('signs in with user name, password and tenant code, and names the version', async () => {
    uem.answer({ '/api/mdm/devices/search': { status: 204 } });

    await client().devicesOfUser('jdoe');

    expect(uem.requests[0]?.headers).toMatchObject({
      authorization: `Basic ${Buffer.from('bot:pässword').toString('base64')}`,
      'aw-tenant-code': 'code=',
      accept: 'application/json;version=1',
    });
  });

  it('signs in with OAuth at the region’s server, with the tenant code when there is one', async () => {
    uem.answer({
      '/connect/token': { body: { access_token: 't1', expires_in: 3600, token_type: 'Bearer' } },
      '/api/mdm/devices/search': { status: 204 },
    });
    const credential = {
      kind: 'oauth',
      tokenUrl: `${uem.url}/connect/token`,
      clientId: 'c',
      clientSecret: 's&s',
    } as const;

    await open('uem', { uem: { url: uem.url, credential, tenantCode: 'code=' } }).devicesOfUser('jdoe');

    expect(uem.requests[0]?.body).toBe('grant_type=client_credentials&client_id=c&client_secret=s%26s');
    expect(uem.requests[1]?.headers).toMatchObject({ authorization: 'Bearer t1', 'aw-tenant-code': 'code=' });
  });

  it('knows no devices from 204', async () => {
    uem.answer({ '/api/mdm/devices/search': { status: 204 } });

    expect(await client().devicesOfUser('jdoe')).toEqual({ items: [], more: false });
  });

  it('reads the devices of exactly that user', async () => {
    uem.answer({
      '/api/mdm/devices/search': {
        body: {
          Devices: [
            device(1, 'JDOE', {
              Platform: 'Apple',
              ComplianceStatus: 'A_NEW_ONE',
              CompromisedStatus: 'False',
              LastSeen: '2025-06-10T08:15:00.123',
              ComplianceSummary: {
                DeviceCompliance: [{ CompliantStatus: false, PolicyName: 'OS minimum' }, { CompliantStatus: true }],
              },
            }),
            device(2, 'ACME\\jdoe'),
            device(3, 'jdoe@acme.example'),
            device(4, 'jdoe2'),
            device(5, 'ajdoe'),
          ],
          Total: 5,
        },
      },
    });

    const { items, more } = await client().devicesOfUser('jdoe');

    expect(items.map(({ id }) => id)).toEqual(['1', '2', '3']);
    expect(items[0]).toMatchObject({
      complianceStatus: 'A_NEW_ONE',
      isCompromised: false,
      brokenPolicies: ['OS minimum'],
      lastSeen: '2025-06-10T08:15:00.123',
    });
    expect(more).toBe(false);
  });

  it.each(['jdoe&organizationgroupid=1', '%26', 'a#b', '" or 1 eq 1'])(
    'keeps %j one value of the query',
    async (name) => {
      uem.answer({ '/api/mdm/devices/search': { status: 204 } });

      await client().devicesOfUser(name);

      expect(uem.requests[0]?.query.get('user')).toBe(name);
      expect([...(uem.requests[0]?.query.keys() ?? [])]).toEqual(['user', 'page', 'pagesize']);
    },
  );

  it('finds users by exact name or e-mail, whatever else the search returns', async () => {
    const user = (UserName: string, Email: string) => ({
      Id: { Value: '7' },
      UserName,
      Email,
      Status: 'true',
      EnrolledDevicesCount: '2',
    });
    uem.answer({
      '/api/system/users/search': {
        body: { Users: [user('jdoe', 'j@a.example'), user('jdoe2', 'k@a.example')], Total: 80 },
      },
    });
    const reading = client();

    expect(await reading.findUsers('username', 'JDoe')).toMatchObject({
      items: [{ id: '7', userName: 'jdoe', isActive: true, enrolledDevices: 2 }],
      more: true,
    });
    expect((await reading.findUsers('email', 'k@a.example')).items).toMatchObject([{ userName: 'jdoe2' }]);
  });

  it('says of each profile whether it is installed, and the number where the meaning is not known', async () => {
    const profile = (Status: unknown, Name: string) => ({ Id: { Value: 77 }, Name, Status });
    uem.answer({
      '/api/mdm/devices/9001/profiles': {
        body: { DeviceProfiles: [3, 1, '6', 42, null].map((status) => profile(status, 'iOS SSO')) },
      },
    });

    const { items } = await client().deviceProfiles('9001');

    expect(items.map(({ state }) => state)).toEqual([
      'installed',
      'not installed',
      'failed',
      'state 42',
      'state unknown',
    ]);
  });

  it('finds the iOS profiles that carry single sign-on', async () => {
    uem.answer({
      '/api/mdm/profiles/search': {
        body: {
          ProfileList: [{ ProfileId: 77, ProfileName: 'iOS SSO', AssignmentSmartGroups: [{ Name: 'All iOS' }] }],
          TotalResults: 1,
        },
      },
    });

    expect((await client().iosSsoProfiles()).items).toMatchObject([
      { id: '77', name: 'iOS SSO', smartGroups: ['All iOS'] },
    ]);
    expect(uem.requests[0]?.headers['accept']).toBe('application/json;version=2');
  });

  it('does not take what UEM leaves out for none', async () => {
    uem.answer({
      '/api/mdm/profiles/search': { body: { ProfileList: [{ ProfileId: 77, ProfileName: 'iOS SSO' }] } },
    });

    expect((await client().iosSsoProfiles()).items).toMatchObject([{ status: undefined, smartGroups: undefined }]);
  });

  it.each([
    ['com.a.mail, com.b.*', ['com.a.mail', 'com.b.*']],
    [['com.a.mail'], ['com.a.mail']],
    ['', []],
    [null, undefined],
  ])('reads the Single Sign-On payload of a profile: bundle ids %j', async (AppIdentifierMatches, bundleIds) => {
    uem.answer({
      '/api/mdm/profiles/77': {
        body: {
          General: { Name: 'iOS SSO' },
          SingleSignOn: { PrincipalName: '{EnrollmentUser}', Realm: 'VMWAREIDENTITY.COM', AppIdentifierMatches },
        },
      },
    });

    expect(await client().profileSingleSignOn('77')).toEqual({
      principalName: '{EnrollmentUser}',
      realm: 'VMWAREIDENTITY.COM',
      bundleIds,
    });
    expect(uem.requests[0]?.headers['accept']).toBe('application/json;version=2');
  });

  it('knows no payload where a profile comes without', async () => {
    uem.answer({ '/api/mdm/profiles/77': { body: { General: { Name: 'iOS SSO', IsActive: true } } } });

    expect(await client().profileSingleSignOn('77')).toBeUndefined();
  });

  it.each([
    [{ Total: 900 }, 900],
    [{ Total: '2' }, 2],
    [{}, undefined],
  ])('reads the first of all users and how many there are: %j', async (count, total) => {
    uem.answer({
      '/api/system/users/search': { body: { Users: [{ UserName: 'ann' }, { UserName: 'ben' }], ...count } },
    });

    const found = await client().someUsers();

    expect(found.items.map(({ userName }) => userName)).toEqual(['ann', 'ben']);
    expect(found.total).toBe(total);
    expect([...(uem.requests[0]?.query.keys() ?? [])]).toEqual(['page', 'pagesize']);
  });

  it('reads Apple devices, the ones seen last first, whatever order they come in', async () => {
    uem.answer({
      '/api/mdm/devices/search': {
        body: {
          Devices: [
            device(1, 'ann', { LastSeen: '2025-06-10T08:15:00.123' }),
            device(2, 'ben', { LastSeen: '2025-06-11T08:15:00.123' }),
            device(3, 'jdoe'),
          ],
          Total: 70,
        },
      },
    });

    const { items, more } = await client().appleDevicesSeenLast();

    expect(items.map(({ id }) => id)).toEqual(['2', '1', '3']);
    expect(more).toBe(true);
    expect(uem.requests[0]?.query.get('platform')).toBe('Apple');
  });

  it('says when the day’s quota ends', async () => {
    const time = fakeTime();
    const reset = time.now() + 3_600_000;
    uem.answer({
      '/api/mdm/devices/search': {
        status: 429,
        headers: {
          date: new Date(time.now()).toUTCString(),
          'x-ratelimit-limit': '250000',
          'x-ratelimit-remaining': '0',
          'x-ratelimit-reset': String(reset / 1_000),
        },
        body: { errorCode: 7 },
      },
    });
    const credential = { kind: 'basic', username: 'bot', password: 'p' } as const;
    const reading = open('uem', { uem: { url: uem.url, credential, tenantCode: 'c' } }, { time });

    await expect(reading.devicesOfUser('jdoe')).rejects.toMatchObject({ code: 'rate-limited', until: new Date(reset) });
  });
});
