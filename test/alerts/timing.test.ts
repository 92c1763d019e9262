import { describe, expect, it } from 'vitest';
import { createBudget } from '../../src/alerts/budget.js';
import { startSchedule } from '../../src/alerts/schedule.js';
import { dayOf, isQuiet, minuteOfDay } from '../../src/alerts/settings.js';
import { minute, start } from './support/findings.js';

describe('quiet hours', () => {
  const berlin = { from: 22 * 60, to: 7 * 60, zone: 'Europe/Berlin' };

  it('go by the channel’s own time zone, and span midnight', () => {
    const at = (hours: number) => Date.UTC(2026, 8, 3, hours);
    expect([19, 20, 23, 4, 5].map((hours) => isQuiet({ '*': berlin }, 'C1', at(hours)))).toEqual([
      false,
      true,
      true,
      true,
      false,
    ]);
  });

  it('of a channel win over those of all', () => {
    const never = { from: 0, to: 0, zone: 'UTC' };
    expect(isQuiet({ '*': berlin, C1: never }, 'C1', Date.UTC(2026, 8, 3, 23))).toBe(false);
    expect(isQuiet({}, 'C1', start)).toBe(false);
  });

  it('know the day and the minute where the people are', () => {
    const lateInLondon = Date.UTC(2026, 11, 31, 23, 30);
    expect(minuteOfDay(lateInLondon, 'Asia/Tokyo')).toBe(8 * 60 + 30);
    expect(dayOf(lateInLondon, 'Asia/Tokyo')).toBe('2027-01-01');
    expect(minuteOfDay(Date.UTC(2026, 8, 3), 'UTC')).toBe(0);
  });
});

describe('the budget of calls', () => {
  it('allows a minute’s worth at once, then only what the minute refills', () => {
    let now = start;
    const budget = createBudget({ okta: 6, access: 1, uem: 1 }, () => now);
    const taken = () => Array.from({ length: 10 }, () => budget.take('okta', 'rule')).filter(Boolean).length;
    expect(taken()).toBe(6);
    now += 20_000;
    expect(taken()).toBe(2);
    now += 60 * minute;
    expect(taken()).toBe(6);
    expect(budget.take('access', 'rule')).toBe(true);
  });

  it('leaves half to the rules, however long a feed is; where there is one call, whoever comes first has it', () => {
    const budget = createBudget({ okta: 7, access: 1, uem: 1 }, () => start);
    const taken = (by: 'feed' | 'rule') =>
      Array.from({ length: 10 }, () => budget.take('okta', by)).filter(Boolean).length;
    expect([taken('feed'), taken('rule')]).toEqual([4, 3]);
    expect(budget.take('access', 'feed')).toBe(true);
  });
});

/** Time that passes when told to. */
function turnedByHand() {
  let now = start;
  const waiting = new Set<{ readonly at: number; readonly task: () => void }>();
  return {
    now: () => now,
    after(ms: number, task: () => void) {
      const entry = { at: now + ms, task };
      waiting.add(entry);
      return () => void waiting.delete(entry);
    },
    async pass(ms: number) {
      now += ms;
      for (const entry of [...waiting].filter(({ at }) => at <= now)) {
        waiting.delete(entry);
        entry.task();
      }
      for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
    },
  };
}

function scheduled(engine: { due?: () => number | undefined; round?: () => Promise<void> } = {}) {
  const did: string[] = [];
  const timer = turnedByHand();
  const logged: string[] = [];
  const log = { debug() {}, info() {}, warn() {}, error: (message: string) => void logged.push(message) };
  const schedule = startSchedule(
    {
      async round({ everything = false } = {}) {
        did.push(everything ? 'round of everything' : 'round');
        await engine.round?.();
      },
      async deliver() {
        did.push('deliver');
      },
      nextDue: () => engine.due?.(),
    },
    { pollMs: minute, timer, log },
  );
  return { did, timer, schedule, logged };
}

describe('the schedule', () => {
  it('looks at once and then every interval', async () => {
    const { did, timer } = scheduled();
    await timer.pass(0);
    await timer.pass(minute - 1);
    expect(did).toEqual(['round']);
    await timer.pass(1);
    await timer.pass(minute);
    expect(did).toEqual(['round', 'round', 'round']);
  });

  it('tells in between when a wait is over, and looks no later for it', async () => {
    let due: number | undefined = start + 20_000;
    const { did, timer } = scheduled({ due: () => due });
    await timer.pass(0);
    due = start + 20_000;
    await timer.pass(19_999);
    expect(did).toEqual(['round']);
    const passing = timer.pass(1);
    due = undefined;
    await passing;
    expect(did).toEqual(['round', 'deliver']);
    await timer.pass(40_000);
    expect(did).toEqual(['round', 'deliver', 'round']);
  });

  it('never runs two rounds at once: one asked for meanwhile comes after', async () => {
    let finish = () => {};
    const first = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const { did, timer, schedule } = scheduled({ round: () => first });
    await timer.pass(0);
    schedule.soon();
    schedule.soon({ everything: true });
    schedule.soon();
    await timer.pass(0);
    expect(did).toEqual(['round']);
    finish();
    await timer.pass(0);
    expect(did).toEqual(['round', 'round of everything']);
  });

  it('goes on after a round that failed', async () => {
    const { did, timer, logged } = scheduled({ round: () => Promise.reject(new Error('disk full')) });
    await timer.pass(0);
    await timer.pass(minute);
    expect(did).toEqual(['round', 'round']);
    expect(logged).toHaveLength(2);
  });

  it('does nothing more once it is stopped', async () => {
    const { did, timer, schedule } = scheduled();
    await timer.pass(0);
    await schedule.stop();
    schedule.soon();
    await timer.pass(10 * minute);
    expect(did).toEqual(['round']);
  });
});
