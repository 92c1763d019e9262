import type { Log } from '../model/log.js';
import type { AlertEngine, RoundOptions } from './engine.js';

/** Time for the schedule: a moment, and something done later that can be taken back. */
export interface Timer {
  now(): number;
  after(ms: number, task: () => void): () => void;
}

/** Alerts that run by themselves. */
export interface Schedule {
  /** Runs a round at once, or as soon as the one under way has ended; with `everything` all rules look. */
  soon(options?: RoundOptions): void;
  /** Ends the round under way and starts no other. */
  stop(): Promise<void>;
}

/** Runs a round now and then every `pollMs`; in between, first messages go out as soon as their wait is over. */
export function startSchedule(
  engine: Pick<AlertEngine, 'round' | 'deliver' | 'nextDue'>,
  { pollMs, timer, log }: { readonly pollMs: number; readonly timer: Timer; readonly log: Log },
): Schedule {
  let isStopped = false;
  let running: Promise<void> | undefined;
  /** How the round is to be that was asked for while one was under way. */
  let wanted: RoundOptions | undefined;
  let cancel = () => {};

  function later(ms: number, work: () => void): void {
    cancel = timer.after(Math.max(0, ms), work);
  }

  function run(work: () => Promise<void>): void {
    if (isStopped || running !== undefined) return;
    cancel();
    running = work()
      .catch((err: unknown) => log.error('A round of the alerts failed; the next one tries again', { err }))
      .then(() => {
        running = undefined;
        if (isStopped) return;
        if (wanted === undefined) planNext();
        else startRound(wanted);
      });
  }

  let lastRound = Number.NEGATIVE_INFINITY;
  function startRound(options: RoundOptions = {}): void {
    if (running !== undefined) {
      wanted = {
        everything: options.everything === true || wanted?.everything === true,
        afresh: options.afresh === true || wanted?.afresh === true,
      };
      return;
    }
    wanted = undefined;
    lastRound = timer.now();
    run(() => engine.round(options));
  }

  function planNext(): void {
    const due = engine.nextDue();
    const round = lastRound + pollMs;
    if (due !== undefined && due < round) later(due - timer.now(), () => run(engine.deliver));
    else later(round - timer.now(), () => startRound());
  }

  startRound();
  return {
    soon: startRound,
    async stop() {
      isStopped = true;
      cancel();
      await running;
    },
  };
}
