import type { CheckResult } from '../model/check.js';
import type { DiagnosedArticle, Diagnosis } from '../model/diagnosis.js';
import type { LookupStatus, SystemProblem } from '../model/evidence.js';
import { leftOf } from './left.js';
import { rank } from './rank.js';

/** What is known besides the articles. */
export interface Circumstances {
  readonly subject?: string | undefined;
  /** What was proven the last time: the article, and the check that failed. */
  readonly before?: { readonly article: string; readonly check: string } | undefined;
  /** The article that somebody asked for itself: it stands first, whatever else is proven. */
  readonly wanted?: string | undefined;
}

/** Puts the public fields around articles held against the tenants, the likeliest first. One article at least. */
export function conclude(
  judged: readonly DiagnosedArticle[],
  { subject, before, wanted }: Circumstances = {},
): Diagnosis {
  const ranked = rank(judged);
  const results = resultsOf(ranked);
  const likeliest = withFirst(ranked, wanted);
  const isProven = likeliest[0]?.verdict === 'confirmed';
  const mended = isProven
    ? undefined
    : results.find(({ check, outcome }) => check === before?.check && outcome === 'pass');
  const articles = isProven || wanted !== undefined ? likeliest : withFirst(ranked, before?.article);
  const [first] = articles;
  if (first === undefined) throw new TypeError('A diagnosis needs an article.');
  return {
    status: statusOf(results),
    summary: mended === undefined ? summaryOf(first) : `Mended: ${mended.said}`,
    evidence: results.flatMap(({ evidence }) => evidence),
    errors: problemsOf(results),
    verdict: first.verdict,
    articles,
    left: leftOf(first, { isMended: mended !== undefined }),
    ...(mended === undefined ? {} : { mended }),
    ...(subject === undefined ? {} : { subject }),
  };
}

/** Whoever asked for an article, or mended something, wants to see that one, and not the next likely one. */
function withFirst(articles: readonly DiagnosedArticle[], id: string | undefined): readonly DiagnosedArticle[] {
  const isFirst = ({ article }: DiagnosedArticle) => article.id === id;
  return [...articles.filter(isFirst), ...articles.filter((one) => !isFirst(one))];
}

/** Everything that was checked, each check once. */
export function resultsOf(articles: readonly DiagnosedArticle[]): readonly CheckResult[] {
  const all = articles.flatMap(({ steps }) => steps.flatMap(({ results }) => results));
  return [...new Map(all.map((result) => [result.check, result])).values()];
}

/** Each problem once. */
export function problemsOf(results: readonly CheckResult[]): readonly SystemProblem[] {
  const all = results.flatMap(({ errors }) => errors);
  return [...new Map(all.map((one) => [`${one.system} ${one.code} ${one.message}`, one])).values()];
}

/** A finding stays one when something else could not be read; what an installation does not have is no failure. */
export function statusOf(results: readonly CheckResult[]): LookupStatus {
  if (results.some(({ outcome }) => outcome === 'fail')) return 'finding';
  const problems = problemsOf(results).filter(({ code }) => code !== 'not-configured' && code !== 'not-found');
  if (results.length > 0 && results.every(({ evidence }) => evidence.length === 0)) return 'unreadable';
  return problems.length > 0 ? 'partial' : 'ok';
}

/** The verdict in one line, in the words that every surface begins with; for a proven cause what proves it. */
function summaryOf(first: DiagnosedArticle): string {
  const { verdict, cause, article } = first;
  if (verdict === 'confirmed' && cause !== undefined) return cause.said;
  return `${usualCauseIs(first)}: ${article.cause}`;
}

/** What stands before the usual cause of an article that is not proven: what is so, for a cause alone reads as found. */
export function usualCauseIs({ isCauseRuledOut }: Pick<DiagnosedArticle, 'isCauseRuledOut'>): string {
  return isCauseRuledOut ? 'Not the usual cause here' : 'Not proven here. Usual cause';
}
