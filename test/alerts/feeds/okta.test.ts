import { afterEach, describe, expect, it } from 'vitest';
import { firstCursor } from '../../../src/alerts/feed.js';
import { asActor, logEvent, unknownActor, workspaceOneApp } from '../../../src/playground/tenants/okta/log-event.js';
import { admin, ann, ben } from '../../../src/playground/tenants/people.js';
import { oktaRefusesAssertion } from '../../../src/playground/tenants/stories/refused-assertion.js';
import type { World } from '../../../src/playground/tenants/world.js';
import { type Asking, startAsking } from '../../lookups/asking.js';
import { readOn } from '../support/read-on.js';

const minute = 60_000;
const password = 'Hunter2-Hunter2!';

describe('the feed of Okta’s System Log', () => {
  let asking: Asking;
  afterEach(() => asking?.close());
  const read = (cursor = firstCursor(asking.clock.now())) => readOn('okta', asking.tenants, asking.clock.now(), cursor);
  const requestsOfLog = () => asking.simulated.requests.list().filter(({ path }) => path === '/api/v1/logs');
  const signsIn = (world: World, person = ann, more = {}) =>
    logEvent(world, {
      ago: 0,
      eventType: 'user.session.start',
      displayMessage: 'User login to Okta',
      actor: asActor(person),
      result: 'SUCCESS',
      ...more,
    });

  it('begins an hour back and goes on with what is new, a call each', async () => {
    asking = await startAsking('healthy');
    const first = await read();
    expect(first.events.map(({ type }) => type)).toContain('user.session.start');

    asking.simulated.change((world) => signsIn(world, ben));
    const second = await read(first.cursor);

    expect(second.events).toMatchObject([{ system: 'okta', failed: false, login: 'ben@acme.example' }]);
    expect((await read(second.cursor)).events).toEqual([]);
    expect(requestsOfLog()).toHaveLength(3);
  });

  it('reads an event that arrives late, though newer ones were read before', async () => {
    asking = await startAsking('healthy');
    asking.simulated.change((world) => signsIn(world));
    const first = await read();

    asking.simulated.change((world) => signsIn(world, ben, { ago: 45 * minute }));
    const { events } = await read(first.cursor);

    expect(events).toMatchObject([{ login: 'ben@acme.example', at: asking.clock.now() - 45 * minute }]);
  });

  it('starts again from shortly before the last event where Okta refuses its place, and tells nothing twice', async () => {
    asking = await startAsking('healthy');
    asking.simulated.change((world) => signsIn(world));
    const { cursor } = await read();
    asking.simulated.change((world) => signsIn(world, ben));

    const mark = cursor.after?.split(' ')[0];
    const { events, steps } = await read({ ...cursor, after: `${mark} no-cursor-of-Okta` });

    expect(events).toMatchObject([{ login: 'ben@acme.example' }]);
    expect(steps).toBe(2);
  });

  it('takes a place that belongs to another filter for none', async () => {
    asking = await startAsking('healthy');
    const { cursor } = await read();
    const before = requestsOfLog().length;

    const { events } = await read({ ...cursor, after: `00000000 ${cursor.after?.split(' ')[1]}` });

    expect(events).toEqual([]);
    expect(
      requestsOfLog()
        .slice(before)
        .map(({ query }) => 'since' in query),
    ).toEqual([true]);
  });

  it('does not read a month of events after a month of standing still', async () => {
    asking = await startAsking('healthy');
    const { cursor } = await read();
    asking.clock.advance(30 * 24 * 60 * minute);
    asking.simulated.change((world) => {
      signsIn(world, ann, { ago: 3 * 24 * 60 * minute });
      signsIn(world, ben, { ago: 60 * minute });
    });

    await read(cursor);

    const since = requestsOfLog().at(-1)?.query['since'];
    expect(Date.parse(since ?? '')).toBe(asking.clock.now() - 24 * 60 * minute);
  });

  it('reads more than a page in several steps, each event once', async () => {
    asking = await startAsking('healthy');
    const { cursor } = await read();
    asking.simulated.change((world) => {
      for (let nth = 0; nth < 2_300; nth++) signsIn(world, ann, { ago: 5 * minute - nth * 100 });
    });

    const { events, steps } = await read(cursor);

    expect(new Set(events.map(({ id }) => id)).size).toBe(2_300);
    expect(events).toHaveLength(2_300);
    expect(steps).toBe(3);
  });

  it('asks only for what the rules use', async () => {
    asking = await startAsking('healthy');
    asking.simulated.change((world) => {
      const common = { ago: 0, actor: asActor(admin), displayMessage: 'Something' };
      for (const eventType of ['user.authentication.sso', 'policy.evaluate_sign_on', 'group.user_membership.add']) {
        logEvent(world, { ...common, eventType, result: 'SUCCESS' });
      }
      for (const eventType of ['user.authentication.sso', 'policy.evaluate_sign_on']) {
        logEvent(world, { ...common, eventType, result: 'FAILURE' });
      }
      for (const eventType of ['system.api_token.revoke', 'system.idp.lifecycle.update', 'policy.rule.update']) {
        logEvent(world, { ...common, eventType, result: 'SUCCESS' });
      }
    });

    const { events } = await read({ upTo: asking.clock.now(), recent: [] });

    expect(events.map(({ type, failed }) => `${type} ${failed}`).sort()).toEqual([
      'policy.evaluate_sign_on true',
      'policy.rule.update false',
      'system.api_token.revoke false',
      'system.idp.lifecycle.update false',
      'user.authentication.sso true',
    ]);
  });

  it('names people by Okta’s id, and never by what somebody typed', async () => {
    asking = await startAsking('healthy');
    const typed = { actor: unknownActor(password), result: 'FAILURE', reason: 'INVALID_CREDENTIALS' };
    asking.simulated.change((world) => {
      signsIn(world, ann, { result: 'FAILURE', reason: 'INVALID_CREDENTIALS' });
      signsIn(world, ann, typed);
      signsIn(world, ann, { ...typed, actor: unknownActor(password.toUpperCase()) });
    });

    const { events, cursor } = await read({ upTo: asking.clock.now(), recent: [] });

    expect(events[0]).toMatchObject({ personId: ann.oktaId, login: 'ann@acme.example' });
    expect(events[1]?.login).toBeUndefined();
    expect(events[1]?.personId).toBe(events[2]?.personId);
    expect(JSON.stringify([events, cursor]).toLowerCase()).not.toContain('hunter');
  });

  it('gives a roll-up the cause that another event of its request names', async () => {
    asking = await startAsking('healthy');
    asking.simulated.change((world) =>
      oktaRefusesAssertion(world, {
        person: ann,
        ago: minute,
        sent: password,
        known: false,
        cause: 'User not found',
        requestArrives: true,
      }),
    );

    const { events } = await read({ upTo: asking.clock.now(), recent: [] });

    expect(events.map(({ type, reason, articleId }) => [type, reason, articleId])).toEqual([
      ['user.authentication.auth_via_IDP', 'User not found', 'username-mismatch'],
      ['user.session.start', 'User not found', 'username-mismatch'],
    ]);
    expect(JSON.stringify(events)).not.toContain('Hunter');
  });

  it('sees whom provisioning is about, whoever started it', async () => {
    asking = await startAsking('healthy');
    const appUser = (id: string) => ({
      id,
      type: 'AppUser',
      alternateId: 'nina@acme.example',
      displayName: 'Nina Berg',
    });
    asking.simulated.change((world) => {
      for (const id of ['0ua1', '0ua2']) {
        logEvent(world, {
          ago: 0,
          eventType: 'application.provision.user.push',
          displayMessage: 'Push new user to external application',
          actor: asActor(admin),
          result: 'FAILURE',
          target: [appUser(id), workspaceOneApp],
        });
      }
    });

    const { events } = await read({ upTo: asking.clock.now(), recent: [] });

    expect(events[0]).toMatchObject({
      login: 'nina@acme.example',
      actor: { name: 'Irma Vogel' },
      targets: [{ type: 'AppUser' }, { type: 'AppInstance', name: 'Workspace ONE' }],
    });
    // Assigned anew, the application's user has another id; the person is the same.
    expect(events[1]?.personId).toBe(events[0]?.personId);
  });

  it('keeps what the store takes, whatever Okta sends', async () => {
    asking = await startAsking('healthy');
    const long = 'x'.repeat(3_000);
    asking.simulated.change((world) =>
      signsIn(world, ann, {
        result: 'FAILURE',
        displayMessage: `${long}\n`,
        reason: `${long}\u0000`,
        actor: { id: long, type: 'User', alternateId: long, displayName: long },
        target: Array.from({ length: 50 }, () => ({ id: long, type: long, alternateId: long, displayName: long })),
      }),
    );

    const { events, cursor } = await read({ upTo: asking.clock.now(), recent: [] });

    expect(events).toHaveLength(1);
    expect(JSON.stringify(events).length).toBeLessThan(5_000);
    expect(cursor.recent.every((id) => id.length <= 200)).toBe(true);
  });

  it('rejects when Okta cannot be read', async () => {
    asking = await startAsking('healthy');
    asking.simulated.addFault({ system: 'okta', kind: 'down' });

    await expect(read()).rejects.toMatchObject({ system: 'okta', code: 'unreachable' });
  });
});
