import { describe, expect, it } from 'vitest';
import { createMovableClock } from '../../src/playground/slack/index.js';
import { createManualClock } from './manual-clock.js';

const hour = 3_600_000;

const clocks = () => {
  const base = createManualClock();
  const start = base.now();
  const clock = createMovableClock(base);
  return { base, clock, passed: () => clock.now() - start };
};

describe('the movable clock', () => {
  it('runs like the clock under it, and stays ahead by what it was put forward', () => {
    const { base, clock, passed } = clocks();
    base.advance(hour);
    expect(passed()).toBe(hour);
    clock.advance(24 * hour);
    expect(passed()).toBe(25 * hour);
    base.advance(hour);
    expect(passed()).toBe(26 * hour);
    expect(clock.ahead()).toBe(24 * hour);
  });

  it('runs what fell due meanwhile, in order, and what repeats itself only once', () => {
    const { clock, passed } = clocks();
    const ran: [string, number][] = [];
    const repeat = (): void => {
      ran.push(['every minute', passed()]);
      clock.after(60_000, repeat);
    };
    clock.after(3 * hour, () => ran.push(['once', passed()]));
    clock.after(60_000, repeat);
    clock.after(30 * hour, () => ran.push(['later', passed()]));
    clock.advance(24 * hour);
    expect(ran).toEqual([
      ['every minute', 24 * hour],
      ['once', 24 * hour],
    ]);
  });

  it('waits in real time only for what is left', () => {
    const { base, clock } = clocks();
    let ran = 0;
    clock.after(10 * hour, () => {
      ran += 1;
    });
    clock.advance(9 * hour);
    base.advance(hour - 1);
    expect(ran).toBe(0);
    base.advance(1);
    expect(ran).toBe(1);
    clock.advance(100 * hour);
    base.advance(100 * hour);
    expect(ran).toBe(1);
  });

  it('runs nothing that was taken back, also by what ran before it', () => {
    const { base, clock } = clocks();
    const ran: string[] = [];
    const takeBack = clock.after(2 * hour, () => ran.push('second'));
    clock.after(hour, () => {
      ran.push('first');
      takeBack();
    });
    clock.after(hour, () => ran.push('gone'))();
    clock.advance(3 * hour);
    base.advance(3 * hour);
    expect(ran).toEqual(['first']);
    expect(base.pending()).toBe(0);
  });

  it.each([-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY])('is not put forward by %s', (ms) => {
    const { clock, passed } = clocks();
    expect(() => clock.advance(ms)).toThrow(RangeError);
    expect(passed()).toBe(0);
  });
});
