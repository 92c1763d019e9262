import { setTimeout } from 'node:timers/promises';

/** Long enough for what the tenants usually take, short enough that nobody types the command again. */
const patienceMs = 3_000;

/** Resolves after so many milliseconds; rejects when the signal aborts. */
export type Pause = (ms: number, signal: AbortSignal) => Promise<unknown>;

/** The time itself. */
export const realPause: Pause = (ms, signal) => setTimeout(ms, undefined, { signal });

/** What is said to somebody who waits for the tenants, as mrkdwn. */
export const stillAsking = ':eyes: Still asking the live systems; one of them is slow.';

/**
 * What `work` gives. When it takes long, `say` is called once in the meantime, and ends before the result is handed on,
 * so that the two stand in order.
 */
export async function whileWaiting<T>(work: Promise<T>, pause: Pause, say: () => Promise<unknown>): Promise<T> {
  const patience = new AbortController();
  const said = pause(patienceMs, patience.signal).then(
    // A note that fails must not cost the result.
    () => say().catch(() => undefined),
    // The work was faster.
    () => undefined,
  );
  try {
    return await work;
  } finally {
    patience.abort();
    await said;
  }
}
