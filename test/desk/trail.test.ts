import { beforeEach, describe, expect, it } from 'vitest';
import { createTrail, keptName, newestOf, type TrailEntry, trailMemoryMs } from '../../src/desk/trail.js';
import { UserError } from '../../src/model/errors.js';
import { openStore } from '../../src/state/index.js';
import type { Store } from '../../src/state/store.js';
import { fakeLog } from '../support/fake-log.js';
import { temporaryFolder } from '../support/temporary-folder.js';

let now: number;
let store: Store;
const log = fakeLog();
const happened = { by: 'U1', lookup: 'check', asked: 'ann', channel: 'C1', outcome: 'finding' } as const;
const entry = (at: string, more: Partial<TrailEntry> = {}): TrailEntry => ({ ...happened, at, ...more });

beforeEach(async () => {
  now = Date.parse('2026-03-02T08:00:00.000Z');
  store = await openStore({ dataDir: await temporaryFolder(), clock: () => now, log });
  return () => store.close();
});

describe('the trail', () => {
  it('keeps who, what, about whom, where, when and how it ended, newest first', async () => {
    const trail = createTrail({ store, now: () => now, log });
    await trail.record({ ...happened, person: 'Ann Ace (ann@acme.example)' });
    now += 1_000;
    await trail.record({ by: 'U2', lookup: 'token', channel: 'D2', outcome: 'ok' });
    expect(await trail.newest(10)).toEqual({
      entries: [
        { by: 'U2', lookup: 'token', channel: 'D2', outcome: 'ok', at: '2026-03-02T08:00:01.000Z' },
        { ...happened, person: 'Ann Ace (ann@acme.example)', at: '2026-03-02T08:00:00.000Z' },
      ],
      more: 0,
    });
  });

  it('loses no entry of the same millisecond', async () => {
    const trail = createTrail({ store, now: () => now, log });
    await Promise.all(Array.from({ length: 50 }, () => trail.record(happened)));
    expect(await trail.newest(20)).toMatchObject({ entries: { length: 20 }, more: 30 });
  });

  it('forgets after 90 days', async () => {
    const trail = createTrail({ store, now: () => now, log, others: async () => [entry('2026-03-02T08:00:00.000Z')] });
    await trail.record(happened);
    now += trailMemoryMs;
    expect(await trail.newest(10)).toEqual({ entries: [], more: 0 });
  });

  it('mixes in what was asked from a shell, by time', async () => {
    const shell = [entry('2026-03-02T07:59:00.000Z', { by: 'irma' }), entry('2026-03-02T08:00:30.000Z', { by: 'kim' })];
    const trail = createTrail({ store, now: () => now, log, others: async () => shell });
    await trail.record(happened);
    expect((await trail.newest(10)).entries.map(({ by }) => by)).toEqual(['kim', 'U1', 'irma']);
  });

  it('that cannot be written goes into the log, and the lookup goes on', async () => {
    const lines = fakeLog();
    const full: Store = {
      ...store,
      put: async () => {
        throw new UserError('store-failed', 'The disk is full.');
      },
    };
    await createTrail({ store: full, now: () => now, log: lines }).record(happened);
    expect(lines.lines).toMatchObject([{ level: 'error', fields: { entry: { by: 'U1', asked: 'ann' } } }]);
  });
});

it('keeps names short, on one line and without secrets', () => {
  expect(keptName('ann@acme.example')).toBe('ann@acme.example');
  expect(keptName('x'.repeat(5_000))).toHaveLength(200);
  expect(keptName('password: hunter22\nann')).not.toContain('hunter22');
  expect(keptName('a\n\n b')).toBe('a b');
});

it('shows the newest of any order', () => {
  const entries = [
    entry('2026-03-01T00:00:00.000Z'),
    entry('2026-03-02T00:00:00.000Z'),
    entry('2026-02-28T00:00:00.000Z'),
  ];
  expect(newestOf(entries, 2, Date.parse('2026-03-02T08:00:00.000Z'))).toEqual({
    entries: [entry('2026-03-02T00:00:00.000Z'), entry('2026-03-01T00:00:00.000Z')],
    more: 1,
  });
});
