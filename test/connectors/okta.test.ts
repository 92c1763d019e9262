import { describe, expect, it } from 'vitest';
import { logFilter } from '../../src/connectors/okta/index.js';
import { fakeTime } from '../support/fake-time.js';
import { privateKey } from './cases.js';
import { open, server } from './opened.js';

const user = (id: string, login: string, email = login) => ({ id, status: 'ACTIVE', profile: { login, email } });
const ann = user('00uacme01', 'ann@acme.example');
const notFound = { status: 404, body: { errorCode: 'E0000007', errorSummary: 'Not found' } };

describe('the Okta connector', () => {
  const okta = server();
  const client = (limits = {}, time = fakeTime()) =>
    open('okta', { okta: { url: okta.url, credential: { kind: 'token', token: '00token' } } }, { limits, time });

  it('signs in with the API token', async () => {
    okta.answer({ '/api/v1/users/me': { body: ann } });

    expect(await client().whoAmI()).toMatchObject({ id: '00uacme01' });

    expect(okta.requests[0]?.headers).toMatchObject({ authorization: 'SSWS 00token', accept: 'application/json' });
  });

  describe('finding users', () => {
    it('finds one by login and others by e-mail, each once, deactivated ones too', async () => {
      const other = { ...user('00uacme02', 'ann.old@acme.example', 'Ann@acme.example'), status: 'DEPROVISIONED' };
      okta.answer({ '/api/v1/users/ann%40acme.example': { body: ann }, '/api/v1/users': { body: [ann, other] } });

      const found = await client().findUsers('ann@acme.example');

      expect(found.items.map(({ id }) => id)).toEqual(['00uacme01', '00uacme02']);
      expect(okta.requests.find(({ path }) => path === '/api/v1/users')?.query.get('search')).toBe(
        'profile.login eq "ann@acme.example" or profile.email eq "ann@acme.example"',
      );
    });

    it('finds several by an ambiguous short name', async () => {
      const both = [ann, user('00uacme03', 'ann@branch.example'), user('00uacme04', 'anna@acme.example')];
      okta.answer({ '/api/v1/users/ann': notFound, '/api/v1/users': { body: both } });

      expect((await client().findUsers('ann')).items.map(({ id }) => id)).toEqual(['00uacme01', '00uacme03']);
    });

    it('searches alone for a name that was asked for already', async () => {
      okta.answer({ '/api/v1/users': { body: [user('00uacme05', 'a.ace@acme.example', 'ann@acme.example')] } });

      expect((await client().searchUsers('ann@acme.example')).items).toMatchObject([{ id: '00uacme05' }]);

      expect(okta.requests.map(({ path }) => path)).toEqual(['/api/v1/users']);
    });

    it.each([
      ['sent along', { blocks: [{ type: 'DEVICE_BASED', appliesTo: 'ANY_DEVICES' }] }, [{ appliesTo: 'ANY_DEVICES' }]],
      ['none', { blocks: [] }, []],
      ['not sent', undefined, undefined],
      ['sent in another shape', { blocks: [{ blocked: true }] }, undefined],
    ])('finds a user whose blocks are %s', async (_how, _embedded, blocks) => {
      okta.answer({ '/api/v1/users/00uacme01': { body: { ...ann, _embedded } } });

      const found = await client().getUser('00uacme01');

      expect(found).toMatchObject({ id: '00uacme01' });
      expect(found?.blocks).toEqual(blocks?.map((block) => expect.objectContaining(block)));
      expect(okta.requests[0]?.query.get('expand')).toBe('blocks');
    });

    it('finds nobody without calling it a fault', async () => {
      okta.answer({ '/api/v1/users/nobody': notFound, '/api/v1/users': { body: [] } });

      expect(await client().findUsers('nobody')).toEqual({ items: [], more: false });
    });

    it.each([
      ['" or 1 eq 1', 'profile.login eq "\\" or 1 eq 1" or'],
      [
        'a" or profile.login pr or profile.login eq "',
        'profile.login eq "a\\" or profile.login pr or profile.login eq \\"" or',
      ],
      ['back\\slash', 'profile.login eq "back\\\\slash" or'],
      ['back\\" or status pr', 'profile.login eq "back\\\\\\" or status pr" or'],
      ["o'neill+x&search=y", 'profile.login eq "o\'neill+x&search=y" or'],
    ])('keeps %j inside its quotes, and shows nobody that the text does not name', async (text, filter) => {
      okta.answer({ '/api/v1/users': { body: [ann] }, [`/api/v1/users/${encodeURIComponent(text)}`]: notFound });

      const found = await client().findUsers(text);

      expect(found.items).toEqual([]);
      const search = okta.requests.find(({ path }) => path === '/api/v1/users');
      expect([...(search?.query.keys() ?? [])]).toEqual(['search', 'limit']);
      expect(search?.query.get('search')).toContain(filter);
    });

    it.each(['line\nbreak', 'null\0', '\u0085', 'x'.repeat(257), 'x'.repeat(5_000)])(
      'refuses %j before asking',
      async (text) => {
        await expect(client().findUsers(text)).rejects.toMatchObject({ code: 'bad-input' });
        expect(okta.requests).toEqual([]);
      },
    );

    it.each(['me', 'ME', '.', '..', '../apps', 'me/../../apps'])(
      'asks for no other thing when the name is %j',
      async (text) => {
        okta.answer({ '/api/v1/users': { body: [] } });

        await client().findUsers(text);

        expect(okta.requests.map(({ path }) => path)).toEqual(['/api/v1/users']);
      },
    );

    it('refuses steps in a path as an id', () => {
      expect(() => client().getUser('..')).toThrow(expect.objectContaining({ code: 'bad-input' }));
    });
  });

  it('reads blocks, factors, devices and assigned apps, each as far as it is used', async () => {
    okta.answer({
      '/api/v1/users/00uacme01/blocks': { body: [{ type: 'DEVICE_BASED', appliesTo: 'ANY_DEVICES' }] },
      '/api/v1/users/00uacme01/factors': {
        body: [
          { id: 'f1', factorType: 'sms', provider: 'OKTA', status: 'ACTIVE', profile: { phoneNumber: '+15550100' } },
        ],
      },
      '/api/v1/users/00uacme01/devices': {
        body: [
          {
            created: '2026-01-01T00:00:00.000Z',
            device: { id: 'guo1', status: 'NEW_STATUS', profile: { platform: 'IOS' } },
          },
        ],
      },
      '/api/v1/apps': {
        body: [
          {
            id: '0oaacme1',
            label: 'Workspace ONE',
            status: 'ACTIVE',
            _embedded: {
              user: { id: '00uacme01', externalId: 'x1', credentials: { userName: 'ann' }, syncState: 'ERROR' },
            },
          },
        ],
      },
    });
    const reading = client();

    expect((await reading.userBlocks('00uacme01')).items[0]).toMatchObject({ appliesTo: 'ANY_DEVICES' });
    expect(JSON.stringify(await reading.userFactors('00uacme01'))).not.toContain('5550100');
    expect((await reading.userDevices('00uacme01')).items[0]?.device.status).toBe('NEW_STATUS');
    expect((await reading.assignedApps('00uacme01')).items).toEqual([
      {
        app: { id: '0oaacme1', label: 'Workspace ONE', status: 'ACTIVE' },
        appUser: { id: '00uacme01', externalId: 'x1', credentials: { userName: 'ann' }, syncState: 'ERROR' },
      },
    ]);
    expect(okta.requests.at(-1)?.query.get('filter')).toBe('user.id eq "00uacme01"');
  });

  it('tells an org without a feature from a credential without a right', async () => {
    okta.answer({ '/api/v1/users/00uacme01/devices': { status: 401, body: { errorCode: 'E0000015' } } });

    await expect(client().userDevices('00uacme01')).rejects.toMatchObject({
      code: 'not-found',
      message: expect.stringContaining('Classic'),
    });
  });

  describe('paging', () => {
    const token = (id: string) => ({ id, name: id });
    const linked = (href: string, id: string) => ({
      headers: { link: [`<${okta.url}/x>; rel="self"`, `<${href}>; rel="next"`] },
      body: [token(id)],
    });

    it('follows the links to the end', async () => {
      okta.answer({
        '/api/v1/api-tokens': ({ query }) =>
          query.has('after') ? { body: [token('b')] } : linked(`${okta.url}/api/v1/api-tokens?after=b`, 'a'),
      });

      expect(await client().apiTokens()).toMatchObject({ items: [{ id: 'a' }, { id: 'b' }], more: false });
    });

    it.each([
      ['another host', 'http://127.0.0.1:9/api/v1/api-tokens?after=b'],
      ['a look-alike', 'http://okta.example/api/v1/api-tokens?after=b'],
      ['another list of the same host', '/api/v1/users?after=b'],
    ])('never follows a link to %s', async (_what, href) => {
      const absolute = href.startsWith('/') ? `${okta.url}${href}` : href;
      okta.answer({ '/api/v1/api-tokens': () => linked(absolute, 'a') });

      await expect(client().apiTokens()).rejects.toMatchObject({ code: 'unexpected-answer' });
      expect(okta.requests).toHaveLength(1);
    });

    it('stops when the next page is the same again', async () => {
      okta.answer({ '/api/v1/api-tokens': () => linked(`${okta.url}/api/v1/api-tokens`, 'a') });

      await expect(client().apiTokens()).rejects.toMatchObject({ code: 'unexpected-answer' });
    });

    it('ends although the links do not, and says that there is more', async () => {
      let page = 0;
      okta.answer({ '/api/v1/api-tokens': () => linked(`${okta.url}/api/v1/api-tokens?after=${++page}`, `t${page}`) });

      expect(await client().apiTokens()).toMatchObject({ more: true, items: { length: 10 } });
    });
  });

  describe('the System Log', () => {
    const window = { since: new Date('2026-09-01T09:00:00Z'), until: new Date('2026-09-01T10:00:00Z') };
    const event = {
      uuid: 'e1',
      published: '2026-09-01T09:30:00.000Z',
      eventType: 'user.session.start',
      actor: null,
      target: null,
      client: null,
      outcome: { result: 'A_NEW_RESULT', reason: null },
      authenticationContext: { rootSessionId: 'r1' },
      debugContext: { debugData: { identity_provider_id: '0oa' } },
    };

    it('is asked for a window with both ends, newest first', async () => {
      okta.answer({ '/api/v1/logs': { body: [event] } });

      const { items } = await client().logEvents({
        ...window,
        filter: logFilter`actor.alternateId eq ${'a"b'}`,
        limit: 5,
      });

      expect(items[0]).toMatchObject({
        authenticationContext: { rootSessionId: 'r1' },
        outcome: { result: 'A_NEW_RESULT' },
      });
      expect(Object.fromEntries(okta.requests[0]?.query ?? [])).toEqual({
        since: '2026-09-01T09:00:00.000Z',
        until: '2026-09-01T10:00:00.000Z',
        filter: 'actor.alternateId eq "a\\"b"',
        limit: '5',
        sortOrder: 'DESCENDING',
      });
    });

    it('is read page by page no further than asked', async () => {
      okta.answer({
        '/api/v1/logs': ({ query }) => ({
          headers: { link: `<${okta.url}/api/v1/logs?after=${Number(query.get('after') ?? 0) + 1}>; rel="next"` },
          body: [event],
        }),
      });

      expect(await client().logEvents({ ...window, pages: 3 })).toMatchObject({ more: true, items: { length: 3 } });
    });

    it('is asked for the last hours by its own clock', async () => {
      okta.answer({ '/api/v1/logs': { body: [event] } });

      await client().recentLogEvents({ hours: 24, filter: 'eventType pr' });

      const { since, until } = Object.fromEntries(okta.requests[0]?.query ?? []);
      expect(Date.parse(until ?? '') - Date.parse(since ?? '')).toBe(24 * 3_600_000);
    });

    it('gives all events of one request', async () => {
      okta.answer({ '/api/v1/logs': { body: [event] } });

      await client().logEventsOfTransaction('Zac" or uuid pr', { published: '2026-09-01T09:30:00.000Z' });

      expect(okta.requests[0]?.query.get('filter')).toBe('transaction.id eq "Zac\\" or uuid pr"');
      expect(okta.requests[0]?.query.get('until')).toBe('2026-09-01T09:40:00.000Z');
    });
  });

  it('reads identity providers with what their models do not know, and routing rules in their order', async () => {
    const rule = (id: string, priority: number | null) => ({
      id,
      name: id,
      priority,
      status: 'ACTIVE',
      actions: { idp: null },
    });
    okta.answer({
      '/api/v1/idps': {
        body: [{ id: '0oa9', type: 'SAML2', name: 'WS1', status: 'ACTIVE', protocol: { deviceContext: true } }],
      },
      '/api/v1/idps/credentials/keys': { body: [{ kid: 'k1', expiresAt: '2027-01-01T00:00:00.000Z' }] },
      '/api/v1/idps/0oa9/credentials/keys': { body: [{ kid: 'k2' }] },
      '/api/v1/policies': { body: [{ id: '00p1' }] },
      '/api/v1/policies/00p1/rules': { body: [rule('default', null), rule('second', 2), rule('first', 1)] },
    });
    const reading = client();

    expect((await reading.identityProviders()).items[0]?.protocol).toMatchObject({ deviceContext: true });
    expect((await reading.idpKeys()).items[0]?.kid).toBe('k1');
    expect((await reading.idpSigningKeys('0oa9')).items[0]?.kid).toBe('k2');
    expect((await reading.idpDiscoveryRules()).items.map(({ id }) => id)).toEqual(['first', 'second', 'default']);
  });

  it('reads what fills an app’s profile, each mapping by itself since a list has no attributes', async () => {
    okta.answer({
      '/api/v1/mappings': { body: [{ id: 'prm1', source: { id: 'oty1' }, target: { id: '0oa1' } }] },
      '/api/v1/mappings/prm1': {
        body: { id: 'prm1', properties: { domain: { expression: '"acme.example"', pushStatus: 'PUSH' }, odd: null } },
      },
    });

    const { items, more } = await client().profileMappings('0oa1');

    expect(more).toBe(false);
    expect(items[0]?.properties).toMatchObject({ domain: { expression: '"acme.example"' }, odd: null });
    expect(okta.requests[0]?.query.get('targetId')).toBe('0oa1');
  });

  describe('rate limits', () => {
    it('are counted from the answer’s own date, so that a clock ten minutes off does no harm', async () => {
      const time = fakeTime();
      const serverNow = time.now() + 600_000;
      let asked = 0;
      okta.answer({
        '/api/v1/users/00uacme01': () =>
          ++asked === 1
            ? {
                status: 429,
                headers: {
                  date: new Date(serverNow).toUTCString(),
                  'x-rate-limit-limit': '600',
                  'x-rate-limit-remaining': '0',
                  'x-rate-limit-reset': String(serverNow / 1_000 + 3),
                },
                body: { errorCode: 'E0000047' },
              }
            : { body: ann },
      });

      expect(await client({}, time).getUser('00uacme01')).toMatchObject({ id: '00uacme01' });

      expect(time.slept).toEqual([3_000 + 125]);
    });

    it('of one kind of path do not hold up another', async () => {
      okta.answer({
        '/api/v1/logs': { status: 429, headers: { 'retry-after': '60' }, body: {} },
        '/api/v1/users/00uacme01': { body: ann },
      });
      const reading = client();
      await expect(reading.logEvents({ since: new Date(0), until: new Date(1) })).rejects.toMatchObject({
        code: 'rate-limited',
      });

      expect(await reading.getUser('00uacme01')).toMatchObject({ id: '00uacme01' });
    });

    it('that are used up by an answer make the next call wait', async () => {
      const time = fakeTime();
      const reset = String(time.now() / 1_000 + 2);
      const headers = {
        date: new Date(time.now()).toUTCString(),
        'x-rate-limit-limit': '20',
        'x-rate-limit-remaining': '0',
        'x-rate-limit-reset': reset,
      };
      okta.answer({ '/api/v1/users/00uacme01': { headers, body: ann } });
      const reading = client({}, time);
      await reading.getUser('00uacme01');
      expect(time.slept).toEqual([]);

      await reading.getUser('00uacme01');

      expect(time.slept).toHaveLength(1);
    });

    it('that are used up while calls wait for their turn stop those calls too', async () => {
      const time = fakeTime();
      const headers = {
        date: new Date(time.now()).toUTCString(),
        'x-rate-limit-limit': '20',
        'x-rate-limit-remaining': '0',
        'x-rate-limit-reset': String(time.now() / 1_000 + 50),
      };
      okta.answer({ '/api/v1/users/00uacme01': { headers, body: ann } });
      const reading = client({ inFlight: 1 }, time);

      const answers = await Promise.allSettled(Array.from({ length: 5 }, () => reading.getUser('00uacme01')));

      expect(answers.map(({ status }) => status)).toEqual(['fulfilled', ...Array(4).fill('rejected')]);
      expect(answers.at(-1)).toMatchObject({ reason: { code: 'rate-limited' } });
      expect(okta.requests).toHaveLength(1);
    });

    it('of calls at the same time are only a hint: tried again soon', async () => {
      const time = fakeTime();
      let asked = 0;
      const headers = { 'x-rate-limit-limit': '0', 'x-rate-limit-remaining': '0', 'x-rate-limit-reset': '4000000000' };
      okta.answer({
        '/api/v1/users/00uacme01': () => (++asked === 1 ? { status: 429, headers, body: {} } : { body: ann }),
      });

      await client({}, time).getUser('00uacme01');

      expect(time.slept[0]).toBeLessThan(1_000);
    });
  });

  it('proves each scope by a read of its own', async () => {
    okta.answer({
      '/api/v1/api-tokens': { status: 403, body: { errorCode: 'E0000006' } },
      '/api/v1/apps': { body: [] },
      '/api/v1/idps': { body: [] },
      '/api/v1/logs': { body: [] },
      '/api/v1/mappings': { body: [] },
      '/api/v1/policies': { body: [] },
      '/api/v1/users': { body: [] },
    });

    const proofs = await client().proveScopes();

    expect(proofs.filter(({ error }) => error !== undefined)).toEqual([
      {
        scope: 'okta.apiTokens.read',
        error: expect.objectContaining({ code: 'forbidden', missing: ['okta.apiTokens.read'] }),
      },
    ]);
    expect(proofs).toHaveLength(7);
  });

  describe('as a service app', () => {
    const app = (time = fakeTime()) =>
      open(
        'okta',
        { okta: { url: okta.url, credential: { kind: 'service-app', clientId: '0oac', keyId: 'k1', privateKey } } },
        { time },
      );
    const tokens = () => okta.requests.filter(({ path }) => path === '/oauth2/v1/token');
    const grant = (name: string) => ({ body: { access_token: name, token_type: 'Bearer', expires_in: 3600 } });

    it('fetches one token for many first calls, with the scopes it needs', async () => {
      okta.answer({ '/oauth2/v1/token': grant('t1'), '/api/v1/users/00uacme01': { body: ann } });
      const reading = app();

      await Promise.all([reading.getUser('00uacme01'), reading.getUser('00uacme01'), reading.getUser('00uacme01')]);

      expect(tokens()).toHaveLength(1);
      const form = new URLSearchParams(tokens()[0]?.body);
      expect(form.get('scope')?.split(' ')).toContain('okta.logs.read');
      const [header] = (form.get('client_assertion') ?? '').split('.');
      expect(JSON.parse(Buffer.from(header ?? '', 'base64url').toString())).toMatchObject({ kid: 'k1', alg: 'RS256' });
      expect(okta.requests.at(-1)?.headers['authorization']).toBe('Bearer t1');
    });

    it('renews the token before it expires', async () => {
      const time = fakeTime();
      let serial = 0;
      okta.answer({ '/oauth2/v1/token': () => grant(`t${++serial}`), '/api/v1/users/00uacme01': { body: ann } });
      const reading = app(time);
      await reading.getUser('00uacme01');
      time.pass(3_541_000);

      await reading.getUser('00uacme01');

      expect(okta.requests.at(-1)?.headers['authorization']).toBe('Bearer t2');
    });

    it('answers a demand for a DPoP nonce', async () => {
      okta.answer({
        '/oauth2/v1/token': ({ headers }) => {
          const proof = JSON.parse(Buffer.from(String(headers['dpop']).split('.')[1] ?? '', 'base64url').toString());
          return proof.nonce === 'n1'
            ? { body: { access_token: 'dt', token_type: 'DPoP', expires_in: 3600 } }
            : { status: 400, headers: { 'dpop-nonce': 'n1' }, body: { error: 'use_dpop_nonce' } };
        },
        '/api/v1/users/00uacme01': { body: ann },
      });

      await app().getUser('00uacme01');

      expect(okta.requests.at(-1)?.headers).toMatchObject({ authorization: 'DPoP dt', dpop: expect.any(String) });
    });

    it('says which settings to compare when Okta refuses the key', async () => {
      okta.answer({
        '/oauth2/v1/token': { status: 401, body: { error: 'invalid_client', error_description: 'secret words' } },
      });

      const reading = app().getUser('00uacme01');

      await expect(reading).rejects.toMatchObject({
        code: 'unauthorised',
        message: expect.stringContaining('OKTA_KEY_ID'),
      });
      expect(okta.requests.every(({ path }) => path === '/oauth2/v1/token')).toBe(true);
    });

    it('works with the scopes it is given when one is not, and names that one where it is needed', async () => {
      const isAsked = (body: string, scope: string) =>
        new URLSearchParams(body).get('scope')?.split(' ').includes(scope);
      okta.answer({
        '/oauth2/v1/token': ({ body }) =>
          isAsked(body, 'okta.apiTokens.read') ? { status: 400, body: { error: 'invalid_scope' } } : grant('t1'),
        '/api/v1/users/00uacme01': { body: ann },
        '/api/v1/api-tokens': { status: 403, body: { errorCode: 'E0000006' } },
      });
      const reading = app();

      expect(await reading.getUser('00uacme01')).toMatchObject({ id: '00uacme01' });
      await expect(reading.apiTokens()).rejects.toMatchObject({ code: 'forbidden', missing: ['okta.apiTokens.read'] });

      expect(tokens()).toHaveLength(9);
      expect(new URLSearchParams(tokens().at(-1)?.body).get('scope')?.split(' ')).toHaveLength(6);
    });

    it('names all scopes when Okta gives none', async () => {
      okta.answer({ '/oauth2/v1/token': { status: 400, body: { error: 'invalid_scope' } } });

      await expect(app().getUser('00uacme01')).rejects.toMatchObject({
        code: 'forbidden',
        missing: expect.arrayContaining(['okta.users.read', 'okta.logs.read']),
      });
    });

    it('asks for a token again while the token endpoint is out of order', async () => {
      let asked = 0;
      okta.answer({
        '/oauth2/v1/token': () => (++asked === 1 ? { status: 503, body: 'soon' } : grant('t1')),
        '/api/v1/users/00uacme01': { body: ann },
      });

      expect(await app().getUser('00uacme01')).toMatchObject({ id: '00uacme01' });
    });

    it('is no user', async () => {
      expect(await app().whoAmI()).toBeUndefined();
      expect(okta.requests).toEqual([]);
    });
  });
});
