import { describe, expect, it } from 'vitest';
import { createMovableClock, type MovableClock } from '../../../src/playground/slack/index.js';
import { startTenants } from '../../../src/playground/tenants/index.js';
import { logEvent, unknownActor } from '../../../src/playground/tenants/okta/log-event.js';
import { createManualClock } from '../manual-clock.js';
import { json, linkOf, query, useTenants } from './tenants.js';

interface Event {
  readonly uuid: string;
  readonly published: string;
  readonly eventType: string;
  readonly outcome: { readonly result: string; readonly reason: string | null };
  readonly transaction: { readonly id: string };
  readonly actor: { readonly alternateId: string };
}

const { clock, okta, tenants } = useTenants({ scenario: 'user-name-mismatch' });
const day = 86_400_000;
const ago = (ms: number): string => new Date(clock.now() - ms).toISOString();
const week = { since: ago(7 * day), until: ago(0) };
const events = (parameters: Record<string, string | number>): Promise<readonly Event[]> =>
  json(okta(query('/logs', parameters)));

describe('the System Log', () => {
  it('names the cause of a roll-up in another event of the same transaction', async () => {
    const [rolledUp] = await events({
      ...week,
      filter: 'outcome.reason eq "GENERAL_NONSUCCESS" and actor.alternateId eq "jdoe"',
      sortOrder: 'DESCENDING',
    });
    const siblings = await events({ ...week, filter: `transaction.id eq "${rolledUp?.transaction.id}"` });

    expect(siblings.map(({ eventType, outcome }) => [eventType, outcome.reason])).toEqual([
      ['user.authentication.auth_via_IDP', 'Unable to match transformed username'],
      ['user.session.start', 'GENERAL_NONSUCCESS'],
    ]);
  });

  it('finds failures and denials of a user by actor and target at once', async () => {
    const erik = await json<{ id: string }>(okta('/users/erik@acme.example'));

    const found = await events({
      ...week,
      filter: `(actor.id eq "${erik.id}" or target.id eq "${erik.id}") and (outcome.result eq "FAILURE" or outcome.result eq "DENY")`,
    });

    expect(found.map(({ eventType }) => eventType)).toEqual([
      'user.session.start',
      'user.session.start',
      'user.account.lock',
    ]);
  });

  it.each([
    ['published gt "2026-01-01"', 'E0000053'],
    ['actor.Id eq "x"', 'E0000053'],
    ['actor.id eq', 'E0000053'],
    ['actor.id eq x', 'E0000053'],
    ['debugContext.debugData.requestUri co "/sso"', 'E0000031'],
  ])('answers the filter %s with 400 and %s', async (filter, errorCode) => {
    const response = await okta(query('/logs', { ...week, filter }));

    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ errorCode, errorLink: errorCode, errorCauses: [{}] });
  });

  it('answers a start of more than 180 days ago with 400', async () => {
    const response = await okta(query('/logs', { since: ago(181 * day), until: ago(0) }));

    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ errorCode: 'E0000053' });
  });

  it('ends when bounded: the last page has no next link', async () => {
    const seen: Event[] = [];
    let next: string | undefined = query('/logs', { ...week, limit: 20 });
    let pages = 0;
    while (next !== undefined) {
      const response = await okta(next);
      seen.push(...(await json<Event[]>(response)));
      next = linkOf(response, 'next')?.replace(`${tenants().okta.url}/api/v1`, '');
      pages += 1;
      expect(linkOf(response, 'self')).toContain('/api/v1/logs?');
    }

    expect(pages).toBeGreaterThan(2);
    expect(seen).toEqual(await events({ ...week, limit: 1_000 }));
    expect(seen.map(({ published }) => published)).toEqual(seen.map(({ published }) => published).sort());
  });

  it('goes back seven days when nothing is said, and ninety at most', async () => {
    tenants().change(({ okta: { logs } }) => {
      const [one] = logs;
      if (one !== undefined)
        for (const days of [8, 91]) logs.push({ ...one, uuid: `${days}`, published: ago(days * day) });
    });

    const usual = await events({ until: ago(0), limit: 1_000 });
    const all = await events({ until: ago(0), since: ago(100 * day), limit: 1_000 });

    expect(usual.some(({ published }) => published < ago(7 * day))).toBe(false);
    expect(all.some(({ published }) => published === ago(8 * day))).toBe(true);
    expect(all.some(({ published }) => published === ago(91 * day))).toBe(false);
  });

  it('finds keywords in any case', async () => {
    const found = await events({ ...week, q: 'general_NONSUCCESS jdoe', limit: 1_000 });

    expect(found).toHaveLength(2);
  });
});

describe('the System Log, polled', () => {
  const minute = 60_000;
  /** A failed sign-in of somebody, so many minutes ago; in the log at once, or later still. */
  const fails = (login: string, minutes: number, late?: number): void =>
    tenants().change((world) =>
      logEvent(world, {
        ago: minutes * minute,
        ...(late === undefined ? {} : { late }),
        eventType: 'user.session.start',
        displayMessage: 'User login to Okta',
        actor: unknownActor(login),
        result: 'FAILURE',
        reason: 'INVALID_CREDENTIALS',
      }),
    );
  const nextOf = (response: Response): string => {
    const next = linkOf(response, 'next');
    if (next === undefined) throw new Error('There is no next link.');
    return next.replace(`${tenants().okta.url}/api/v1`, '');
  };
  /** Reads one page. */
  const poll = async (path: string): Promise<{ logins: string[]; next: string }> => {
    const response = await okta(path);
    const found = await json<Event[]>(response);
    return { logins: found.map(({ actor }) => actor.alternateId), next: nextOf(response) };
  };
  const fromNow = (parameters: Record<string, string | number> = {}): string =>
    query('/logs', { since: new Date(clock.now()).toISOString(), ...parameters });

  it('has a next link on every page, empty ones too, which leaves since out and asks on', async () => {
    const first = await poll(fromNow({ filter: 'outcome.result eq "FAILURE"' }));
    const second = await poll(first.next);
    expect([...first.logins, ...second.logins]).toEqual([]);
    expect(second.next).not.toContain('since=');
    expect(second.next).toContain(encodeURIComponent('outcome.result eq "FAILURE"').replaceAll('%20', '+'));
    expect(linkOf(await okta(second.next), 'self')).toContain('after=');
  });

  it('gives what is added while it runs once, at the cursor', async () => {
    clock.advance(1_000);
    const start = await poll(fromNow());
    fails('one', 0);
    fails('two', 0);
    const first = await poll(start.next);
    expect(first.logins).toEqual(['one', 'two']);
    expect((await poll(first.next)).logins).toEqual([]);
    clock.advance(minute);
    fails('three', 0);
    const second = await poll(first.next);
    expect(second.logins).toEqual(['three']);
    // An old link is no other: whoever did not take note of the newer one gets the same again.
    expect((await poll(start.next)).logins).toEqual(['one', 'two', 'three']);
  });

  it('gives an event that comes late behind the cursor, though it happened before', async () => {
    clock.advance(minute);
    const start = await poll(fromNow());
    fails('now', 0);
    const first = await poll(start.next);
    fails('five minutes ago', 5);
    const second = await poll(first.next);
    expect(first.logins).toEqual(['now']);
    expect(second.logins).toEqual(['five minutes ago']);
    expect((await poll(start.next)).logins).toEqual(['now', 'five minutes ago']);
  });

  it('keeps an event back that says it comes later, also from who asks for its time', async () => {
    clock.advance(minute);
    const since = ago(10 * minute);
    fails('delayed', 2, 5 * minute);
    const start = await poll(fromNow());
    const bounded = async () =>
      (await events({ since, until: new Date(clock.now()).toISOString(), q: 'delayed' })).map(
        ({ actor }) => actor.alternateId,
      );
    expect((await poll(start.next)).logins).toEqual([]);
    expect(await bounded()).toEqual([]);
    clock.advance(3 * minute);
    expect((await poll(start.next)).logins).toEqual(['delayed']);
    expect(await bounded()).toEqual(['delayed']);
  });

  it('goes page by page in the order of arrival', async () => {
    clock.advance(minute);
    const start = await poll(fromNow({ limit: 2 }));
    for (const [login, minutes] of [
      ['a', 3],
      ['b', 0],
      ['c', 9],
      ['d', 1],
      ['e', 5],
    ] as const) {
      fails(login, minutes);
    }
    const seen: string[][] = [];
    let { next } = start;
    for (let page = 0; page < 4; page += 1) {
      const read = await poll(next);
      seen.push(read.logins);
      next = read.next;
    }
    expect(seen).toEqual([['a', 'b'], ['c', 'd'], ['e'], []]);
  });

  it('begins where since says, by arrival', async () => {
    clock.advance(minute);
    const start = fromNow();
    fails('an hour ago', 60);
    expect((await poll(start)).logins).toEqual(['an hour ago']);
  });

  it('refuses since and after together, and a cursor that is none', async () => {
    const { next } = await poll(fromNow());
    const both = await okta(`${next}&since=${encodeURIComponent(ago(minute))}`);
    expect(both.status).toBe(400);
    expect(await both.json()).toMatchObject({ errorCode: 'E0000001' });
    for (const after of ['x', 'cDE', Buffer.from('[1]').toString('base64url')]) {
      expect((await okta(query('/logs', { after }))).status).toBe(400);
    }
  });

  it('gives a reader of the tenants before the last hour of these', async () => {
    const before = await poll(fromNow({ filter: 'outcome.result eq "FAILURE"' }));
    tenants().setScenario('no-such-user');
    const now = clock.now();
    const response = await okta(before.next);
    const found = await json<Event[]>(response);
    expect(found.map(({ actor }) => actor.alternateId)).toContain('nobody@acme.example');
    expect(found.every(({ published }) => Date.parse(published) >= now - 60 * minute)).toBe(true);
    expect((await poll(nextOf(response))).logins).toEqual([]);
  });
});

describe('the System Log of tenants that were started anew', () => {
  it('gives a reader with a cursor of the run before, dated later, the last hour of these', async () => {
    const run = async (now: MovableClock, path: string) => {
      const { okta: org, close } = await startTenants({ scenario: 'no-such-user', clock: now });
      const response = await fetch(`${org.url}/api/v1${path}`, { headers: { Authorization: `SSWS ${org.token}` } });
      const found = await json<Event[]>(response);
      const next = new URL(linkOf(response, 'next') ?? '');
      await close();
      return { logins: found.map(({ actor }) => actor.alternateId), next: `/logs${next.search}` };
    };
    const later = createMovableClock(createManualClock());
    later.advance(7 * day);
    const before = await run(later, query('/logs', { since: new Date(later.now()).toISOString() }));
    const after = await run(createMovableClock(createManualClock()), before.next);
    expect(before.logins).toEqual([]);
    expect(after.logins).toContain('nobody@acme.example');
  });
});

describe('a bounded read', () => {
  it('stays whole while the log grows between its pages', async () => {
    const window = { since: ago(7 * day), until: ago(0), limit: 10 };
    const all = await events({ ...window, limit: 1_000 });
    for (const sortOrder of ['ASCENDING', 'DESCENDING']) {
      const seen: Event[] = [];
      let next: string | undefined = query('/logs', { ...window, sortOrder });
      while (next !== undefined) {
        const response = await okta(next);
        seen.push(...(await json<Event[]>(response)));
        next = linkOf(response, 'next')?.replace(`${tenants().okta.url}/api/v1`, '');
        tenants().change((world) =>
          logEvent(world, {
            ago: sortOrder === 'ASCENDING' ? 7 * day - 1_000 : 0,
            eventType: 'user.session.start',
            displayMessage: 'User login to Okta',
            actor: unknownActor('in between'),
            result: 'FAILURE',
          }),
        );
      }
      const uuids = seen.map(({ uuid }) => uuid);
      expect(new Set(uuids).size).toBe(uuids.length);
      expect(uuids).toEqual(expect.arrayContaining(all.map(({ uuid }) => uuid)));
    }
  });
});
