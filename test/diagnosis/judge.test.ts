import { describe, expect, it } from 'vitest';
import { judge, pointsAt } from '../../src/diagnosis/index.js';
import type { CheckResult } from '../../src/model/check.js';
import { anArticle, aResult } from './making.js';

const results = (...all: CheckResult[]) => new Map(all.map((one) => [one.check, one]));
const order = ({ steps }: ReturnType<typeof judge>) => steps.map(({ number }) => number);

describe('an article held against what its checks found', () => {
  const article = anArticle('one', [
    { checks: ['passes'] },
    { byHand: 'There is no API for it.' },
    { checks: ['fails'] },
    { checks: ['is-unknown'] },
  ]);

  it('is confirmed by a failed check of a cause, and that step comes first', () => {
    const found = judge(
      article,
      results(aResult('passes', 'pass'), aResult('fails', 'fail'), aResult('is-unknown', 'unknown')),
    );

    expect(found).toMatchObject({ verdict: 'confirmed', cause: { check: 'fails' } });
    expect(order(found)).toEqual([3, 4, 2, 1]);
  });

  it('is not confirmed by a symptom, which only shows that something is wrong', () => {
    const found = judge(article, results(aResult('fails', 'fail', { shows: 'symptom' })));

    expect(found.verdict).toBe('could-not-check');
    expect(found.cause).toBeUndefined();
  });

  it('is not confirmed by a failure that another article mends, and points there', () => {
    const found = judge(article, results(aResult('fails', 'fail', { articleId: 'other' })));

    expect(found.verdict).toBe('could-not-check');
    expect(pointsAt(found)).toEqual(['other']);
  });

  it('points at what a cause names before what a symptom names', () => {
    const both = anArticle('both', [{ checks: ['symptom'] }, { checks: ['cause'] }]);
    const found = judge(
      both,
      results(
        aResult('symptom', 'fail', { shows: 'symptom', articleId: 'second' }),
        aResult('cause', 'fail', { articleId: 'first' }),
      ),
    );

    expect(pointsAt(found)).toEqual(['first', 'second']);
  });

  it('is ruled out when everything that can be the cause was seen and is right', () => {
    const seen = anArticle('seen', [
      { checks: ['passes', 'too'] },
      { place: 'browser', byHand: 'Only a person can try it.' },
    ]);

    expect(judge(seen, results(aResult('passes', 'pass'), aResult('too', 'pass'))).verdict).toBe('ruled-out');
  });

  it.each([
    ['a check did not see', [{ checks: ['passes'] }, { checks: ['is-unknown'] }]],
    ['one of a step’s checks did not see', [{ checks: ['passes', 'is-unknown'] }]],
    ['a setting has no API', [{ checks: ['passes'] }, { byHand: 'There is no API for it.' }]],
    ['no check was run', [{ checks: ['never-run'] }]],
    ['only symptoms were seen', [{ checks: ['symptom'] }]],
  ])('is not ruled out when %s', (_what, steps) => {
    const found = judge(
      anArticle('open', steps),
      results(
        aResult('passes', 'pass'),
        aResult('is-unknown', 'unknown'),
        aResult('symptom', 'pass', { shows: 'symptom' }),
      ),
    );

    expect(found.verdict).toBe('could-not-check');
  });
});
