import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Fault } from '../../../src/playground/tenants/index.js';
import { refusal, useTenants } from './tenants.js';

const { clock, okta, tenants, uem } = useTenants({ scenario: 'healthy' });
const undo: (() => void)[] = [];
const add = (fault: Fault): void => {
  undo.push(tenants().addFault(fault));
};

afterEach(() => {
  for (const each of undo.splice(0)) each();
  tenants().requests.clear();
});

describe('a system that misbehaves', () => {
  it('breaks the connection when it is down, and the others do not', async () => {
    add({ system: 'okta', kind: 'down' });

    await expect(okta('/org')).rejects.toThrow();
    expect((await uem('/api/mdm/devices/search')).status).toBe(200);
  });

  it('answers late when it is slow, by the clock', async () => {
    add({ system: 'okta', kind: 'slow', ms: 30_000 });
    const answered = vi.fn();
    const response = okta('/org').then(answered);
    await vi.waitFor(() => expect(clock.pending()).toBe(1));

    expect(answered).not.toHaveBeenCalled();
    clock.advance(30_000);
    await response;
    expect(answered).toHaveBeenCalled();
  });

  it('stops waiting when the client has gone', async () => {
    add({ system: 'okta', kind: 'slow', ms: 30_000 });
    const leaving = new AbortController();
    const response = okta('/org', { signal: leaving.signal });
    await vi.waitFor(() => expect(clock.pending()).toBe(1));
    leaving.abort();

    await expect(response).rejects.toThrow();
    await vi.waitFor(() => expect(clock.pending()).toBe(0));
  });

  it('spoils only so many requests, and only some paths', async () => {
    add({ system: 'okta', kind: 'rate-limited', seconds: 5, under: '/api/v1/logs', times: 1 });

    expect((await okta('/org')).status).toBe(200);
    const first = await okta('/logs?limit=1');
    expect(await refusal(first)).toEqual([429, 'E0000047']);
    expect(Number(first.headers.get('x-rate-limit-reset')) * 1_000 - clock.now()).toBe(5_000);
    expect((await okta('/logs?limit=1')).status).toBe(200);
  });

  it('sends what nobody expects', async () => {
    add({ system: 'okta', kind: 'html', under: '/api/v1/org' });
    add({ system: 'okta', kind: 'truncated', under: '/api/v1/idps' });
    add({ system: 'okta', kind: 'redirect', to: 'https://elsewhere.example/', under: '/api/v1/zones' });
    add({ system: 'okta', kind: 'status', status: 503, body: 'no', contentType: 'text/plain', under: '/api/v1/apps' });
    add({ system: 'okta', kind: 'forbidden', under: '/api/v1/users' });
    const redirect = await okta('/zones', { redirect: 'manual' });

    expect((await okta('/org')).headers.get('content-type')).toContain('text/html');
    await expect((await okta('/idps')).json()).rejects.toThrow();
    expect([redirect.status, redirect.headers.get('location')]).toEqual([302, 'https://elsewhere.example/']);
    expect((await okta('/apps')).status).toBe(503);
    expect((await okta('/users')).status).toBe(403);
  });

  it('sends a huge body only as fast as it is read', async () => {
    add({ system: 'okta', kind: 'huge', bytes: 10_000_000_000 });
    const response = await okta('/org');
    const reader = response.body?.getReader();

    expect((await reader?.read())?.value?.length).toBeGreaterThan(0);
    await reader?.cancel();
  });

  it('dates its answers by the clock, and wrongly when its own is off', async () => {
    const date = async (): Promise<number> => Date.parse((await okta('/org')).headers.get('date') ?? '');

    expect(await date()).toBe(clock.now());
    add({ system: 'okta', kind: 'clock-off', ms: -600_000 });
    expect(await date()).toBe(clock.now() - 600_000);
  });
});

describe('the record of requests', () => {
  it('counts calls by system and tells the most at once', async () => {
    tenants().requests.clear();
    await Promise.all([okta('/org'), okta('/zones?limit=1'), uem('/api/mdm/devices/search')]);
    await okta('/org');
    const { requests } = tenants();

    expect([requests.count('okta'), requests.count('uem'), requests.count('access'), requests.count()]).toEqual([
      3, 1, 0, 4,
    ]);
    expect(requests.peak('okta')).toBeLessThanOrEqual(2);
    expect(requests.list('okta')).toContainEqual({
      system: 'okta',
      method: 'GET',
      path: '/api/v1/zones',
      query: { limit: '1' },
      at: clock.now(),
      status: 200,
    });
    expect(JSON.stringify(requests.list())).not.toContain(tenants().okta.token);
  });
});
