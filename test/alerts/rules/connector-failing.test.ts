import { describe, expect, it } from 'vitest';
import { unreachableGroup } from '../../../src/alerts/inhibitions.js';
import type { Health } from '../../../src/alerts/rule.js';
import { connectorFailing } from '../../../src/alerts/rules/connector-failing.js';
import { errorsOf } from '../../../src/connectors/http/words.js';
import { TenantError, type TenantErrorCode } from '../../../src/model/tenant-error.js';
import { understand } from '../../lookups/asking.js';
import { start } from '../support/findings.js';
import { look } from '../support/rules.js';

const says = 'Okta says no: do something about it.';
const problem = (code: TenantErrorCode, message = says) => ({
  error: new TenantError('okta', code, message),
  at: start,
});
const found = async (health: Partial<Health>) =>
  (await look(connectorFailing, {}, start, { health: { problems: [], quotas: [], ...health } })).findings;

describe('a system that the bot cannot read', () => {
  it.each([
    ['unauthorised', 'refused okta', 'critical'],
    ['forbidden', 'forbidden okta', 'warning'],
    ['rate-limited', 'rate-limited okta', 'warning'],
    ['unexpected-answer', 'unexpected okta', 'warning'],
  ] as const)('is told in the error’s own words: %s', async (code, group, severity) => {
    expect(await found({ problems: [problem(code)] })).toMatchObject([
      { group, severity, title: says, systems: ['okta'], gathers: false },
    ]);
  });

  it.each(['unreachable', 'timed-out'] as const)(
    'is told as out of reach, and only when a second look confirms it: %s',
    async (code) => {
      expect(await found({ problems: [problem(code)] })).toMatchObject([
        {
          group: `${unreachableGroup}okta`,
          severity: 'critical',
          title: expect.stringMatching(/^Okta cannot be reached/),
          toBeConfirmed: true,
        },
      ]);
    },
  );

  it.each(['not-configured', 'not-found', 'cursor-refused'] as const)(
    'is not told for %s, which is no fault',
    async (code) => {
      expect(await found({ problems: [problem(code)] })).toEqual([]);
    },
  );

  it('leads to the article on how the bot gets to read again', async () => {
    const codes = [
      'unauthorised',
      'forbidden',
      'rate-limited',
      'unexpected-answer',
      'unreachable',
      'timed-out',
    ] as const;

    for (const code of codes) {
      expect(await found({ problems: [problem(code)] }), code).toMatchObject([{ articleId: 'bot-cannot-read-tenant' }]);
    }
  });

  it('is recognised when somebody pastes the alert', async () => {
    const { unauthorised, forbidden, rateLimited, resting, unexpected } = errorsOf({
      system: 'access',
      address: 'ACCESS_URL',
      unauthorised: 'compare ACCESS_CLIENT_ID.',
      grant: 'Ask an administrator.',
    });
    const errors = [
      unauthorised(),
      forbidden('users', ['ReadOnly Admin']),
      rateLimited(new Date(start)),
      resting(),
      unexpected('users', 'it is no JSON'),
    ];
    const pasted = await found({
      problems: errors.map((error) => ({ error, at: start })),
      quotas: [{ system: 'okta', bucket: 'logs', limit: 60, remaining: 1 }],
    });

    expect(pasted).toHaveLength(6);
    for (const { title } of pasted) {
      expect(understand(title), title).toMatchObject({
        decision: 'answer',
        intents: [{ id: 'bot-cannot-read-tenant' }],
      });
    }
  });

  it('is one alert with a line for each right that is missing', async () => {
    const lacks = (scope: string) => problem('forbidden', `Okta does not let the bot read it: it lacks ${scope}.`);
    const findings = await found({ problems: [lacks('okta.logs.read'), lacks('okta.idps.read')] });

    expect(new Set(findings.map(({ group }) => group)).size).toBe(1);
    expect(findings.map(({ text }) => text)).toEqual([
      expect.stringContaining('okta.logs.read'),
      expect.stringContaining('okta.idps.read'),
    ]);
  });
});

describe('a rate limit', () => {
  const logs = (remaining: number) => ({ system: 'okta' as const, bucket: 'logs', limit: 60, remaining });

  it('is told when a tenth is left, for each kind of call by itself', async () => {
    const all = { system: 'uem' as const, bucket: 'all', limit: 250_000, remaining: 1_000 };

    expect(await found({ quotas: [logs(6), all] })).toMatchObject([
      { group: 'quota okta logs', severity: 'warning', text: '6 of 60 left', at: start },
      { group: 'quota uem all', text: '1,000 of 250,000 left', title: expect.stringContaining('Workspace ONE UEM') },
    ]);
    expect(await found({ quotas: [logs(7)] })).toEqual([]);
  });

  it('leads to the article on how the bot gets to read again', async () => {
    expect(await found({ quotas: [logs(6)] })).toMatchObject([{ articleId: 'bot-cannot-read-tenant' }]);
  });

  it('that is used up is told once', async () => {
    expect(await found({ quotas: [logs(0)], problems: [problem('rate-limited')] })).toHaveLength(1);
  });
});
