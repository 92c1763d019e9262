import type { Outcome } from '../model/check.js';
import type { Look } from './look.js';

/** What a check concludes from what it saw. */
export interface Verdict {
  readonly outcome: Outcome;
  readonly said: string;
  readonly articleId?: string;
  /** See `CheckResult`. */
  readonly isAhead?: true;
}

/** One statement about the live tenants that steps of articles rely on. */
export interface Check {
  /** The name of its file; articles name it. Never changed once published. */
  readonly id: string;
  /** What is so when it passes: a whole sentence in the consoles' words. */
  readonly states: string;
  /** `person` checks need to know whom; the others look at settings, or at what happened to everybody. */
  readonly about: 'tenant' | 'person';
  /** Whether its failure is a cause, or only shows that there is one. */
  readonly shows: 'cause' | 'symptom';
  /** Looks through `look` only. What stops it from seeing is thrown, and the door makes `unknown` of it. */
  run(look: Look): Promise<Verdict>;
}

/** It is as it should be. `said` is a sentence with what was seen. */
export function pass(said: string): Verdict {
  return { outcome: 'pass', said };
}

/** It is wrong. `articleId` is the article that mends it, where that can be another than the one that asked. */
export function fail(said: string, articleId?: string): Verdict {
  return { outcome: 'fail', said, ...(articleId === undefined ? {} : { articleId }) };
}

/** It works today and will be wrong soon. */
export function failSoon(said: string, articleId?: string): Verdict {
  return { ...fail(said, articleId), isAhead: true };
}

/** It cannot be told from what was seen. `said` says why, and where to look. */
export function unknown(said: string): Verdict {
  return { outcome: 'unknown', said };
}

/** Thrown where a part of a check cannot see what it needs, with the sentence that says why. */
export class NotSeen extends Error {
  override readonly name = 'NotSeen';
}
