import type { Article, Step } from './article.js';
import type { CheckResult, Outcome } from './check.js';
import type { LookupResult } from './evidence.js';

/** A step of a fix, and what the live tenants say of it. `by-hand` where no check can tell. */
export interface DiagnosedStep {
  /** Its place in the article, from 1. */
  readonly number: number;
  readonly step: Step;
  /** The page of the admin console where its menu path begins; left out where no address is known. */
  readonly link?: string;
  readonly outcome: Outcome | 'by-hand';
  /** What its checks found; empty for `by-hand`. */
  readonly results: readonly CheckResult[];
}

/**
 * `confirmed`: the cause was seen in the live tenants. `ruled-out`: all that can cause it was seen, and is as it should
 * be. `could-not-check`: something that can cause it was not seen.
 */
export type Verdict = 'confirmed' | 'ruled-out' | 'could-not-check';

/** An article held against the live tenants. */
export interface DiagnosedArticle {
  readonly article: Article;
  readonly verdict: Verdict;
  /**
   * Whether the cause that the article names was seen not to be there. What else can bring about the problem may be open
   * all the same: then the verdict is `could-not-check`.
   */
  readonly isCauseRuledOut: boolean;
  /** What proves it, for `confirmed`. */
  readonly cause?: CheckResult;
  /** What is wrong first, then what was not seen, then what is right; each in the article's order. */
  readonly steps: readonly DiagnosedStep[];
}

/** An understanding held against the live tenants: the public fields of every lookup, and the articles. */
export interface Diagnosis extends LookupResult {
  readonly verdict: Verdict;
  /** Best first: a confirmed one, else the likeliest whose cause is not ruled out, else the likeliest. */
  readonly articles: readonly DiagnosedArticle[];
  /** How far the first article's steps are settled, and what else of it is open: whole sentences for people. */
  readonly left: readonly string[];
  /** What proved the cause the last time and passes now, where nothing else is proven. Its article then stands first. */
  readonly mended?: CheckResult;
  /** Whom it is about, for people; left out when it is about nobody in particular. */
  readonly subject?: string;
}
