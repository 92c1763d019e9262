import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { alertsChannel, createMovableClock, type Message, startSlack } from '../../src/playground/slack/index.js';
import { auditEvent } from '../../src/playground/tenants/access/audit-event.js';
import { startTenants } from '../../src/playground/tenants/index.js';
import { bundleProgram, startProgram } from '../support/run-typescript.js';

let folder = '';
let program = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wo-okta-kill-'));
  program = await bundleProgram('test/alerts/watcher.program.ts', folder);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const kills = 50;
const killsPerProblem = 5;
/** Words, since numbers in a failure's text do not make it another failure. */
const directories = ['amber', 'birch', 'cedar', 'denim', 'ebony', 'fjord', 'grape', 'hazel', 'indigo', 'jade'];
const hour = 60 * 60_000;

/** Numerical Recipes' generator: each run kills at the same moments after a start. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** A Slack, an Access and a folder that outlive every watcher. */
async function openWorld(name: string) {
  const clock = createMovableClock();
  const [slack, tenants] = [await startSlack({ clock }), await startTenants({ scenario: 'healthy', clock })];
  const dataDir = join(folder, name);
  const { botToken, apiUrl } = slack;
  const { access } = tenants;
  return {
    slack,
    tenants,
    clock,
    start(): ChildProcess {
      const place = { dataDir, slack: { botToken, apiUrl }, access, channel: alertsChannel, aheadMs: clock.ahead() };
      return startProgram(program, [JSON.stringify(place)]);
    },
    /** Eight people cannot sign in because one directory is gone. */
    breakDirectory(directory: string): void {
      tenants.change((world) => {
        for (let person = 1; person <= 8; person += 1) {
          auditEvent(world, {
            ago: world.now - clock.now() + person,
            objectType: 'LOGIN_ERROR',
            summary: 'LOGIN_ERROR',
            values: { success: 'false', failureMessage: `The directory ${directory} cannot be reached` },
            ip: `203.0.113.${person}`,
          });
        }
      });
    },
    alerts: (): readonly Message[] =>
      slack.driver.messages(alertsChannel).filter(({ threadTs }) => threadTs === undefined),
    everything: (): readonly Message[] =>
      slack.driver
        .messages(alertsChannel)
        .flatMap((message) => slack.driver.messages(alertsChannel, message.ts))
        .filter((message, index, all) => all.findIndex(({ ts }) => ts === message.ts) === index),
    async close() {
      await slack.close();
      await tenants.close();
    },
  };
}

/** Resolves with the first thing that a watcher says. Rejects when it ends by itself: then nothing is tested. */
async function atWork(watcher: ChildProcess): Promise<void> {
  let complaint = '';
  watcher.stderr?.on('data', (part: Buffer) => {
    complaint += part.toString();
  });
  const ended = once(watcher, 'exit').then(([code]) => {
    throw new Error(`The watcher ended by itself, with code ${code}: ${complaint.slice(0, 2_000)}`);
  });
  if (watcher.stdout) await Promise.race([once(watcher.stdout, 'data'), ended]);
  ended.catch(() => undefined);
}

async function kill(watcher: ChildProcess): Promise<void> {
  const ended = once(watcher, 'exit');
  watcher.kill('SIGKILL');
  await ended;
}

const shown = ({ text, blocks }: Message) => `${text} ${JSON.stringify(blocks)}`;
const markOf = ({ metadata }: Message) => JSON.stringify(metadata?.['event_payload']);

describe('alerts of a bot that is killed at any moment', () => {
  it.concurrent.each([20_260_903, 4_711])(
    'are neither lost nor posted twice (seed %i)',
    { timeout: 240_000 },
    async (seed) => {
      const random = randomFrom(seed);
      const world = await openWorld(`seed-${seed}`);
      try {
        for (let number = 0; number < kills; number += 1) {
          if (number % killsPerProblem === 0) world.breakDirectory(directories[number / killsPerProblem] ?? '');
          const watcher = world.start();
          // Most die at work, some on their way up.
          if (number % 8 !== 7) await atWork(watcher);
          await pause(random() * 150);
          await kill(watcher);
        }
        const survivor = world.start();
        const isAllTold = () =>
          directories.every((directory) => world.alerts().some((alert) => shown(alert).includes(directory))) ||
          undefined;
        await world.slack.driver.waitFor(isAllTold, { for: 'every alert to be told', within: 60_000 });
        await kill(survivor);

        world.clock.advance(2 * hour);
        const healed = world.start();
        const isAllOver = () => world.alerts().every((alert) => shown(alert).includes('Resolved after')) || undefined;
        await world.slack.driver.waitFor(isAllOver, { for: 'every alert to be resolved', within: 60_000 });
        await kill(healed);

        for (const directory of directories) {
          expect(
            world.alerts().filter((alert) => shown(alert).includes(directory)),
            directory,
          ).toHaveLength(1);
        }
        const marks = world.everything().map(markOf);
        expect(new Set(marks).size, marks.join('\n')).toBe(marks.length);
      } finally {
        await world.close();
      }
    },
  );
});
