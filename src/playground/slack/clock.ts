/** Time as the playground sees it: everything in it goes by one clock, so that tests and people can turn it. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Runs `task` once after `ms`; the returned function takes it back. */
  after(ms: number, task: () => void): () => void;
}

/** A clock that runs like the one under it and can be put forward, never back: what happened stays in the past. */
export interface MovableClock extends Clock {
  /** How far it is ahead of the clock under it, in milliseconds. */
  ahead(): number;
  /**
   * Lets `ms` pass at once, as for a machine that slept: what fell due meanwhile runs now, once and in its order. Throws
   * `RangeError` unless `ms` is a whole number from 0 on.
   */
  advance(ms: number): void;
}

/** The machine's clock. Its timers never keep the process alive. */
export const systemClock: Clock = {
  now: () => Date.now(),
  after: (ms, task) => {
    const timer = setTimeout(task, ms);
    timer.unref();
    return () => clearTimeout(timer);
  },
};

interface Timer {
  readonly due: number;
  readonly task: () => void;
  /** Takes the timer of the clock under it back. */
  disarm: () => void;
}

/** A movable clock that shows `base`'s time until it is put forward. */
export const createMovableClock = (base: Clock = systemClock): MovableClock => {
  let ahead = 0;
  const timers = new Set<Timer>();
  const now = (): number => base.now() + ahead;
  const run = (timer: Timer): void => {
    timer.disarm();
    // Whatever ran before may have taken it back.
    if (timers.delete(timer)) timer.task();
  };
  const arm = (timer: Timer): void => {
    timer.disarm();
    timer.disarm = base.after(Math.max(0, timer.due - now()), () => run(timer));
  };
  return {
    now,
    ahead: () => ahead,
    after(ms, task) {
      const timer: Timer = { due: now() + ms, task, disarm: () => undefined };
      timers.add(timer);
      arm(timer);
      return () => {
        timers.delete(timer);
        timer.disarm();
      };
    },
    advance(ms) {
      if (!Number.isSafeInteger(ms) || ms < 0) throw new RangeError('A clock is put forward by whole milliseconds.');
      ahead += ms;
      const due = [...timers].filter((timer) => timer.due <= now()).sort((one, other) => one.due - other.due);
      for (const timer of due) run(timer);
      // What is left has less to wait for than the clock under it believes.
      for (const timer of timers) arm(timer);
    },
  };
};
