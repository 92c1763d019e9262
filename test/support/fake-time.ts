import type { Time } from '../../src/connectors/http/surroundings.js';

/** Time that passes only when somebody sleeps or the test says so. */
export interface FakeTime extends Time {
  /** Every sleep asked for, in milliseconds. */
  readonly slept: readonly number[];
  pass(ms: number): void;
  /** Ends every deadline given out so far. */
  expire(): void;
}

/** Starts at a moment; whole seconds, as HTTP dates have them. */
export function fakeTime(start = Date.UTC(2026, 8, 1, 10, 0, 0)): FakeTime {
  let now = start;
  const slept: number[] = [];
  let deadlines: AbortController[] = [];
  return {
    slept,
    now: () => now,
    pass(ms) {
      now += ms;
    },
    async sleep(ms) {
      slept.push(ms);
      now += ms;
    },
    deadline() {
      const controller = new AbortController();
      deadlines.push(controller);
      return controller.signal;
    },
    expire() {
      for (const deadline of deadlines) deadline.abort();
      deadlines = [];
    },
  };
}
