import type { Article } from '../../src/model/article.js';
import type { CheckResult } from '../../src/model/check.js';

/** A step that relies on checks, in the place where it happens. */
export type MadeStep = Partial<Article['steps'][number]>;

/** An article with these steps, whose neighbours are `near`, and whose cause these checks rule out. */
export function anArticle(
  id: string,
  steps: readonly MadeStep[],
  near: readonly string[] = [],
  ruledOutBy: readonly string[] = [],
): Article {
  return {
    id,
    version: 1,
    title: `The problem ${id}`,
    area: 'scim',
    products: ['okta'],
    cause: `The cause of ${id}.`,
    ...(ruledOutBy.length === 0 ? {} : { ruledOutBy: [...ruledOutBy] }),
    steps: steps.map((step, index) => ({ do: `Do ${index + 1}.`, place: 'okta', expect: 'It is right.', ...step })),
    tellsApart: near.map((from) => ({ from, by: `The error of ${from} differs.` })),
    source: { title: 'A blog', section: 'A section' },
    reviewed: '2026-11-24',
    body: '',
  };
}

/** What a check found. */
export function aResult(check: string, outcome: CheckResult['outcome'], more: Partial<CheckResult> = {}): CheckResult {
  const evidence = { system: 'okta', what: 'A setting', value: 'on', readAt: '2026-11-24T09:00:00.000Z' } as const;
  return {
    check,
    states: `${check} is right.`,
    outcome,
    said: `${check} says ${outcome}.`,
    shows: 'cause',
    evidence: outcome === 'unknown' ? [] : [{ ...evidence, call: 'GET /x', right: 'a.read', where: 'A → B' }],
    errors: [],
    ...more,
  };
}
