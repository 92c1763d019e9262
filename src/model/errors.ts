/** Codes for machines. Each stands for one situation with one remedy; messages may change, codes do not. */
export type ErrorCode =
  | 'bad-config'
  | 'not-configured'
  | 'bad-data'
  | 'bad-input'
  | 'store-busy'
  | 'store-corrupt'
  | 'store-failed'
  | 'address-in-use';

/** An error a person can act on: `message` is a sentence with the next action; the cause is kept for the log. */
export class UserError extends Error {
  readonly code: ErrorCode;

  /** @param message one or more sentences: what happened and what to do next; no secrets. */
  constructor(code: ErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'UserError';
    this.code = code;
  }
}

/** One fault in a file of `knowledge/` or `intents/`. */
export interface Fault {
  /** Path as shown to people, e.g. `intents/help.yaml`. */
  readonly file: string;
  /** Line in that file, from 1; 1 when the fault has no better place. */
  readonly line: number;
  /** What is wrong and what would be right. */
  readonly message: string;
}
