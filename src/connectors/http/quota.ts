import type { HttpAnswer } from './exchange.js';
import { saidLimit } from './rate-limit.js';

/** What is left of one of a system's rate limits, as its last answer said. Others use the same limits up too. */
export interface Quota {
  /**
   * Which calls count against it: `logs`, `users`, `users/*` …; `all` where a system has one limit for everything.
   * Several kinds may share one limit of the system's; each then says what its own last answer said.
   */
  readonly bucket: string;
  /** Calls from one reset to the next; never 0. */
  readonly limit: number;
  readonly remaining: number;
  /** When `remaining` is `limit` again, by this machine's clock. */
  readonly resetsAt: Date;
}

interface Held extends Quota {
  /** As the system said it: tells one window of the limit from the next. */
  readonly reset: number;
}

/** Remembers what a system's answers say about its rate limits. */
export class Quotas {
  readonly #held = new Map<string, Held>();

  /** Takes note of an answer to a call of that bucket. An answer that says nothing changes nothing. */
  hear(bucket: string, answer: HttpAnswer, now: number): void {
    const said = saidLimit(answer, now);
    if (said === undefined) return;
    const { limit, reset } = said;
    const held = this.#held.get(bucket);
    // Answers overtake each other: within one window the lowest is the latest.
    const isSameWindow = held?.reset === reset && held.limit === limit;
    const remaining = isSameWindow ? Math.min(held.remaining, said.remaining) : said.remaining;
    this.#held.set(bucket, { bucket, limit, remaining, reset, resetsAt: new Date(now + said.resetsInMs) });
  }

  /** What was said last of every bucket; what has been reset since is not known and left out. */
  left(now: number): Quota[] {
    for (const [bucket, { resetsAt }] of this.#held) if (resetsAt.getTime() <= now) this.#held.delete(bucket);
    return [...this.#held.values()].map(({ reset: _, ...quota }) => quota);
  }
}
