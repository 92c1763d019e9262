/** What scenarios say is behind them, held against the checks. */
import { afterEach, describe, expect, it } from 'vitest';
import { checks } from '../../src/checks/index.js';
import { type Scenario, scenarios } from '../../src/playground/tenants/index.js';
import { articleIds } from '../lookups/asking.js';
import { type Checking, checkOf, startChecking } from './checking.js';

const all: readonly Scenario[] = scenarios;
const known = new Set(checks.map(({ id }) => id));
const caused = all.flatMap((scenario) =>
  scenario.cause !== undefined && known.has(scenario.cause.check) ? [{ ...scenario, cause: scenario.cause }] : [],
);

describe('what is behind the scenario', () => {
  let checking: Checking | undefined;
  afterEach(() => checking?.close());

  it.each(caused.map((scenario) => [scenario.id, scenario] as const))('%s is proved', async (_, scenario) => {
    const { check, article } = scenario.cause;
    const isPersonal = checkOf(check).about === 'person';
    checking = await startChecking(scenario);

    const found = await checking.check(check, isPersonal ? scenario.subject : undefined);

    expect(found).toMatchObject({ outcome: 'fail', shows: 'cause' });
    expect(articleIds).toContain(article);
    // A check that points at an article points at the one that mends it.
    expect([undefined, article]).toContain(found.articleId);
  });

  it.each([...new Set(caused.map(({ cause }) => cause.check))])('is not there when all is well: %s', async (check) => {
    checking = await startChecking('healthy');

    expect((await checking.check(check, 'ann@acme.example')).outcome).toBe('pass');
  });
});
