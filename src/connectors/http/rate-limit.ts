import type { HttpAnswer } from './exchange.js';

/** How long to stay away, in milliseconds from now. `certain`: the system named the moment, rather than hinted at it. */
export interface Wait {
  readonly ms: number;
  readonly certain: boolean;
}

/**
 * How long an answer asks the caller to wait, by `Retry-After` or the rate-limit headers; undefined when it does not
 * ask. Moments are compared with the answer's own `Date`: this machine's clock may be minutes off.
 */
export function askedWait(answer: HttpAnswer, now: number): Wait | undefined {
  const serverNow = dateOf(answer.header('date')) ?? now;
  const after = retryAfter(answer.header('retry-after'), serverNow);
  if (after !== undefined) return { ms: after, certain: true };
  const limit = numberOf(either(answer, 'limit'));
  const remaining = numberOf(either(answer, 'remaining'));
  const reset = numberOf(either(answer, 'reset'));
  if (reset === undefined || remaining === undefined || remaining > 0) return undefined;
  // A limit of 0 is Okta's sign that too many calls ran at once: the reset is then the minute's end, a mere hint.
  return { ms: Math.max(0, reset * 1_000 - serverNow), certain: limit !== 0 };
}

/** Okta spells them x-rate-limit-…, UEM x-ratelimit-… */
function either(answer: HttpAnswer, name: string): string | undefined {
  return answer.header(`x-rate-limit-${name}`) ?? answer.header(`x-ratelimit-${name}`);
}

function retryAfter(value: string | undefined, now: number): number | undefined {
  const seconds = numberOf(value);
  if (seconds !== undefined) return seconds * 1_000;
  const date = dateOf(value);
  return date === undefined ? undefined : Math.max(0, date - now);
}

function numberOf(value: string | undefined): number | undefined {
  return value !== undefined && /^\d{1,12}$/.test(value.trim()) ? Number(value) : undefined;
}

function dateOf(value: string | undefined): number | undefined {
  // Date.parse takes nearly anything, -5 among it; HTTP's dates end in GMT.
  const ms = value?.endsWith('GMT') ? Date.parse(value) : Number.NaN;
  return Number.isNaN(ms) ? undefined : ms;
}

/** Remembers which parts of a system asked to be left alone, and until when. */
export class Holds {
  readonly #until = new Map<string, number>();

  /** Milliseconds that calls of this bucket have to wait from now; 0 for none. */
  remaining(bucket: string, now: number): number {
    const until = this.#until.get(bucket);
    if (until === undefined) return 0;
    if (until > now) return until - now;
    this.#until.delete(bucket);
    return 0;
  }

  /** Calls of this bucket wait that long from now. */
  hold(bucket: string, ms: number, now: number): void {
    this.#until.set(bucket, now + ms);
  }
}
