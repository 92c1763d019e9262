import type { HttpAnswer } from './exchange.js';

/** How long to stay away, in milliseconds from now. `certain`: the system named the moment, rather than hinted at it. */
export interface Wait {
  readonly ms: number;
  readonly certain: boolean;
}

/** What an answer says about the limit that its call counted against. */
export interface SaidLimit {
  readonly limit: number;
  readonly remaining: number;
  /** Seconds since 1970 by the system's clock: the same in all answers until the limit starts anew. */
  readonly reset: number;
  /** Milliseconds from now until then; 0 when it is over. */
  readonly resetsInMs: number;
}

/**
 * The rate-limit headers of an answer; undefined when they are not all there, and for a limit of 0: Okta's sign that too
 * many calls ran at once, with a reset that is a mere hint (“Rate limits”, Okta developer documentation).
 */
export function saidLimit(answer: HttpAnswer, now: number): SaidLimit | undefined {
  const { limit, remaining, reset } = headersOf(answer);
  if (limit === undefined || limit === 0 || remaining === undefined || reset === undefined) return undefined;
  return { limit, remaining, reset, resetsInMs: untilReset(answer, reset, now) };
}

/**
 * How long an answer asks the caller to wait, by `Retry-After` or the rate-limit headers; undefined when it does not
 * ask. Moments are compared with the answer's own `Date`: this machine's clock may be minutes off.
 */
export function askedWait(answer: HttpAnswer, now: number): Wait | undefined {
  const after = retryAfter(answer.header('retry-after'), serverNow(answer, now));
  if (after !== undefined) return { ms: after, certain: true };
  const { limit, remaining, reset } = headersOf(answer);
  if (reset === undefined || remaining === undefined || remaining > 0) return undefined;
  // A limit of 0 is Okta's sign that too many calls ran at once: the reset is then the minute's end, a mere hint.
  return { ms: untilReset(answer, reset, now), certain: limit !== 0 };
}

function untilReset(answer: HttpAnswer, reset: number, now: number): number {
  return Math.max(0, reset * 1_000 - serverNow(answer, now));
}

function serverNow(answer: HttpAnswer, now: number): number {
  return dateOf(answer.header('date')) ?? now;
}

/** Okta spells them x-rate-limit-…, UEM x-ratelimit-… */
function headersOf(answer: HttpAnswer) {
  const either = (name: string) =>
    numberOf(answer.header(`x-rate-limit-${name}`) ?? answer.header(`x-ratelimit-${name}`));
  return { limit: either('limit'), remaining: either('remaining'), reset: either('reset') };
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
