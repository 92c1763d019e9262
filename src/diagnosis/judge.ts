import type { Article, Step } from '../model/article.js';
import type { CheckResult, Outcome } from '../model/check.js';
import type { DiagnosedArticle, DiagnosedStep, Verdict } from '../model/diagnosis.js';

/** Results by the id of the check. */
export type Results = ReadonlyMap<string, CheckResult>;

/** Steps in these places only try the fix out; in the others lies what can be wrong. */
const tries: ReadonlySet<Step['place']> = new Set(['device', 'browser']);
const order: readonly DiagnosedStep['outcome'][] = ['fail', 'unknown', 'by-hand', 'pass'];

/** The page of an admin console where a step happens, if its address is known. */
export type LinkOf = (step: Step) => string | undefined;

/** Holds an article against what its checks found. Pure. */
export function judge(article: Article, results: Results, linkOf: LinkOf = () => undefined): DiagnosedArticle {
  const steps = article.steps.map((step, index) => ({
    ...judgeStep(step, index + 1, results),
    ...linked(linkOf(step)),
  }));
  const cause = steps
    .flatMap(({ results: found }) => found)
    .find((result) => result.outcome === 'fail' && result.shows === 'cause' && isOwn(result, article));
  const verdict = cause === undefined ? withoutCause(steps) : 'confirmed';
  return {
    article,
    verdict,
    isCauseRuledOut: verdict === 'ruled-out' || (verdict !== 'confirmed' && isRuledOutBy(article, results)),
    ...(cause === undefined ? {} : { cause }),
    steps: [...steps].sort((a, b) => rankOf(a, cause) - rankOf(b, cause) || a.number - b.number),
  };
}

/** The ids of other articles that failed checks of this one point at, the nearest first. */
export function pointsAt({ article, steps }: DiagnosedArticle): readonly string[] {
  const inOrder = [...steps].sort((a, b) => a.number - b.number);
  const found = inOrder.flatMap(({ results }) => results).filter(({ outcome }) => outcome === 'fail');
  const causesFirst = [...found].sort((a, b) => Number(a.shows === 'symptom') - Number(b.shows === 'symptom'));
  const ids = causesFirst.flatMap(({ articleId }) => articleId ?? []);
  return [...new Set(ids)].filter((id) => id !== article.id);
}

/** Whether all that could be looked at of an article is as it should be, and something was that can be its cause. */
export function isAllRight({ steps }: DiagnosedArticle): boolean {
  const results = steps.flatMap((step) => step.results);
  return results.some(({ shows }) => shows === 'cause') && results.every(({ outcome }) => outcome === 'pass');
}

function linked(link: string | undefined): Pick<DiagnosedStep, 'link'> {
  return link === undefined ? {} : { link };
}

function isOwn({ articleId }: CheckResult, { id }: Article): boolean {
  return articleId === undefined || articleId === id;
}

function judgeStep(step: Step, number: number, results: Results): DiagnosedStep {
  const found = (step.checks ?? []).flatMap((id) => results.get(id) ?? []);
  return { number, step, outcome: found.length === 0 ? 'by-hand' : together(found), results: found };
}

/** One that fails decides; one that did not see leaves it open. */
function together(results: readonly CheckResult[]): Outcome {
  const outcomes = new Set(results.map(({ outcome }) => outcome));
  if (outcomes.has('fail')) return 'fail';
  return outcomes.has('unknown') ? 'unknown' : 'pass';
}

/** Whether all checks that decide on the cause an article names were run, and pass. */
function isRuledOutBy({ ruledOutBy = [] }: Article, results: Results): boolean {
  return ruledOutBy.length > 0 && ruledOutBy.every((id) => results.get(id)?.outcome === 'pass');
}

/** Nothing is ruled out while something that can be the cause was not seen. */
function withoutCause(steps: readonly DiagnosedStep[]): Verdict {
  const causes = steps.flatMap(({ results }) => results).filter(({ shows }) => shows === 'cause');
  const isOpen = steps.some(
    ({ outcome, step }) =>
      outcome === 'fail' || outcome === 'unknown' || (outcome === 'by-hand' && !tries.has(step.place)),
  );
  return causes.length > 0 && !isOpen ? 'ruled-out' : 'could-not-check';
}

function rankOf({ outcome, results }: DiagnosedStep, cause: CheckResult | undefined): number {
  return cause !== undefined && results.includes(cause) ? -1 : order.indexOf(outcome);
}
