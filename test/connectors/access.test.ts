import { describe, expect, it } from 'vitest';
import { createCertificate } from '../../src/playground/tenants/certificate.js';
import { fakeTime } from '../support/fake-time.js';
import type { Handler, Reply } from '../support/loopback.js';
import { open, server } from './opened.js';

const token = { body: { access_token: 't1', token_type: 'Bearer', expires_in: 10_799 } };
const users = '/SAAS/jersey/manager/api/scim/Users';
const extension = 'urn:scim:schemas:extension:workspace:1.0';

describe('the Workspace ONE Access connector', () => {
  const access = server();
  const client = (time = fakeTime()) =>
    open('access', { access: { url: access.url, clientId: 'bot', clientSecret: 's3cret' } }, { time });
  const answer = (routes: Readonly<Record<string, Reply | Handler>>) =>
    access.answer({ '/SAAS/auth/oauthtoken': token, ...routes });
  const asked = (path: string) => access.requests.filter((request) => request.path === path);

  describe('signing in', () => {
    const nobody = { body: { totalResults: 0 } };

    it('fetches one token for all first calls', async () => {
      answer({ [users]: nobody });
      const reading = client();

      await Promise.all([reading.findUsers('userName', 'a'), reading.findUsers('userName', 'b')]);

      expect(asked('/SAAS/auth/oauthtoken')).toHaveLength(1);
      expect(asked('/SAAS/auth/oauthtoken')[0]).toMatchObject({
        method: 'POST',
        body: 'grant_type=client_credentials',
        headers: { authorization: `Basic ${Buffer.from('bot:s3cret').toString('base64')}` },
      });
      expect(asked(users)[0]?.headers['authorization']).toBe('Bearer t1');
    });

    it('renews the token a minute before it expires, not sooner', async () => {
      const time = fakeTime();
      answer({ [users]: nobody });
      const reading = client(time);
      await reading.findUsers('userName', 'a');
      time.pass(10_738_000);
      await reading.findUsers('userName', 'a');
      expect(asked('/SAAS/auth/oauthtoken')).toHaveLength(1);

      time.pass(2_000);
      await reading.findUsers('userName', 'a');

      expect(asked('/SAAS/auth/oauthtoken')).toHaveLength(2);
    });

    it('fetches a new token once when one is refused early', async () => {
      let serial = 0;
      answer({
        '/SAAS/auth/oauthtoken': () => ({ body: { access_token: `t${++serial}`, expires_in: 10_799 } }),
        [users]: ({ headers }) => (headers['authorization'] === 'Bearer t2' ? nobody : { status: 401 }),
      });

      expect(await client().findUsers('userName', 'a')).toEqual({ items: [], more: false });
      expect(serial).toBe(2);
    });

    it.each([400, 401])('names the settings to compare when the client is refused with %i', async (status) => {
      answer({ '/SAAS/auth/oauthtoken': { status, body: { error: 'invalid_client' } } });

      await expect(client().findUsers('userName', 'a')).rejects.toMatchObject({
        code: 'unauthorised',
        message: expect.stringContaining('ACCESS_CLIENT_SECRET'),
      });
      expect(asked(users)).toEqual([]);
    });
  });

  describe('finding users', () => {
    const jdoe = (domain: string) => ({
      id: `id-${domain}`,
      userName: 'JDoe',
      active: true,
      emails: [{ value: `jdoe@${domain}` }],
      [extension]: { domain, userStatus: 2, userPrincipalName: `jdoe@${domain}`, softDeleted: false },
    });

    it('finds the same name in several domains', async () => {
      answer({ [users]: { body: { totalResults: 2, Resources: [jdoe('acme.example'), jdoe('branch.example')] } } });

      const { items } = await client().findUsers('userName', 'jdoe');

      expect(items).toMatchObject([
        { userName: 'JDoe', domain: 'acme.example', status: '2', emails: ['jdoe@acme.example'] },
        { domain: 'branch.example' },
      ]);
    });

    it('does not take an answer of another kind for "nobody"', async () => {
      answer({ [users]: { body: { message: 'Hello' } } });

      await expect(client().findUsers('userName', 'a')).rejects.toMatchObject({ code: 'unexpected-answer' });
    });

    it.each(['" or userName sw "', 'a\\', 'a\\" or active eq "true'])('keeps %j a value', async (text) => {
      answer({ [users]: { body: { totalResults: 1, Resources: [jdoe('acme.example')] } } });

      expect((await client().findUsers('userPrincipalName', text)).items).toEqual([]);

      expect(asked(users)[0]?.query.get('filter')).toBe(`userPrincipalName eq ${JSON.stringify(text)}`);
    });

    it('refuses control characters before asking', async () => {
      await expect(client().findUsers('userName', 'a\r\nb')).rejects.toMatchObject({ code: 'bad-input' });
      expect(access.requests).toEqual([]);
    });
  });

  describe('the audit events', () => {
    const path = '/analytics/reports/audit';
    const window = { from: new Date(1_000), to: new Date(9_000) };
    const row = (timestamp: number) => [
      String(timestamp),
      'jdoe (acme.example)',
      'LOGIN',
      null,
      JSON.stringify({
        uuid: `u${timestamp}`,
        timestamp,
        objectType: 'LOGIN',
        actorUserName: null,
        values: { success: 'false' },
      }),
    ];

    it('are read from the fifth column, newest first, with texts left as texts', async () => {
      answer({ [path]: { body: { data: [row(2_000), row(3_000)] } } });

      const events = await client().auditEvents({ ...window, objectType: 'LOGIN' });

      expect(events).toMatchObject({
        more: false,
        unreadable: 0,
        items: [{ timestamp: 3_000, values: { success: 'false' } }, {}],
      });
      expect(Object.fromEntries(asked(path)[0]?.query ?? [])).toEqual({
        fromMillis: '1000',
        toMillis: '9000',
        objectType: 'LOGIN',
        pageSize: '1000',
        startIndex: '0',
      });
    });

    it('are paged by row until a page is short', async () => {
      answer({
        [path]: ({ query }) => ({ body: { data: query.get('startIndex') === '4' ? [row(1)] : [row(2), row(3)] } }),
      });

      expect(await client().auditEvents({ ...window, pageSize: 2, pages: 9 })).toMatchObject({
        more: false,
        items: { length: 5 },
      });
    });

    it('end at the pages asked for and where the API ends, and say that there is more', async () => {
      answer({
        [path]: ({ query }) => ({
          body: { data: Array.from({ length: Number(query.get('pageSize')) }, () => row(1)) },
        }),
      });
      const reading = client();

      expect(await reading.auditEvents({ ...window, pageSize: 10, pages: 2 })).toMatchObject({
        more: true,
        items: { length: 20 },
      });
      expect(await reading.auditEvents({ ...window, pageSize: 5_000, pages: 50 })).toMatchObject({
        more: true,
        items: { length: 10_000 },
      });
    });

    it.each([
      ['whose last page crosses where the API ends', 3_000, 10_000],
      ['asked for in pages larger than there are', 9_000, 10_000],
    ])('never look complete in a window %s', async (_what, pageSize, rows) => {
      answer({
        [path]: ({ query }) => {
          const [start, size] = [Number(query.get('startIndex')), Math.min(5_000, Number(query.get('pageSize')))];
          return { body: { data: Array.from({ length: Math.max(0, Math.min(size, rows - start)) }, () => row(1)) } };
        },
      });

      expect(await client().auditEvents({ ...window, pageSize, pages: 50 })).toMatchObject({
        more: true,
        items: { length: rows },
      });
    });

    it('count the rows that are no event instead of dropping them unseen', async () => {
      answer({ [path]: { body: { data: [row(1), ['1', 'x', 'y', null, '{"cut'], ['short'], [1, 2, 3, 4, '{}']] } } });

      expect(await client().auditEvents(window)).toMatchObject({ items: { length: 1 }, unreadable: 3 });
    });
  });

  describe('media types', () => {
    const path = '/SAAS/jersey/manager/api/identityProviders';

    it.each([406, 415])('are tried in the other form after %i, which is remembered', async (status) => {
      answer({
        [path]: ({ headers }) =>
          headers['accept'] === 'application/json' ? { body: { items: [{ id: '1', name: 'Okta' }] } } : { status },
      });
      const reading = client();

      expect((await reading.identityProviders()).items).toEqual([{ id: '1', name: 'Okta' }]);
      await reading.identityProviders();

      expect(asked(path).map(({ headers }) => headers['accept'])).toEqual([
        'application/vnd.vmware.horizon.manager.identityprovider.summary.list+json',
        'application/json',
        'application/json',
      ]);
    });

    it('refused in both forms are an answer nobody expected', async () => {
      answer({ [path]: { status: 406 } });

      await expect(client().identityProviders()).rejects.toMatchObject({ code: 'unexpected-answer' });
      expect(asked(path)).toHaveLength(2);
    });
  });

  it('reads all audit events of the last hours, in the largest pages there are', async () => {
    const time = fakeTime();
    answer({ '/analytics/reports/audit': { body: { data: [] } } });

    expect(await client(time).recentAuditEvents(24)).toEqual({ items: [], more: false, unreadable: 0 });

    const query = asked('/analytics/reports/audit')[0]?.query;
    expect(Number(query?.get('toMillis'))).toBe(time.now());
    expect(Number(query?.get('fromMillis'))).toBe(time.now() - 24 * 3_600_000);
    expect(query?.get('pageSize')).toBe('5000');
    expect(query?.get('objectType')).toBeNull();
  });

  it('reads some users, and says that there are more', async () => {
    answer({ [users]: { body: { totalResults: 40, Resources: [{ id: 'u1', userName: 'ann' }] } } });

    expect(await client().someUsers(1)).toMatchObject({ items: [{ userName: 'ann' }], more: true });
    expect(Object.fromEntries(asked(users)[0]?.query ?? [])).toEqual({ count: '1' });
  });

  describe('the attributes of users', () => {
    const path = '/SAAS/jersey/manager/api/scim/Schemas';
    const attributes = [
      { name: 'userName', required: true },
      { name: 'distinguishedName', required: 'false' },
    ];

    it.each([
      ['the schema itself', { name: 'User', attributes }],
      ['a list with it', { Resources: [{ name: 'User', attributes }] }],
    ])('are read from %s', async (_what, body) => {
      answer({ [path]: { body } });

      expect(await client().userAttributes()).toMatchObject([{ required: true }, { required: false }]);
      expect(asked(path)[0]?.query.get('filter')).toBe('name eq "User"');
    });

    it.each([{ attributes: [] }, { Resources: [] }, {}])('are never none: %j', async (body) => {
      answer({ [path]: { body } });

      await expect(client().userAttributes()).rejects.toMatchObject({ code: 'unexpected-answer' });
    });
  });

  it('reads settings, with booleans as booleans wherever they come as texts', async () => {
    const api = '/SAAS/jersey/manager/api';
    answer({
      [`${api}/identityProviders/7`]: {
        body: { id: '7', name: 'Okta', jitEnabled: 'false', nameIdFormatAttributeMappings: { f: 'userName' } },
      },
      [`${api}/identityProviders/8`]: { status: 405 },
      [`${api}/connectormanagement/directoryconfigs`]: {
        body: {
          items: [
            { directoryId: 'd1', name: 'Okta Users', type: 'OTHER_DIRECTORY', userstoreId: 's1' },
            { directoryConfigurationId: 'd2', name: 'JIT', userStoreId: 's2' },
          ],
        },
      },
      [`${api}/connectormanagement/directoryconfigs/d1/domains`]: {
        body: { items: [{ name: 'acme.example' }, { domain: 'spelt otherwise' }] },
      },
      [`${api}/catalogitems/search`]: {
        body: {
          items: [
            {
              name: 'OKTA',
              authInfo: { nameId: 'user.email', deviceSsoResponse: 'true', returnFailureResponse: false },
            },
          ],
        },
      },
      [`${api}/accessPolicies`]: { body: { items: [{ uuid: 'p', name: 'default_access_policy_set', base: true }] } },
      [`${api}/system/health`]: { body: { AllOk: 'true' } },
    });
    const reading = client();

    expect(await reading.identityProvider('7')).toMatchObject({
      jitEnabled: false,
      nameIdFormatAttributeMappings: { f: 'userName' },
    });
    expect(await reading.identityProvider('8')).toBeUndefined();
    expect((await reading.directories()).items).toEqual([
      { id: 'd1', name: 'Okta Users', type: 'OTHER_DIRECTORY', userStoreId: 's1' },
      { id: 'd2', name: 'JIT', type: undefined, userStoreId: 's2' },
    ]);
    expect((await reading.directoryDomains('d1')).items).toEqual([{ name: 'acme.example' }, {}]);
    expect((await reading.findCatalogItems('Okta')).items[0]?.authInfo).toMatchObject({
      deviceSsoResponse: true,
      returnFailureResponse: false,
    });
    expect((await reading.accessPolicies()).items).toMatchObject([{ base: true }]);
    expect(await reading.health()).toEqual({ AllOk: 'true' });
    const search = asked(`${api}/catalogitems/search`)[0];
    expect(search).toMatchObject({
      method: 'POST',
      headers: { 'content-type': 'application/vnd.vmware.horizon.manager.catalog.search+json' },
    });
    expect(JSON.parse(search?.body ?? '')).toMatchObject({ nameFilter: 'Okta', includeTypes: ['Saml20'] });
  });

  describe('the SAML metadata', () => {
    const path = '/SAAS/API/1.0/GET/metadata/idp.xml';
    const until = Date.UTC(2027, 0, 31, 12);
    const { base64 } = createCertificate('ws1.acme.example', Date.UTC(2024, 0, 1), until);
    const key = (use: string) =>
      `<md:KeyDescriptor use="${use}"><ds:KeyInfo><ds:X509Data><ds:X509Certificate>\n${base64.replace(/.{64}/g, '$&\n')}\n</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>`;
    const services = ['HTTP-POST', 'HTTP-Redirect']
      .map((binding) => `<md:SingleSignOnService Binding="${binding}" Location="https://ws1.acme.example/sso"/>`)
      .join('');
    const xml = (keys: string) =>
      `<?xml version="1.0"?><md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" xmlns:ds="http://www.w3.org/2000/09/xmldsig#" entityID="https://ws1.acme.example/SAAS/API/1.0/GET/metadata/idp.xml" validUntil="2033-05-01T00:00:00Z"><md:IDPSSODescriptor>${keys}${services}</md:IDPSSODescriptor></md:EntityDescriptor>`;

    it('is read without the credential: entity id, validity, addresses, and each certificate once', async () => {
      answer({
        [path]: {
          headers: { 'content-type': 'application/xml' },
          body: xml(key('signing') + key('signing') + key('encryption')),
        },
      });

      const metadata = await client().samlMetadata();

      expect(metadata).toMatchObject({
        entityId: 'https://ws1.acme.example/SAAS/API/1.0/GET/metadata/idp.xml',
        validUntil: '2033-05-01T00:00:00.000Z',
        signOnAddresses: ['https://ws1.acme.example/sso'],
        certificates: [{ use: 'signing', notAfter: '2027-01-31T12:00:00.000Z' }, { use: 'encryption' }],
      });
      expect(metadata.certificates[0]?.subject).toContain('ws1.acme.example');
      expect(access.requests).toHaveLength(1);
      expect(access.requests[0]?.headers['authorization']).toBeUndefined();
    });

    it.each([
      ['a web page', '<html><body>Sign in<br></body></html>'],
      ['XML cut off', xml(key('signing')).slice(0, 400)],
      ['no certificate where one should be', xml(key('signing').replace(/MII[^<]+/, 'bm90IGEgY2VydA=='))],
      ['an entity of its own', `<!DOCTYPE x [<!ENTITY a "boom">]>${xml('&a;')}`],
      ['nothing', ''],
    ])('is refused when it is %s', async (_what, body) => {
      answer({ [path]: { headers: { 'content-type': 'application/xml' }, body } });

      await expect(client().samlMetadata()).rejects.toMatchObject({ code: 'unexpected-answer' });
    });
  });
});
