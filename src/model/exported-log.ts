import type { Product } from './system.js';

/**
 * What failed in an exported log, told once however often it happened. Texts are bounded, on one line, and only `logins`
 * names anybody.
 */
export interface ExportedFailure {
  readonly system: Product;
  /** What was tried: `User login to Okta`, `LAUNCH_ERROR → OKTA`. */
  readonly what: string;
  /** Why it failed, as the system says it; empty when it does not say. */
  readonly reason: string;
  /** How many events say so. */
  readonly times: number;
  /** How many people they are about, as far as the events tell them apart. */
  readonly people: number;
  /** How the events name them, to look them up; the first few, each once. Only for whoever gave the log. */
  readonly logins: readonly string[];
  /** When it happened last, ISO 8601, UTC; left out where no event has a readable date. */
  readonly lastAt?: string;
  /** The article that mends it, where one is known. */
  readonly articleId?: string;
  /** The articles of which it is one, where its error text does not tell which; then `articleId` is left out. */
  readonly between?: readonly string[];
}

/** What was read, field by field, in JSON that is Okta's System Log or the audit of Workspace ONE Access. */
export interface ExportedLog {
  /** Whose events there are; at least one. */
  readonly systems: readonly Product[];
  readonly events: number;
  /** Entries beside them that are no such event. */
  readonly unreadable: number;
  /** First and last event, ISO 8601, UTC; left out where no event has a readable date. */
  readonly from?: string;
  readonly to?: string;
  /** Those with an article first, then the most frequent. */
  readonly failures: readonly ExportedFailure[];
}
