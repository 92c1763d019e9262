import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { Finding } from '../../src/alerts/finding.js';
import { eventRule, type Rule } from '../../src/alerts/rule.js';
import { connectorFailing } from '../../src/alerts/rules/connector-failing.js';
import { TenantError } from '../../src/model/tenant-error.js';
import { bench, event, ruleThatFinds } from './support/engine.js';
import { hour, minute, person, settings, start, token } from './support/findings.js';

const texts = (world: ReturnType<typeof bench>) => world.slack.posted.map(({ text }) => text);

describe('what Slack is told', () => {
  it('is one living message for an alert, changed in place and told in its thread when it is over', async () => {
    let findings: readonly Finding[] = [token()];
    const world = bench([ruleThatFinds('api-token-expiring', () => findings)]);
    const engine = await world.open();
    await engine.round();
    await engine.round();
    expect(texts(world)).toEqual(['firing: The Okta API token “Workspace ONE” expires in 7 days.']);
    findings = [];
    world.clock.now += hour;
    await engine.round();
    expect(texts(world)).toEqual(['resolved: The Okta API token “Workspace ONE” expires in 7 days.', 'resolved']);
  });

  it('goes to the channel of its rule, else of its severity, else to the channel for all', async () => {
    const routes = { 'certificate-expiring': 'C0CERTS', critical: 'C0CRITICAL' } as const;
    const rules = [
      ruleThatFinds('api-token-expiring', () => [token(), token({ group: 'dead', severity: 'critical' })]),
      ruleThatFinds('certificate-expiring', () => [token({ severity: 'critical' })]),
    ];
    const world = bench(rules);
    await (await world.open({ settings: { ...settings, routes } })).round();
    const channels = world.slack.posted.filter(({ thread }) => thread === undefined).map(({ channel }) => channel);
    expect(channels.sort()).toEqual(['C0ALERTS', 'C0CERTS', 'C0CRITICAL']);
  });

  it('waits for the morning in quiet hours, unless it is critical, and is not told at all if it is over by then', async () => {
    const night = { ...settings, quietHours: { '*': { from: 22 * 60, to: 7 * 60, zone: 'UTC' } } };
    let findings = [token(), token({ group: 'gone by the morning' }), token({ group: 'dead', severity: 'critical' })];
    const world = bench([ruleThatFinds('api-token-expiring', () => findings)]);
    world.clock.now = Date.UTC(2026, 8, 3, 23);
    const engine = await world.open({ settings: night });
    await engine.round();
    expect(world.slack.posted.filter(({ thread }) => !thread)).toHaveLength(1);
    findings = findings.filter(({ group }) => group !== 'gone by the morning');
    await engine.round();
    world.clock.now = Date.UTC(2026, 8, 4, 7);
    await engine.round();
    expect(world.slack.posted.filter(({ thread }) => !thread)).toHaveLength(2);
  });

  it('is tried again when Slack fails, and nothing else waits for it', async () => {
    const world = bench([ruleThatFinds('api-token-expiring', () => [token(), token({ group: 'other' })])]);
    const engine = await world.open();
    let failures = 1;
    world.slack.step = (when, what) => {
      if (when === 'before' && what === 'post' && failures-- > 0) throw new Error('ratelimited');
    };
    await engine.round();
    expect(world.slack.posted.filter(({ thread }) => !thread)).toHaveLength(1);
    expect(world.logged).toContainEqual({ level: 'warn', message: 'An alert could not be told; it is tried again' });
    await engine.round();
    expect(world.slack.posted.filter(({ thread }) => !thread)).toHaveLength(2);
  });

  it('is told again when somebody deleted the message of an alert that still fires', async () => {
    let findings: readonly Finding[] = [token()];
    const world = bench([ruleThatFinds('api-token-expiring', () => findings)]);
    const engine = await world.open();
    await engine.round();
    world.slack.delete(world.slack.posted[0]?.mark ?? '');
    findings = [token({ title: 'Six days.' })];
    await engine.round();
    expect(texts(world)).toContain('firing: Six days.');
  });

  it('is told again, too, when that is noticed only when its thread has something new', async () => {
    const world = bench([ruleThatFinds('api-token-expiring', () => [token()])]);
    const engine = await world.open();
    await engine.round();
    world.slack.posted.length = 0;
    world.clock.now += settings.repeatMs;
    await engine.round();
    await engine.round();
    expect(texts(world)).toEqual(['firing: The Okta API token “Workspace ONE” expires in 7 days.']);
    expect(world.logged).toEqual([]);
  });

  it('stays deleted when the alert is over', async () => {
    let findings: readonly Finding[] = [token()];
    const world = bench([ruleThatFinds('api-token-expiring', () => findings)]);
    const engine = await world.open();
    await engine.round();
    world.slack.posted.length = 0;
    findings = [];
    await engine.round();
    await engine.round();
    expect(world.slack.posted.filter(({ thread }) => !thread)).toEqual([]);
  });

  it('includes a digest once a day, when there is something to tell', async () => {
    const withDigest = { ...settings, digest: { minute: 8 * 60, zone: 'UTC' } };
    let findings: readonly Finding[] = [];
    const world = bench([ruleThatFinds('api-token-expiring', () => findings)]);
    const engine = await world.open({ settings: withDigest });
    world.clock.now = Date.UTC(2026, 8, 3, 8);
    await engine.round();
    expect(texts(world)).toEqual([]);
    findings = [token()];
    for (const at of [Date.UTC(2026, 8, 4, 7), Date.UTC(2026, 8, 4, 8), Date.UTC(2026, 8, 4, 9)]) {
      world.clock.now = at;
      await engine.round();
    }
    expect(world.slack.posted.filter(({ mark }) => mark.startsWith('digest'))).toMatchObject([
      { mark: 'digest/2026-09-04', text: '1 open, 0 resolved' },
    ]);
  });
});

describe('rules', () => {
  it('that throw are told once, and stop no other', async () => {
    let isBroken = true;
    const broken = ruleThatFinds('certificate-expiring', () => {
      if (isBroken) throw new Error('boom');
      return [];
    });
    const world = bench([broken, ruleThatFinds('api-token-expiring', () => [token()])]);
    const engine = await world.open();
    await engine.round();
    await engine.round();
    const told = () => world.slack.posted.filter(({ thread }) => !thread).map(({ text }) => text);
    expect(told()).toHaveLength(2);
    expect(told().join()).toMatch(/firing: The alert rule “certificate-expiring” fails/);
    expect(told().join()).not.toMatch(/boom/);
    isBroken = false;
    await engine.round();
    expect(told().join()).toMatch(/resolved: The alert rule “certificate-expiring” fails/);
  });

  it('that look now and then look at once when everything is to be looked at', async () => {
    let looked = 0;
    const hourly = {
      ...ruleThatFinds('certificate-expiring', () => {
        looked += 1;
        return [];
      }),
      everyMs: hour,
    } as Rule;
    const world = bench([hourly]);
    const engine = await world.open();
    await engine.round();
    await engine.round();
    expect(looked).toBe(1);
    await engine.round({ everything: true });
    expect(looked).toBe(2);
  });

  it('are due by when a round begins, however long the feeds took', async () => {
    const looked: number[] = [];
    const world = bench([
      {
        ...ruleThatFinds('certificate-expiring', () => {
          looked.push(world.clock.now);
          return [];
        }),
        everyMs: hour,
      } as Rule,
    ]);
    const takes = [2_000, 0];
    const slow = {
      system: 'okta' as const,
      read: async () => {
        world.clock.now += takes.shift() ?? 0;
        return { events: [], cursor: { upTo: start, recent: [] }, more: false };
      },
    };
    const engine = await world.open({ feeds: [slow], tenants: () => ({ okta: { quota: () => [] } }) as never });
    await engine.round();
    world.clock.now = start + hour;
    await engine.round();
    expect(looked).toEqual([start + 2_000, start + hour]);
  });

  it('over events see each once, and remember across a restart', async () => {
    const counter = eventRule<number>({
      kind: 'events',
      id: 'sign-in-failures-spike',
      title: 'Counts',
      articles: [],
      systems: ['okta'],
      memory: z.number(),
      empty: 0,
      remember: (memory, events) => memory + events.length,
      findings: (memory) => (memory >= 3 ? [token({ title: `${memory} events` })] : []),
    });
    const arriving = [[event({ id: '1' }), event({ id: '2' })], [event({ id: '3' })], []];
    const feed = {
      system: 'okta' as const,
      read: async (_tenant: unknown, cursor: { upTo: number }) => ({
        events: arriving.shift() ?? [],
        cursor: { upTo: cursor.upTo + 1, recent: [] },
        more: false,
      }),
    };
    const world = bench([counter]);
    const parts = { feeds: [feed], tenants: () => ({ okta: { quota: () => [] } }) as never };
    await (await world.open(parts)).round();
    expect(texts(world)).toEqual([]);
    const restarted = await world.open(parts);
    await restarted.round();
    await restarted.round();
    expect(texts(world)[0]).toBe('firing: 3 events');
  });
});

/** A rule that asks Okta and, first, Access; each call is written down, and `fails` says what comes of it. */
function asking(fails: { access?: TenantError | undefined }, everyMs = hour) {
  const calls: string[] = [];
  const rule: Rule = {
    ...ruleThatFinds('certificate-expiring', () => []),
    kind: 'state',
    everyMs,
    systems: ['okta', 'access'],
    read: async (ask) => {
      await ask('access', async () => {
        calls.push('access');
        if (fails.access !== undefined) throw fails.access;
      });
      await ask('okta', async () => void calls.push('okta'));
      return [];
    },
  };
  const tenants = () => ({ okta: { quota: () => [] }, access: {} }) as never;
  return { rule, calls, tenants };
}

describe('a rule that could not read a system', () => {
  const forbidden = new TenantError('access', 'forbidden', 'The bot may not read the metadata of Access.');

  it('waits a few rounds before it tries again; what it was refused stands until then', async () => {
    const fails: { access?: TenantError | undefined } = { access: forbidden };
    const { rule, calls, tenants } = asking(fails);
    const world = bench([rule, connectorFailing]);
    const engine = await world.open({ tenants });
    const problems = [];
    for (let round = 0; round < 6; round++) {
      await engine.round();
      problems.push((await engine.overview()).polled.find(({ system }) => system === 'access')?.problem);
      world.clock.now += minute;
    }
    expect(calls).toEqual(['access', 'okta', 'access', 'okta']);
    expect(new Set(problems)).toEqual(new Set([forbidden.message]));
    expect(texts(world)).toEqual([`firing: ${forbidden.message}`]);

    fails.access = undefined;
    await engine.round();
    expect(texts(world)).toEqual([`resolved: ${forbidden.message}`, 'resolved']);
    world.clock.now += 10 * minute;
    await engine.round();
    expect(calls).toHaveLength(6);
  });

  it('tries again at once after a restart, and when everything is to be looked at', async () => {
    const { rule, calls, tenants } = asking({ access: forbidden });
    const world = bench([rule, connectorFailing]);
    await (await world.open({ tenants })).round();
    const engine = await world.open({ tenants });
    await engine.round();
    await engine.round({ everything: true });
    expect(calls.filter((system) => system === 'access')).toHaveLength(3);
  });

  it('does not confirm by waiting what has to be confirmed by a second look', async () => {
    const silent = new TenantError('access', 'timed-out', 'Access did not answer in time.');
    const fails: { access?: TenantError | undefined } = { access: silent };
    const { rule, tenants } = asking(fails);
    const world = bench([rule, connectorFailing]);
    const engine = await world.open({ tenants });
    for (let round = 0; round < 3; round++) {
      await engine.round();
      world.clock.now += minute;
    }
    fails.access = undefined;
    await engine.round();
    expect(texts(world)).toEqual([]);
  });

  it('looks with every round when that is its interval', async () => {
    const { rule, calls, tenants } = asking({ access: forbidden }, 0);
    const engine = await bench([rule]).open({ tenants });
    await engine.round();
    await engine.round();
    expect(calls).toHaveLength(4);
  });
});

describe('a feed without an end', () => {
  it('leaves the rules calls to look with', async () => {
    const { rule, calls, tenants } = asking({});
    const endless = {
      system: 'okta' as const,
      read: async () => ({ events: [], cursor: { upTo: start, recent: [] }, more: true }),
    };
    const engine = await bench([rule]).open({ feeds: [endless], tenants });
    await engine.round();
    expect(calls).toEqual(['access', 'okta']);
  });
});

describe('a system that the budget of calls leaves unread', () => {
  it('stays as it was told: nobody knows whether it can be read again', async () => {
    let isDown = true;
    const feed = {
      system: 'okta' as const,
      read: async (_tenant: unknown, cursor: { upTo: number }) => {
        if (isDown) throw new TenantError('okta', 'unauthorised', 'Okta does not accept the credential.');
        return { events: [], cursor: { upTo: cursor.upTo, recent: [] }, more: false };
      },
    };
    const world = bench([connectorFailing]);
    const engine = await world.open({
      feeds: [feed],
      tenants: () => ({ okta: { quota: () => [] } }) as never,
      settings: { ...settings, budget: { okta: 1, access: 1, uem: 1 } },
    });
    await engine.round();
    expect(texts(world)[0]).toMatch(/^firing: Okta does not accept/);
    isDown = false;
    await engine.round();
    expect(texts(world)[0]).toMatch(/^firing/);
    world.clock.now += minute;
    await engine.round();
    expect(texts(world)[0]).toMatch(/^resolved/);
  });
});

describe('what was read before', () => {
  const looks: string[] = [];
  const hourly = { ...ruleThatFinds('certificate-expiring', () => []), everyMs: hour } as Rule;
  const feed = {
    system: 'okta' as const,
    read: async (_tenant: unknown, cursor: { upTo: number }, now: number) => {
      looks.push(cursor.upTo < now - minute ? 'from an hour ago' : 'on');
      return { events: [], cursor: { upTo: now, recent: [] }, more: false };
    },
  };
  const parts = { feeds: [feed], tenants: () => ({ okta: { quota: () => [] } }) as never };

  it('counts no more when the tenants have become others', async () => {
    looks.length = 0;
    const engine = await bench([hourly]).open(parts);
    await engine.round();
    await engine.round();
    await engine.round({ afresh: true });
    expect(looks).toEqual(['from an hour ago', 'on', 'from an hour ago']);
  });

  it('counts no more when the clock was put back', async () => {
    looks.length = 0;
    const world = bench([hourly]);
    await (await world.open(parts)).round();
    world.clock.now -= 24 * hour;
    await (await world.open(parts)).round();
    expect(looks).toEqual(['from an hour ago', 'from an hour ago']);
  });
});

describe('people', () => {
  it('take an alert in hand by the beginning of its fingerprint', async () => {
    const world = bench([ruleThatFinds('api-token-expiring', () => [token()])]);
    const engine = await world.open();
    await engine.round();
    const [alert] = (await engine.overview()).alerts;
    const which = alert?.fingerprint.slice(0, 6) ?? '';
    expect(await engine.act(which, { does: 'acknowledge', by: 'U1' })).toMatchObject({ acknowledged: { by: 'U1' } });
    expect(world.slack.posted[0]?.revision).toBe(2);
    expect(await engine.act('ffff', { does: 'acknowledge', by: 'U1' })).toBeUndefined();
    expect(await engine.act('', { does: 'acknowledge', by: 'U1' })).toBeUndefined();
  });

  it('can try the way to the channel; the test alert resolves by itself', async () => {
    const world = bench([]);
    const engine = await world.open();
    expect(await engine.test('U1')).toMatchObject({ rule: 'test', state: 'firing' });
    expect(texts(world)[0]).toMatch(/^firing: This is a test/);
    world.clock.now += minute;
    await engine.round();
    expect(texts(world)[0]).toMatch(/^resolved: This is a test/);
  });

  it('see the worst first, and what was resolved lately last', async () => {
    let people: readonly Finding[] = [person('ann', { at: start - hour })];
    const world = bench([
      ruleThatFinds('scim-provisioning-failures', () => people),
      ruleThatFinds('api-token-expiring', () => [token(), token({ group: 'dead', severity: 'critical' })]),
    ]);
    const engine = await world.open();
    await engine.round();
    people = [];
    await engine.round();
    const { alerts } = await engine.overview();
    expect(alerts.map(({ severity, state }) => `${severity} ${state}`)).toEqual([
      'critical firing',
      'warning firing',
      'warning resolved',
    ]);
  });
});
