import { setTimeout } from 'node:timers/promises';
import { webApi } from '@slack/bolt';

/** Slack says how long to wait; for longer than this nobody waits, as the next round tries again anyway. */
const longestWaitMs = 20_000;
const mostTries = 4;

/** Resolves after so many milliseconds. */
export type Wait = (ms: number) => Promise<unknown>;

/** The time itself. */
export const realWait: Wait = (ms) => setTimeout(ms);

/**
 * What a call gives, made again when Slack wanted a moment between two of them: a call refused for that was not carried
 * out. Anything else is passed on, above all a lost answer: a post behind it may be there.
 */
export async function patiently<Result>(call: () => Promise<Result>, wait: Wait): Promise<Result> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await call();
    } catch (error) {
      const ms = error instanceof webApi.WebAPIRateLimitedError ? error.retryAfter * 1_000 : Number.POSITIVE_INFINITY;
      if (ms > longestWaitMs || tries >= mostTries) throw error;
      await wait(ms);
    }
  }
}
