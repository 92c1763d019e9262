import { createPrivateKey, sign } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { json, query, refusal, type Token, useTenants } from './tenants.js';

const { clock, okta, tenants } = useTenants({ scenario: 'healthy' });
const minute = 60_000;

beforeEach(() => {
  tenants().setScenario('healthy');
});

const assertion = (change: Record<string, unknown> = {}): string => {
  const { url, clientId, keyId, privateKey } = tenants().okta;
  const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const claims = {
    iss: clientId,
    sub: clientId,
    aud: `${url}/oauth2/v1/token`,
    exp: Math.floor(clock.now() / 1_000) + 300,
    ...change,
  };
  const signed = `${part({ alg: 'RS256', kid: keyId })}.${part(claims)}`;
  return `${signed}.${sign('sha256', Buffer.from(signed), createPrivateKey(privateKey)).toString('base64url')}`;
};
const oauthToken = (scope: string, client_assertion = assertion()): Promise<Response> =>
  fetch(`${tenants().okta.url}/oauth2/v1/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      scope,
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion,
    }),
  });

describe("Okta's door", () => {
  it('refuses nobody, a wrong token and a token of the wrong kind', async () => {
    const { token, url } = tenants().okta;
    const nobody = await fetch(`${url}/api/v1/org`);

    expect(await refusal(nobody)).toEqual([403, 'E0000005']);
    for (const Authorization of ['SSWS wrong', `Bearer ${token}`, 'Basic eA==']) {
      const response = await okta('/org', { headers: { Authorization } });
      expect(await refusal(response)).toEqual([401, 'E0000011']);
    }
  });

  it('refuses a token without the right and says E0000006', async () => {
    tenants().change(({ okta: { missingScopes } }) => missingScopes.add('okta.logs.read'));

    const response = await okta('/logs?limit=1');

    expect(await refusal(response)).toEqual([403, 'E0000006']);
    expect((await okta('/org')).status).toBe(200);
  });

  it('lets a service app in with the scopes it asked for, for an hour', async () => {
    const { access_token: token, expires_in } = await json<Token>(oauthToken('okta.orgs.read'));
    const headers = { Authorization: `Bearer ${token}` };

    expect(expires_in).toBe(3_600);
    expect((await okta('/org', { headers })).status).toBe(200);
    const other = await okta('/logs?limit=1', { headers });
    expect(other.status).toBe(403);
    expect(other.headers.get('www-authenticate')).toContain('insufficient_scope');
    clock.advance(60 * minute);
    expect((await okta('/org', { headers })).status).toBe(401);
  });

  it.each([
    ['another client', { iss: 'x' }],
    ['an assertion for elsewhere', { aud: 'https://other.example/oauth2/v1/token' }],
    ['an expired assertion', { exp: 1 }],
  ])('refuses %s', async (_, change) => {
    const response = await oauthToken('okta.orgs.read', assertion(change));

    expect([response.status, await json(response)]).toMatchObject([401, { error: 'invalid_client' }]);
  });

  it('refuses a forged assertion', async () => {
    const response = await oauthToken('okta.orgs.read', `${assertion().slice(0, -8)}AAAAAAAA`);

    expect(await json(response)).toMatchObject({ error: 'invalid_client' });
  });

  it('counts calls by the minute and answers the one too many with 429, until the reset', async () => {
    tenants().change(({ okta: { rateLimits } }) => {
      rateLimits.logs = 4;
    });
    const first = await okta('/logs?limit=1');
    await okta('/logs?limit=1');
    const third = await okta('/logs?limit=1');

    expect(first.headers.get('x-rate-limit-limit')).toBe('2');
    expect(first.headers.get('x-rate-limit-remaining')).toBe('1');
    expect(await refusal(third)).toEqual([429, 'E0000047']);
    const reset = Number(third.headers.get('x-rate-limit-reset')) * 1_000;
    expect(reset - clock.now()).toBeGreaterThan(0);
    expect(reset - clock.now()).toBeLessThanOrEqual(minute + 1_000);
    clock.advance(reset - clock.now());
    expect((await okta('/logs?limit=1')).status).toBe(200);
  });

  it('renews the token it is asked with and no other', async () => {
    const expiries = async (): Promise<string[]> =>
      (await json<{ expiresAt: string }[]>(okta('/api-tokens'))).map(({ expiresAt }) => expiresAt);
    const before = await expiries();
    clock.advance(5 * minute);
    const after = await expiries();

    expect(Date.parse(after[0] ?? '') - Date.parse(before[0] ?? '')).toBe(5 * minute);
    expect(after[1]).toBe(before[1]);
  });

  it('answers in its own words what it does not know', async () => {
    const absent = await okta('/nothing');
    const changed = await okta('/users/ann', { method: 'DELETE' });

    expect(await refusal(absent)).toEqual([404, 'E0000007']);
    expect(await refusal(changed)).toEqual([405, 'E0000022']);
    expect((await okta('/policies')).status).toBe(400);
    expect((await okta(query('/idps', { limit: 0 }))).status).toBe(400);
  });
});
