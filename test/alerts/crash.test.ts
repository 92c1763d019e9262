import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/alerts/finding.js';
import { bench, ruleThatFinds } from './support/engine.js';
import { hour, minute, person, start, token } from './support/findings.js';

class Killed extends Error {}

function failing(count: number): Finding[] {
  return Array.from({ length: count }, (_, index) => person(`user ${index}`, { at: start }));
}

/** What the tenants show, minute by minute: a token nears its end, then people fail, then all is mended. */
const story: readonly {
  readonly at: number;
  readonly token: readonly Finding[];
  readonly people: readonly Finding[];
}[] = [
  { at: 0, token: [token()], people: [] },
  { at: minute, token: [token()], people: failing(6) },
  { at: 8 * minute, token: [token({ rank: 3, title: '3 days' })], people: failing(8) },
  { at: hour, token: [], people: failing(8) },
  { at: 2 * hour, token: [], people: [] },
];

/** Plays the story, the process killed at its `killAt`th step (0: never), and started again. */
async function play(killAt: number) {
  let shown = story[0];
  const world = bench([
    ruleThatFinds('api-token-expiring', () => shown?.token ?? []),
    ruleThatFinds('scim-provisioning-failures', () => shown?.people ?? []),
  ]);
  let steps = 0;
  let isDead = false;
  const step = () => {
    // A dead process does nothing more.
    if (isDead) throw new Killed();
    steps += 1;
    if (steps === killAt) {
      isDead = true;
      throw new Killed();
    }
  };
  world.slack.step = step;
  world.store.step = step;
  let engine = await world.open();
  for (const scene of story) {
    shown = scene;
    world.clock.now = start + scene.at;
    await engine.round().catch(() => undefined);
    if (isDead) {
      isDead = false;
      engine = await world.open();
      await engine.round();
    }
  }
  return { posted: world.slack.posted, steps, overview: await engine.overview() };
}

const told = ({ posted }: Awaited<ReturnType<typeof play>>) =>
  posted.map(({ thread, text }) => `${thread === undefined ? '' : '  '}${text}`).sort();

describe('a bot that is killed', () => {
  it('tells everything once when nothing happens to it', async () => {
    const whole = await play(0);
    expect(told(whole)).toEqual([
      '  details',
      '  details',
      '  resolved',
      '  resolved',
      '  worse',
      'resolved: 3 days',
      'resolved: Provisioning to Workspace ONE fails.',
    ]);
    expect(whole.overview.alerts.every(({ delivered, revision }) => delivered === revision)).toBe(true);
  });

  it('loses nothing and posts nothing twice, wherever it is killed', async () => {
    const whole = await play(0);
    expect(whole.steps).toBeGreaterThan(50);
    for (let killAt = 1; killAt <= whole.steps; killAt += 1) {
      const survived = await play(killAt);
      const marks = survived.posted.map(({ mark }) => mark);
      expect(new Set(marks).size, `killed at step ${killAt}: ${marks.join(' ')}`).toBe(marks.length);
      expect(told(survived), `killed at step ${killAt}`).toEqual(told(whole));
    }
  });

  it('brings a message up to date that it posted before it was killed, when things changed meanwhile', async () => {
    let findings: readonly Finding[] = [token()];
    const world = bench([ruleThatFinds('api-token-expiring', () => findings)]);
    let isDead = false;
    world.slack.step = (when, what) => {
      if (when === 'after' && what === 'post') isDead = true;
      if (isDead) throw new Killed();
    };
    await (await world.open()).round();
    expect(world.slack.posted).toHaveLength(1);
    world.slack.step = () => {};
    findings = [token({ title: 'Six days.' })];
    await (await world.open()).round();
    expect(world.slack.posted[0]?.text).toBe('firing: Six days.');
    expect(world.slack.posted.filter(({ thread }) => thread === undefined)).toHaveLength(1);
  });
});
