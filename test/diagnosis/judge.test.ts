import { describe, expect, it } from 'vitest';
import { conclude, judge, pointsAt } from '../../src/diagnosis/index.js';
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
    expect(found.isCauseRuledOut).toBe(false);
  });

  describe('whose usual cause certain checks rule out', () => {
    const article = anArticle(
      'bridge',
      [{ checks: ['decides', 'too'] }, { checks: ['else'] }, { byHand: 'No API shows it.' }],
      [],
      ['decides', 'too'],
    );
    const judged = (decides: CheckResult['outcome'], other: CheckResult['outcome']) =>
      judge(article, results(aResult('decides', decides), aResult('too', 'pass'), aResult('else', other)));

    it('has it ruled out when they pass, although something else is open', () => {
      expect(judged('pass', 'unknown')).toMatchObject({ verdict: 'could-not-check', isCauseRuledOut: true });
    });

    it('has it open while one of them did not see, or was not run', () => {
      expect(judged('unknown', 'pass').isCauseRuledOut).toBe(false);
      expect(judge(article, results(aResult('decides', 'pass'))).isCauseRuledOut).toBe(false);
    });

    it('is confirmed all the same by another cause of its own', () => {
      expect(judged('pass', 'fail')).toMatchObject({ verdict: 'confirmed', isCauseRuledOut: false });
    });
  });
});

describe('what a diagnosis says is left', () => {
  const steps = [{ checks: ['first'] }, { checks: ['second'] }, { checks: ['third'] }, { byHand: 'No API shows it.' }];
  const said = (article: Parameters<typeof judge>[0], ...found: CheckResult[]) => {
    const { summary, left } = conclude([judge(article, results(...found))]);
    return { summary, left };
  };

  it('tells which steps are in order, so that nobody wonders where the first ones are', () => {
    const found = [aResult('first', 'pass'), aResult('second', 'pass'), aResult('third', 'unknown')];

    expect(said(anArticle('open', steps), ...found)).toEqual({
      summary: 'Not proven here. Usual cause: The cause of open.',
      left: ['Steps 1 and 2 are in order; step 3 could not be checked; step 4 is to be looked at by hand.'],
    });
    expect(said(anArticle('open', steps), ...found, aResult('third', 'fail', { said: 'It is off.' }))).toEqual({
      summary: 'It is off.',
      left: ['Steps 1 and 2 are in order.'],
    });
  });

  it('does not take a symptom for the cause', () => {
    const symptom = aResult('first', 'fail', { shows: 'symptom' });

    expect(said(anArticle('open', steps.slice(0, 1)), symptom).left).toEqual([
      'Step 1 shows a failure, not its cause.',
    ]);
  });

  it('says that no check can tell, where none can', () => {
    expect(said(anArticle('by-hand', [{ byHand: 'No API shows it.' }]))).toEqual({
      summary: 'Not proven here. Usual cause: The cause of by-hand.',
      left: ['No check can tell: go through the steps by hand.'],
    });
  });

  it('tells, where the usual cause is ruled out, what could not be checked and what was seen all the same', () => {
    const found = [
      aResult('first', 'pass'),
      aResult('second', 'unknown', { said: 'Okta is silent.' }),
      aResult('third', 'fail', { shows: 'symptom', said: 'Two sign-ins failed.' }),
    ];

    expect(said(anArticle('out', steps, [], ['first']), ...found)).toEqual({
      summary: 'Not the usual cause here: The cause of out.',
      left: ['Seen all the same: Two sign-ins failed.', 'Could not be checked: Okta is silent.'],
    });
  });

  it('puts an article whose usual cause is ruled out behind one whose cause is open', () => {
    const out = anArticle('out', steps, [], ['first']);
    const open = anArticle('open', [{ checks: ['second'] }]);
    const found = results(aResult('first', 'pass'), aResult('second', 'unknown'));

    expect(conclude([judge(out, found), judge(open, found)]).articles.map(({ article }) => article.id)).toEqual([
      'open',
      'out',
    ]);
  });
});
