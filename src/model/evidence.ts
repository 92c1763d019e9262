import type { Product } from './system.js';
import type { TenantError, TenantErrorCode } from './tenant-error.js';

/** One fact read from a live system. */
export interface Evidence {
  readonly system: Product;
  /** What was read, in the console's words: "Issuer URI of the identity provider “Workspace ONE”". */
  readonly what: string;
  /** The value as the system gave it, as text for people. */
  readonly value: string;
  /** ISO 8601, UTC. */
  readonly readAt: string;
}

/** A system that could not be read, and what to do about it. */
export interface SystemProblem {
  readonly system: Product;
  readonly code: TenantErrorCode;
  readonly message: string;
  /** When a system that had too many requests answers again, ISO 8601; left out where it is not told. */
  readonly until?: string;
}

/**
 * `ok`: read, and nothing is wrong. `finding`: read, and something is wrong in the tenant. `partial`: some systems
 * could not be read. `unreadable`: none could.
 */
export type LookupStatus = 'ok' | 'finding' | 'partial' | 'unreadable';

/** What a lookup found: the part that every lookup has, and that `--json` prints under these names. */
export interface LookupResult {
  readonly status: LookupStatus;
  /** One line for people: what is wrong, or that nothing is. */
  readonly summary: string;
  readonly evidence: readonly Evidence[];
  readonly errors: readonly SystemProblem[];
}

/** The part of an error that people and scripts may see. */
export function problemOf({ system, code, message, until }: TenantError): SystemProblem {
  return { system, code, message, ...(until === undefined ? {} : { until: until.toISOString() }) };
}
