import type { Product } from './system.js';

/** What stood in the way of reading a live system. Each code has one remedy; messages may change, codes do not. */
export type TenantErrorCode =
  | 'not-configured'
  | 'unauthorised'
  | 'forbidden'
  | 'rate-limited'
  | 'timed-out'
  | 'unreachable'
  | 'unexpected-answer'
  /** A place in an endless list is not known any more: read from a moment on. The system itself can be read. */
  | 'cursor-refused'
  | 'not-found';

/** What some codes add: `forbidden` the scopes or roles to grant, `rate-limited` when the system answers again. */
export interface TenantErrorDetails {
  /** Names of scopes, roles or rights as the system's console shows them; all that are needed, not the first. */
  readonly missing?: readonly string[];
  readonly until?: Date;
  /** For the log: never holds a credential or an address with a login in it. */
  readonly cause?: unknown;
}

/** A live system could not be read. `message` is one sentence that tells the helpdesk what to do; no secrets in it. */
export class TenantError extends Error {
  readonly system: Product;
  readonly code: TenantErrorCode;
  readonly missing: readonly string[];
  readonly until: Date | undefined;

  constructor(system: Product, code: TenantErrorCode, message: string, details: TenantErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = 'TenantError';
    this.system = system;
    this.code = code;
    this.missing = details.missing ?? [];
    this.until = details.until;
  }
}
