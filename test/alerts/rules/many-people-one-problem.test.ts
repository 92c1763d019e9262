import { describe, expect, it } from 'vitest';
import { manyPeopleOneProblem } from '../../../src/alerts/rules/many-people-one-problem.js';
import { hour, minute, start } from '../support/findings.js';
import { look } from '../support/rules.js';

const ask = (by: string, ago: number, articleId = 'idp-not-found') => ({ by, at: start - ago, articleId });
const found = async (...asked: ReturnType<typeof ask>[]) =>
  (await look(manyPeopleOneProblem, {}, start, { asked })).findings;

describe('one article that several people ask for', () => {
  it('is told when it is three within an hour', async () => {
    expect(await found(ask('U1', 50 * minute), ask('U2', minute), ask('U3', 0))).toMatchObject([
      {
        group: 'idp-not-found',
        articleId: 'idp-not-found',
        severity: 'warning',
        title: '3 people asked about the same problem within an hour: rather one outage than 3 single problems.',
        at: start - 50 * minute,
      },
    ]);
  });

  it('is told by its title', async () => {
    const asked = [ask('U1', 0), ask('U2', 0), ask('U3', 0)];
    const titleOf = () => 'IDP not found';

    expect((await look(manyPeopleOneProblem, {}, start, { asked, titleOf })).findings).toMatchObject([
      { title: expect.stringContaining('asked about “IDP not found” within an hour') },
    ]);
  });

  it('is not told for one who asks three times, for three articles, or over more than an hour', async () => {
    expect(await found(ask('U1', 0), ask('U1', 1), ask('U1', 2))).toEqual([]);
    expect(await found(ask('U1', 0), ask('U2', 0, 'username-mismatch'), ask('U3', 0, 'no-access-to-service'))).toEqual(
      [],
    );
    expect(await found(ask('U1', hour), ask('U2', 0), ask('U3', 0))).toEqual([]);
  });

  it('names nobody', async () => {
    const findings = await found(ask('U1', 0), ask('U2', 0), ask('U3', 0));

    expect(findings.map(({ title, text }) => `${title} ${text}`).join()).not.toMatch(/U\d/);
  });
});
