import { describe, expect, it } from 'vitest';
import { diagnose, type RunChecks } from '../../src/desk/diagnose.js';
import type { Article } from '../../src/model/article.js';
import type { CheckResult } from '../../src/model/check.js';
import { anArticle, aResult } from '../diagnosis/making.js';

/** Checks that find this, and a record of what was asked. */
function finding(...results: readonly CheckResult[]) {
  const asked: (readonly string[] | 'tenant')[] = [];
  const run: RunChecks = async (ids, { onResult }) => {
    asked.push(ids);
    const found = results.filter(({ check }) => ids.includes(check));
    for (const one of found) onResult?.(one);
    return { kind: 'ran', results: found };
  };
  return { run, asked };
}

const library = (...articles: Article[]) => new Map(articles.map((article) => [article.id, article]));

async function diagnosed(run: RunChecks, articles: readonly Article[], all = library(...articles)) {
  const found = await diagnose(run, { articles, all });
  if (found.kind !== 'diagnosis') throw new Error('Several people fit.');
  return found.diagnosis;
}

const issuer = anArticle('issuer', [{ checks: ['issuer-ends'] }], ['names']);
const trust = anArticle('trust', [{ checks: ['context'] }]);
const names = anArticle('names', [{ checks: ['names-match'] }]);

describe('a diagnosis', () => {
  it('puts the proven cause first, whatever was likelier, and says it in one sentence', async () => {
    const { run } = finding(aResult('issuer-ends', 'unknown'), aResult('context', 'fail', { said: 'It is off.' }));

    const found = await diagnosed(run, [issuer, trust]);

    expect(found).toMatchObject({ verdict: 'confirmed', status: 'finding', summary: 'It is off.' });
    expect(found.articles.map(({ article }) => article.id)).toEqual(['trust', 'issuer']);
  });

  it('asks for each check once, however many articles rely on it', async () => {
    const { run, asked } = finding(aResult('issuer-ends', 'pass'));

    await diagnosed(run, [issuer, anArticle('other', [{ checks: ['issuer-ends'] }])]);

    expect(asked).toEqual([['issuer-ends']]);
  });

  it('goes where a failed check points, and proves it there', async () => {
    const { run } = finding(
      aResult('issuer-ends', 'fail', { articleId: 'names' }),
      aResult('names-match', 'fail', { said: 'Nobody is called so.' }),
    );

    const found = await diagnosed(run, [issuer], library(issuer, names));

    expect(found.articles.map(({ article }) => article.id)).toEqual(['names', 'issuer']);
    expect(found.summary).toBe('Nobody is called so.');
  });

  it('tries the neighbours when everything is as it should be', async () => {
    const { run, asked } = finding(aResult('issuer-ends', 'pass'), aResult('names-match', 'fail'));

    const found = await diagnosed(run, [issuer], library(issuer, names));

    expect(asked).toEqual([['issuer-ends'], ['names-match']]);
    expect(found.articles.map(({ article, verdict }) => [article.id, verdict])).toEqual([
      ['names', 'confirmed'],
      ['issuer', 'ruled-out'],
    ]);
  });

  it('tries the neighbours when the usual cause is ruled out, although something else is open', async () => {
    const context = anArticle('context', [{ checks: ['context'] }, { checks: ['log'] }], ['names'], ['context']);
    const { run } = finding(
      aResult('context', 'pass'),
      aResult('log', 'unknown'),
      aResult('names-match', 'fail', { said: 'Nobody is called so.' }),
    );

    const found = await diagnosed(run, [context], library(context, names));

    expect(found).toMatchObject({ verdict: 'confirmed', summary: 'Nobody is called so.' });
  });

  it('says nothing of neighbours that explain nothing either', async () => {
    const { run } = finding(aResult('issuer-ends', 'pass'), aResult('names-match', 'pass'));

    const found = await diagnosed(run, [issuer], library(issuer, names));

    expect(found).toMatchObject({
      verdict: 'ruled-out',
      status: 'ok',
      summary: 'Not the usual cause here: The cause of issuer.',
      left: ['The article names nothing else to look at.'],
    });
    expect(found.articles.map(({ article }) => article.id)).toEqual(['issuer']);
  });

  it('leaves the neighbours alone while the likely one is open', async () => {
    const { run, asked } = finding(aResult('issuer-ends', 'unknown'), aResult('names-match', 'fail'));

    const found = await diagnosed(run, [issuer], library(issuer, names));

    expect(asked).toEqual([['issuer-ends']]);
    expect(found.verdict).toBe('could-not-check');
  });

  it('holds only those articles against a person that are about the person, the likeliest first', async () => {
    const asked: { ids: unknown; who: string | undefined }[] = [];
    const run: RunChecks = async (ids, { who }) => {
      asked.push({ ids, who });
      const outcome = who === undefined ? 'unknown' : 'pass';
      return { kind: 'ran', results: [...ids].map((id) => aResult(id, outcome)) };
    };
    const [first, second] = [anArticle('first', [{ checks: ['known'] }]), anArticle('second', [{ checks: ['known'] }])];

    const found = await diagnose(run, {
      articles: [first, second],
      all: library(first, second),
      who: 'ann@acme.example',
      whoFor: ['second'],
    });

    expect(asked).toEqual([
      { ids: ['known'], who: 'ann@acme.example' },
      { ids: ['known'], who: undefined },
    ]);
    expect(
      found.kind === 'diagnosis' && found.diagnosis.articles.map(({ article, verdict }) => [article.id, verdict]),
    ).toEqual([
      ['first', 'could-not-check'],
      ['second', 'ruled-out'],
    ]);
  });

  it('tells how far it is', async () => {
    const { run } = finding(aResult('issuer-ends', 'pass'), aResult('context', 'pass'));
    const told: string[] = [];

    await diagnose(run, {
      articles: [issuer, trust],
      all: library(issuer, trust),
      onProgress: (ended, all) => told.push(`${ended} of ${all}`),
    });

    expect(told).toEqual(['1 of 2', '2 of 2']);
  });

  it('takes nothing of the last minute for granted when it is run again', async () => {
    const ages: number[] = [];
    const run: RunChecks = async (_ids, { maxAgeMs }) => {
      ages.push(maxAgeMs);
      return { kind: 'ran', results: [aResult('issuer-ends', 'unknown')] };
    };

    await diagnose(run, { articles: [issuer], all: library(issuer) });
    await diagnose(run, { articles: [issuer], all: library(issuer), isAgain: true });

    expect(ages).toEqual([60_000, 2_000]);
  });

  it('says that it is mended, and stays with that article, when what was proven passes now', async () => {
    const { run } = finding(aResult('issuer-ends', 'pass', { said: 'It ends so.' }), aResult('context', 'unknown'));
    const before = { article: 'issuer', check: 'issuer-ends' };

    const found = await diagnose(run, { articles: [issuer, trust], all: library(issuer, trust), before });

    expect(found).toMatchObject({
      diagnosis: { summary: 'Mended: It ends so.', mended: { check: 'issuer-ends' }, status: 'ok' },
    });
    expect(found.kind === 'diagnosis' && found.diagnosis.articles[0]?.article.id).toBe('issuer');
  });

  it('stays with what was proven while it cannot be seen', async () => {
    const { run } = finding(
      aResult('issuer-ends', 'unknown', { said: 'Okta is silent.' }),
      aResult('context', 'unknown'),
    );
    const before = { article: 'issuer', check: 'issuer-ends' };

    const found = await diagnose(run, { articles: [trust, issuer], all: library(issuer, trust), before });

    expect(found).toMatchObject({
      diagnosis: {
        summary: 'Not proven here. Usual cause: The cause of issuer.',
        left: ['Step 1 could not be checked.'],
      },
    });
    expect(found).not.toHaveProperty('diagnosis.mended');
  });

  it('keeps the article that somebody asked for first, and names what is proven elsewhere behind it', async () => {
    const { run } = finding(aResult('issuer-ends', 'pass'), aResult('names-match', 'fail'));

    const found = await diagnose(run, { articles: [issuer], all: library(issuer, names), wanted: 'issuer' });

    expect(found).toMatchObject({
      diagnosis: { verdict: 'ruled-out', status: 'finding', summary: 'Not the usual cause here: The cause of issuer.' },
    });
    expect(found.kind === 'diagnosis' && found.diagnosis.articles.map(({ article }) => article.id)).toEqual([
      'issuer',
      'names',
    ]);
  });

  it('does not call it mended while something else is proven', async () => {
    const { run } = finding(aResult('issuer-ends', 'pass'), aResult('context', 'fail', { said: 'It is off.' }));
    const before = { article: 'issuer', check: 'issuer-ends' };

    const found = await diagnose(run, { articles: [issuer, trust], all: library(issuer, trust), before });

    expect(found).toMatchObject({ diagnosis: { summary: 'It is off.', verdict: 'confirmed' } });
  });
});
