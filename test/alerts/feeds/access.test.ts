import { afterEach, describe, expect, it } from 'vitest';
import { type Cursor, firstCursor } from '../../../src/alerts/feed.js';
import { accessFeed } from '../../../src/alerts/feeds/access.js';
import { type AuditSpec, auditEvent } from '../../../src/playground/tenants/access/audit-event.js';
import { ann, ben } from '../../../src/playground/tenants/people.js';
import { noMethodIsLeft } from '../../../src/playground/tenants/stories/access-refuses.js';
import type { World } from '../../../src/playground/tenants/world.js';
import { type Asking, startAsking } from '../../lookups/asking.js';
import { readOn } from '../support/read-on.js';

const minute = 60_000;

describe('the feed of the audit of Access', () => {
  let asking: Asking;
  afterEach(() => asking?.close());
  const read = (cursor = firstCursor(asking.clock.now())) =>
    readOn('access', asking.tenants, asking.clock.now(), cursor);
  const fromNow = (): Cursor => ({ upTo: asking.clock.now(), recent: [] });
  const login = (world: World, spec: Partial<AuditSpec> = {}) =>
    auditEvent(world, {
      ago: 0,
      objectType: 'LOGIN',
      summary: 'LOGIN',
      actor: ann,
      values: { success: 'true', authMethods: 'Password' },
      ...spec,
    });
  const failed = (failureMessage: string) => ({ success: 'false', authMethods: 'Password', failureMessage });
  const requests = () => asking.simulated.requests.list().filter(({ path }) => path === '/analytics/reports/audit');

  it('begins an hour back and tells each row once, though windows overlap', async () => {
    asking = await startAsking('healthy');
    asking.simulated.change((world) => login(world, { ago: 30 * minute }));
    const first = await read();
    expect(first.events).toMatchObject(
      [{ system: 'access', failed: false, login: 'ann' }, {}].slice(0, first.events.length),
    );

    asking.clock.advance(minute);
    asking.simulated.change((world) => login(world, { actor: ben }));
    const second = await read(first.cursor);

    expect(second.events).toMatchObject([{ login: 'ben' }]);
    expect((await read(second.cursor)).events).toEqual([]);
    expect(requests()).toHaveLength(3);
  });

  it('tells each row once in a storm, too, with thousands of them in the minutes that overlap', async () => {
    asking = await startAsking('healthy');
    asking.simulated.change((world) => {
      for (let nth = 0; nth < 4_000; nth++) login(world, { ago: nth * 60 });
    });
    const storm = await read(fromNow());
    asking.clock.advance(minute);
    asking.simulated.change((world) => login(world, { actor: ben }));

    expect(storm.events).toHaveLength(4_000);
    expect((await read(storm.cursor)).events).toMatchObject([{ login: 'ben' }]);
  });

  it('reads a row that is written up to five minutes late', async () => {
    asking = await startAsking('healthy');
    const { cursor } = await read();
    asking.clock.advance(minute);
    asking.simulated.change((world) => login(world, { ago: 4 * minute }));

    expect((await read(cursor)).events).toHaveLength(1);
  });

  it('halves a window with more rows than a page until it fits, and loses none', async () => {
    asking = await startAsking('healthy');
    const { cursor } = await read();
    asking.clock.advance(20 * minute);
    asking.simulated.change((world) => {
      // Unevenly: most of them in one minute.
      for (let nth = 0; nth < 9_000; nth++) login(world, { ago: 7 * minute + nth * 6 });
      for (let nth = 0; nth < 4_000; nth++) login(world, { ago: nth * 280 });
    });

    const { events, steps, cursor: after } = await read(cursor);

    expect(new Set(events.map(({ id }) => id)).size).toBe(13_000);
    expect(events).toHaveLength(13_000);
    expect(steps).toBeLessThan(25);
    expect(after).toMatchObject({ upTo: asking.clock.now() });
    expect(after.after).toBeUndefined();
  });

  it('goes on with a window that it could not finish, and is not up to date before', async () => {
    asking = await startAsking('healthy');
    const { cursor } = await read();
    asking.clock.advance(10 * minute);
    asking.simulated.change((world) => {
      for (let nth = 0; nth < 6_000; nth++) login(world, { ago: nth * 100 });
    });
    const { access } = asking.tenants;
    if (access === undefined) throw new Error('Access is not configured');

    const cut = await accessFeed.read(access, cursor, asking.clock.now());
    expect(cut).toMatchObject({ events: [], more: true, cursor: { upTo: cursor.upTo } });
    asking.clock.advance(minute);
    const { events } = await read(cut.cursor);

    expect(events).toHaveLength(6_000);
  });

  it('does not halve for ever when a single moment has more than a page', async () => {
    asking = await startAsking('healthy');
    const { cursor } = await read();
    asking.clock.advance(minute);
    asking.simulated.change((world) => {
      for (let nth = 0; nth < 5_500; nth++) login(world, { ago: 30_000 });
      login(world, { ago: 1_000, actor: ben });
    });

    const { events, cursor: after } = await read(cursor);

    expect(events.filter((one) => one.login === 'ben')).toHaveLength(1);
    expect(events.length).toBeGreaterThanOrEqual(5_000);
    expect(after.upTo).toBe(asking.clock.now());
  });

  it('looks back a day at most', async () => {
    asking = await startAsking('healthy');
    const { cursor } = await read();
    asking.clock.advance(9 * 24 * 60 * minute);
    await read(cursor);

    expect(Number(requests().at(-1)?.query['fromMillis'])).toBe(asking.clock.now() - 24 * 60 * minute);
  });

  it('tells somebody who was not recognised by their address and browser', async () => {
    asking = await startAsking('healthy');
    asking.simulated.change((world) => {
      noMethodIsLeft(world, ann, 1_000);
      noMethodIsLeft(world, ann, 0);
    });

    const { events } = await read(fromNow());

    expect(events).toMatchObject([
      { type: 'LOGIN_ERROR', failed: true, reason: 'Access denied as no valid authentication methods were found.' },
      { type: 'LOGIN_ERROR' },
    ]);
    expect(events[0]?.personId).toBe(events[1]?.personId);
    expect(events[0]?.login).toBeUndefined();
  });

  it('leaves the name out of a failure: somebody may have typed a password there', async () => {
    asking = await startAsking('healthy');
    const message = 'IDP (id: 541991) does not have JIT enabled when creating user (nameId: Hunter2-Hunter2!)';
    asking.simulated.change((world) => login(world, { values: failed(message) }));

    const { events } = await read(fromNow());

    expect(events[0]?.reason).toBe('IDP (id: 541991) does not have JIT enabled when creating user (nameId: …)');
  });

  it('knows rows without an id of their own by what is in them', async () => {
    asking = await startAsking('healthy');
    asking.simulated.change((world) => {
      login(world, { ago: 0 });
      login(world, { ago: 1 });
      for (const { event } of world.access.audit.slice(-2)) (event as { uuid: string | null }).uuid = null;
    });
    const first = await read(fromNow());

    expect(first.events).toHaveLength(2);
    expect((await read(first.cursor)).events).toEqual([]);
  });

  it('leaves out what no rule uses', async () => {
    asking = await startAsking('healthy');
    asking.simulated.change((world) => {
      login(world, { objectType: 'LAUNCH' });
      login(world, { objectType: 'SAML_REQUEST' });
      login(world, { objectType: 'LAUNCH_ERROR', values: failed('The resource could not be resolved') });
    });

    expect((await read(fromNow())).events.map(({ type }) => type)).toEqual(['LAUNCH_ERROR']);
  });
});
