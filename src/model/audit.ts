import type { CheckResult, Outcome } from './check.js';
import type { LookupResult } from './evidence.js';

/** How many checks ended in which way. */
export type Counts = Readonly<Record<Outcome, number>>;

/** Every check that looks at no person, run at one moment. */
export interface Audit extends LookupResult {
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly counts: Counts;
  /** Of what was seen, how much is as it should be: 0 to 100, whole; undefined when a system could not be read. */
  readonly score: number | undefined;
  /** What is wrong first, then what was not seen, then what is right. */
  readonly results: readonly CheckResult[];
  /** What is otherwise than at the run before; left out when there was none. */
  readonly change?: AuditChange;
}

/** One check that ends otherwise than at the run before. `before` is left out for a check that was not there. */
export interface Turn {
  readonly check: string;
  readonly states: string;
  readonly before?: Outcome;
  readonly now: Outcome;
  readonly said: string;
}

/** One run compared with an earlier one. */
export interface AuditChange {
  /** When the earlier one ran, ISO 8601. */
  readonly since: string;
  readonly turns: readonly Turn[];
}
