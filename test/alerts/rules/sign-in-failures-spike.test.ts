import { describe, expect, it } from 'vitest';
import type { AlertEvent } from '../../../src/alerts/event.js';
import { signInFailuresSpike } from '../../../src/alerts/rules/sign-in-failures-spike.js';
import { seededRandom } from '../../../src/playground/tenants/random.js';
import { event } from '../support/engine.js';
import { hour, minute } from '../support/findings.js';
import { Following, signIn, signIns, titles } from '../support/rules.js';

const quarter = 15 * minute;
const day = 24 * hour;
/** A Monday, midnight UTC. */
const monday = Date.UTC(2026, 8, 7);
const wrong = 'INVALID_CREDENTIALS';
const broken = 'MISSING_AUTHENTICATOR';

/** A company's week before `until`: so many sign-ins and failures in each quarter of an hour. */
function lived(until: number, days: number, inQuarter: (at: number) => readonly AlertEvent[]): Following {
  const rule = new Following(signInFailuresSpike);
  for (let at = until - days * day + quarter; at <= until; at += quarter) rule.at(at, inQuarter(at));
  return rule;
}

/** Two hundred sign-ins an hour in office hours, ten at night; one in twenty mistypes the password. */
function ordinary(at: number): AlertEvent[] {
  const hourOfDay = (at % day) / hour;
  const many = hourOfDay > 7 && hourOfDay <= 18 ? 50 : 3;
  return [...signIns(many, at), ...signIns(Math.round(many / 20), at, wrong, 'mistyped')];
}

describe('sign-ins that fail', () => {
  it('are told when five people fail with a text that was never there', () => {
    const rule = lived(monday + 10 * hour, 1, ordinary);
    const now = monday + 10 * hour + quarter;

    const found = rule.at(now, [...ordinary(now), ...signIns(5, now, broken, 'locked')]);

    expect(titles(found)).toEqual([
      '5 people failed to sign in to Okta with “MISSING_AUTHENTICATOR”. Usually hardly anybody does.',
    ]);
    expect(found).toHaveLength(5);
    expect(found[0]).toMatchObject({
      severity: 'warning',
      gathers: true,
      systems: ['okta'],
      person: 'locked4@acme.example',
      text: expect.stringMatching(/^locked4@acme\.example, 10:11 UTC$/),
    });
  });

  it('are not told for four people, nor for one who tries a hundred times', () => {
    const rule = new Following(signInFailuresSpike);
    const now = monday + 10 * hour;
    const often = Array.from({ length: 100 }, (_, nth) => signIn('erik', now - nth * 1_000, broken));

    expect(rule.at(now, [...signIns(3, now, broken), ...often])).toEqual([]);
    expect(rule.at(now, [signIn('one more', now, broken)])).toHaveLength(5);
  });

  it('are no news on a busy Monday, when ten times as many mistype their password and get in', () => {
    const nine = monday + 7 * day + 9 * hour;
    const rule = lived(nine, 7, ordinary);
    const now = nine + quarter;

    expect(rule.at(now, [...signIns(500, now), ...signIns(25, now, wrong, 'mistyped')])).toEqual([]);
  });

  it('are told on that Monday when hardly anybody gets in, as critical', () => {
    const nine = monday + 7 * day + 9 * hour;
    const rule = lived(nine, 7, ordinary);
    const now = nine + quarter;

    const found = rule.at(now, [...signIns(20, now), ...signIns(40, now, wrong, 'mistyped')]);

    expect(titles(found)).toEqual([
      'Most who try cannot sign in to Okta: 40 people failed with “INVALID_CREDENTIALS”.',
    ]);
    expect(found[0]).toMatchObject({ severity: 'critical', rank: 1 });
  });

  it('are told right after the first start when a quarter of all who try fail so, even if it began before', () => {
    const rule = new Following(signInFailuresSpike);
    const now = monday + 9 * hour;
    const outage = [4, 3, 2, 1, 0].flatMap((nth) => signIns(6, now - nth * quarter, broken, `q${nth}-`));

    expect(titles(rule.at(now, [...outage, ...signIns(10, now)]))).toEqual([
      '6 people failed to sign in to Okta with “MISSING_AUTHENTICATOR”.',
    ]);
  });

  it('are no news right after the first start when most get in', () => {
    const rule = new Following(signInFailuresSpike);
    const now = monday + 9 * hour;

    expect(rule.at(now, [...signIns(300, now), ...signIns(20, now, wrong, 'mistyped')])).toEqual([]);
  });

  it('of a few devices that fail all day are no news at night, when hardly anybody else signs in', () => {
    const night = monday + 6 * day + 3 * hour;
    const stuck = (at: number) => [...ordinary(at), ...signIns(8, at, 'STUCK', 'kiosk')];
    const rule = lived(night, 3, stuck);

    expect(rule.at(night + quarter, stuck(night + quarter))).toEqual([]);
  });

  it('that come by chance do not alarm in two weeks of an ordinary company', () => {
    const random = seededRandom(20_260_907);
    const chance = (expected: number) => {
      let [count, left] = [0, Math.exp(-expected)];
      for (let product = random(); product > left; product *= random()) count += 1;
      left = 0;
      return count;
    };
    const byChance = (at: number) => {
      const hourOfDay = (at % day) / hour;
      const weight = hourOfDay > 7 && hourOfDay <= 18 ? 1 : 0.1;
      return [
        ...signIns(chance(80 * weight), at),
        ...signIns(chance(4 * weight), at, wrong, `w${at % 97}-`),
        ...signIns(chance(1 * weight), at, 'LOCKED_OUT', `l${at % 89}-`),
        ...signIns(chance(0.5), at, 'FACTOR_TIMEOUT', `f${at % 83}-`),
      ];
    };
    const rule = new Following(signInFailuresSpike);
    const alarms: number[] = [];
    for (let at = monday; at < monday + 14 * day; at += 5 * minute) {
      const events = at % quarter === 0 ? byChance(at) : [];
      if (rule.at(at, events).length > 0) alarms.push(at);
    }

    expect(alarms).toEqual([]);
  });

  it('are over when the window holds less than half of what it took, not at the first one fewer', () => {
    const rule = new Following(signInFailuresSpike);
    const at = monday + 10 * hour;
    rule.at(at, signIns(6, at, broken));

    expect(rule.at(at + quarter, signIns(4, at + quarter, broken, 'q'))).not.toEqual([]);
    expect(rule.at(at + 2 * quarter, signIns(3, at + 2 * quarter, broken, 'r'))).not.toEqual([]);
    expect(rule.at(at + 3 * quarter, signIns(2, at + 3 * quarter, broken, 's'))).toEqual([]);
    expect(rule.at(at + 4 * quarter, signIns(4, at + 4 * quarter, broken, 't'))).toEqual([]);
  });

  it('name everybody since they began, so that the number only grows', () => {
    const rule = new Following(signInFailuresSpike);
    const at = monday + 10 * hour;
    const counts = [0, 1, 2].map((nth) => {
      const now = at + nth * quarter;
      return rule.at(now, signIns(6, now, broken, `q${nth}-`)).length;
    });

    expect(counts).toEqual([6, 12, 18]);
  });

  it('that stay become the usual, but not on the same day', () => {
    const rule = lived(monday + 12 * hour, 1, ordinary);
    const began = monday + 12 * hour;
    const firing: number[] = [];
    for (let at = began; at < began + 6 * day; at += quarter) {
      if (rule.at(at, [...ordinary(at), ...signIns(9, at, broken, 'x')]).length > 0) firing.push(at);
    }

    expect(firing[0]).toBe(began);
    expect(firing.at(-1)).toBeGreaterThanOrEqual(began + day - quarter);
    expect(firing.at(-1)).toBeLessThan(began + 3 * day);
  });

  it('are the same failure whatever ids, numbers and names are in its text', () => {
    const rule = new Following(signInFailuresSpike);
    const now = monday + 10 * hour;
    const failures = signIns(5, now).map((one, nth) => ({
      ...one,
      system: 'access' as const,
      type: 'LOGIN',
      failed: true,
      reason: `IDP (id: 5419${nth}) does not have JIT enabled when creating user (nameId: p${nth}@acme.example)`,
    }));

    expect(titles(rule.at(now, failures))).toEqual([
      '5 people failed to sign in through Workspace ONE Access with “IDP (id: …) does not have JIT enabled when creating user (nameId: …)”.',
    ]);
  });

  it('are told for each system and text by itself', () => {
    const rule = new Following(signInFailuresSpike);
    const now = monday + 10 * hour;
    const atAccess = signIns(6, now, 'IDP not found', 'a').map((one) => ({
      ...one,
      system: 'access' as const,
      type: 'LOGIN_ERROR',
    }));

    const found = rule.at(now, [...signIns(6, now, broken), ...signIns(7, now, wrong, 'w'), ...atAccess]);

    expect(new Set(found.map(({ group }) => group))).toEqual(
      new Set(['okta MISSING_AUTHENTICATOR', 'okta INVALID_CREDENTIALS', 'access IDP not found']),
    );
  });

  it('lead to the article of their text, or to the one the event is known to belong to', () => {
    const now = monday + 10 * hour;
    const articleFor = (text: string) => (text === 'IDP not found' ? 'idp-not-found' : undefined);
    const rule = new Following(signInFailuresSpike, { articleFor });
    const nameless = signIns(5, now, 'User not found', 'n').map((one) => ({ ...one, articleId: 'username-mismatch' }));
    const articles = rule
      .at(now, [...signIns(5, now, 'IDP not found'), ...nameless])
      .map(({ group, articleId }) => `${group}: ${articleId}`);

    expect([...new Set(articles)].sort()).toEqual([
      'okta IDP not found: idp-not-found',
      'okta User not found: username-mismatch',
    ]);
  });

  it('lead to the search for the part that fails, when their text belongs to no article', () => {
    const rule = new Following(signInFailuresSpike);
    const now = monday + 10 * hour;

    const articles = rule.at(now, signIns(5, now, broken)).map(({ articleId }) => articleId);

    expect(articles).toEqual(Array(5).fill('sign-in-leg-failing'));
  });

  it('say about how many there are of very many, and keep no more than a few', () => {
    const rule = new Following(signInFailuresSpike);
    const now = monday + 10 * hour;

    const found = rule.at(now, signIns(5_000, now, broken));

    const about = Number(/about ([\d,]+) people/.exec(found[0]?.title ?? '')?.[1]?.replace(',', ''));
    expect(about).toBeGreaterThan(3_500);
    expect(about).toBeLessThan(6_500);
    expect(found).toHaveLength(50);
    expect(found[0]?.outOf).toEqual({ count: about, roughly: 'about' });
  });

  it('leave devices that are not trusted to the rule about them', () => {
    const rule = new Following(signInFailuresSpike);
    const now = monday + 10 * hour;
    const devices = signIns(9, now, 'NOT_VERIFIED').map((one) => ({
      ...one,
      type: 'user.authentication.authenticate',
    }));

    expect(rule.at(now, devices)).toEqual([]);
  });

  it('do not count steps of a sign-in that went well, nor what is no sign-in', () => {
    const rule = new Following(signInFailuresSpike);
    const now = monday + 10 * hour;
    const provisioning = signIns(9, now, broken).map((one) => ({ ...one, type: 'application.provision.user.push' }));
    const nobody = Array.from({ length: 9 }, (_, nth) => event({ id: `n${nth}`, at: now, reason: broken }));

    expect(rule.at(now, [...provisioning, ...nobody])).toEqual([]);
  });

  it('count once when the same events come again, as after a cursor was refused', () => {
    const rule = new Following(signInFailuresSpike);
    const now = monday + 10 * hour;
    const events = [...ordinary(now), ...signIns(4, now, broken, 'x')];
    for (let nth = 0; nth < 5; nth++) rule.at(now, events);

    expect(rule.at(now, events)).toEqual([]);
  });

  it('that arrive late count in the quarter of an hour in which they happened', () => {
    const rule = new Following(signInFailuresSpike);
    const now = monday + 10 * hour;
    const at = (person: string) => signIn(person, now - 2 * minute, broken);
    rule.at(now, [at('ann'), at('ben'), at('carla')]);

    expect(rule.at(now + 10 * minute, [at('late'), at('later')])).toHaveLength(5);
    expect(new Following(signInFailuresSpike).at(now + 14 * minute, ['a', 'b', 'c', 'd', 'e'].map(at))).toEqual([]);
  });
});
