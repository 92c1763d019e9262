import type { Json } from './objects.js';

/** What Slack answers to a call it refuses: `{ ok: false, error, … }`. */
export class SlackError extends Error {
  /** Slack's own word for it, e.g. `channel_not_found`. */
  readonly code: string;
  /** Further fields of the answer, e.g. `response_metadata`. */
  readonly details: Json;
  /** Seconds to wait, for `ratelimited` only; it makes the answer an HTTP 429. */
  readonly retryAfter: number | undefined;

  constructor(code: string, details: Json = {}, retryAfter?: number) {
    super(code);
    this.name = 'SlackError';
    this.code = code;
    this.details = details;
    this.retryAfter = retryAfter;
  }
}

/** A refusal that names the places at fault, in both of the fields Slack uses for them. */
export const faultsAs = (code: string, faults: readonly string[]): SlackError =>
  new SlackError(code, {
    errors: [...faults],
    response_metadata: { messages: faults.map((fault) => `[ERROR] ${fault}`) },
  });
