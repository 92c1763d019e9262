import type { Evidence, SystemProblem } from './evidence.js';
import type { PersonChoice } from './lookup.js';

/**
 * What a check says of the live tenants. `unknown` whenever it did not see: a missing right, a field that was not sent,
 * a list that was not read to its end, a system that is silent.
 */
export type Outcome = 'pass' | 'fail' | 'unknown';

/** One fact that a check rests on, with how it was come by. Never holds a secret. */
export interface CheckEvidence extends Evidence {
  /** The call that read it: `GET /api/v1/idps`. */
  readonly call: string;
  /** The right that the call needs: a scope of Okta, a role elsewhere. */
  readonly right: string;
  /** The menu path where a person sees the same, labels as in the console. */
  readonly where: string;
}

/** What one check found. */
export interface CheckResult {
  /** The id of the check. */
  readonly check: string;
  /** What is so when it passes: one sentence. */
  readonly states: string;
  readonly outcome: Outcome;
  /** What was seen, or why nothing was: one sentence. */
  readonly said: string;
  /** A symptom shows that something is wrong, not what: a cause stands before it. */
  readonly shows: 'cause' | 'symptom';
  /** Set where it fails only later: it explains nothing that fails today. */
  readonly isAhead?: true;
  /** The article that mends it when it fails, where that is not the one that asked. */
  readonly articleId?: string;
  readonly evidence: readonly CheckEvidence[];
  /** The systems that stood in the way. */
  readonly errors: readonly SystemProblem[];
}

/** How checks are to be run. */
export interface CheckOptions {
  /** E-mail, login or short name of the person it is about. */
  readonly who?: string;
  /** Somebody was named who may not come in, since others read along: then nobody need be asked to name one. */
  readonly isPersonHeldBack?: boolean;
  /** How old a reading may be, milliseconds. */
  readonly maxAgeMs: number;
  /** Told how many checks there are, before the first of them ends. */
  readonly onStart?: (all: number) => void;
  /** Told of each result as it comes. */
  readonly onResult?: (result: CheckResult) => void;
}

/** What a run gave: the results in the order of the checks, or the people among whom to choose. */
export type CheckRun =
  | { readonly kind: 'ran'; readonly results: readonly CheckResult[] }
  | { readonly kind: 'several'; readonly choices: readonly PersonChoice[] };
