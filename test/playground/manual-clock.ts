import type { Clock } from '../../src/playground/slack/index.js';

/** A clock that stands still until it is told to go on. */
export interface ManualClock extends Clock {
  /** Lets `ms` pass and runs what falls due, in order. */
  advance(ms: number): void;
  /** How many timers are waiting. */
  pending(): number;
}

/** Starts at `start`, by default a moment in 2026. */
export const createManualClock = (start = Date.UTC(2026, 10, 24, 9)): ManualClock => {
  let now = start;
  let timers: readonly { readonly due: number; readonly task: () => void }[] = [];
  return {
    now: () => now,
    pending: () => timers.length,
    after(ms, task) {
      const timer = { due: now + ms, task };
      timers = [...timers, timer];
      return () => {
        timers = timers.filter((each) => each !== timer);
      };
    },
    advance(ms) {
      const end = now + ms;
      for (;;) {
        const [next] = timers.filter((timer) => timer.due <= end).sort((one, other) => one.due - other.due);
        if (next === undefined) break;
        timers = timers.filter((timer) => timer !== next);
        now = Math.max(now, next.due);
        next.task();
      }
      now = end;
    },
  };
};
