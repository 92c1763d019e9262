import type { Audit, AuditChange, Counts } from '../model/audit.js';
import type { CheckResult, Outcome } from '../model/check.js';
import type { SystemProblem } from '../model/evidence.js';
import { type Product, productNames } from '../model/system.js';
import { problemsOf, statusOf } from './conclude.js';

/** What is kept of an audit to compare the next one with. */
export interface EarlierAudit {
  /** ISO 8601. */
  readonly at: string;
  readonly results: readonly { readonly check: string; readonly outcome: Outcome }[];
}

const order: readonly Outcome[] = ['fail', 'unknown', 'pass'];

/** Makes an audit of what all checks found. `at` is ISO 8601. Pure. */
export function auditOf(results: readonly CheckResult[], at: string, earlier?: EarlierAudit): Audit {
  const counts = countsOf(results);
  const seen = counts.pass + counts.fail;
  const status = statusOf(results);
  const unread = silentSystems(results);
  // Half of a set-up has no score: what is out of sight may be what is wrong.
  const score = seen === 0 || unread.length > 0 ? undefined : Math.floor((100 * counts.pass) / seen);
  return {
    status,
    summary: summaryOf(counts, score, unread),
    at,
    counts,
    score,
    results: [...results].sort((a, b) => order.indexOf(a.outcome) - order.indexOf(b.outcome)),
    evidence: results.flatMap(({ evidence }) => evidence),
    errors: problemsOf(results),
    ...(earlier === undefined ? {} : { change: changeSince(earlier, results) }),
  };
}

/** What ends otherwise than it did; what got worse first. */
function changeSince({ at, results: before }: EarlierAudit, results: readonly CheckResult[]): AuditChange {
  const known = new Map(before.map(({ check, outcome }) => [check, outcome]));
  const turns = results
    .filter(({ check, outcome }) => known.get(check) !== outcome)
    .map(({ check, states, outcome, said }) => {
      const was = known.get(check);
      return { check, states, now: outcome, said, ...(was === undefined ? {} : { before: was }) };
    })
    .sort((a, b) => order.indexOf(a.now) - order.indexOf(b.now));
  return { since: at, turns };
}

function countsOf(results: readonly CheckResult[]): Counts {
  const count = (outcome: Outcome) => results.filter((result) => result.outcome === outcome).length;
  return { pass: count('pass'), fail: count('fail'), unknown: count('unknown') };
}

const silences: ReadonlySet<SystemProblem['code']> = new Set([
  'unauthorised',
  'unreachable',
  'timed-out',
  'rate-limited',
] as const);

/** Systems that said nothing; one that only keeps something back for want of a right is none of them. */
function silentSystems(results: readonly CheckResult[]): readonly Product[] {
  const problems = problemsOf(results).filter(({ code }) => silences.has(code));
  return [...new Set(problems.map(({ system }) => system))];
}

/** Rounded down: a hundred means that all of it is right. */
function summaryOf({ pass, fail, unknown }: Counts, score: number | undefined, unread: readonly Product[]): string {
  const seen = pass + fail;
  if (seen === 0) return `Nothing could be seen: none of ${unknown} checks could tell.`;
  const wrong =
    fail === 0
      ? `All ${pass} that were seen are as they should be.`
      : `${fail} of ${seen} ${fail === 1 ? 'is' : 'are'} wrong.`;
  if (unread.length > 0) {
    const names = unread.map((system) => productNames[system]).join(' and ');
    return `No score: ${names} could not be read. ${seen} of ${seen + unknown} checks could see. ${wrong}`;
  }
  const open = unknown === 0 ? '' : ` ${unknown} could not be seen.`;
  return `${wrong}${open} Score: ${score} of 100.`;
}
