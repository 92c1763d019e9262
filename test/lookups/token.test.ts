import { afterEach, describe, expect, it } from 'vitest';
import type { World } from '../../src/playground/tenants/index.js';
import { serviceUserId } from '../../src/playground/tenants/okta/base-users.js';
import { admin } from '../../src/playground/tenants/people.js';
import { day, iso } from '../../src/playground/tenants/time.js';
import { type Asking, startAsking } from './asking.js';

describe('token', () => {
  let asking: Asking | undefined;
  const start = async (...[scenario, changes]: Parameters<typeof startAsking>) => {
    const started = await startAsking(scenario, changes);
    asking = started;
    return started;
  };
  afterEach(() => asking?.close());
  const lineOf = (
    sections: readonly { lines: readonly { label: string; value: string; mark: string }[] }[],
    name: string,
  ) => sections[0]?.lines.find(({ label }) => label === name);

  it('tells the tokens by days left, whose they are, and when they were last used', async () => {
    const { ask } = await start('healthy');

    const { sections, status, summary } = await ask('token');

    expect(status).toBe('ok');
    expect(summary).toMatch(/“Workspace ONE” expires in 29 days .* none in danger/);
    expect(lineOf(sections, 'Workspace ONE')).toMatchObject({
      mark: 'good',
      value:
        'expires in 29 days (2026-12-24 07:00 UTC); belongs to Workspace ONE; last used 2026-11-24 07:00 UTC; owner irma@acme.example, active',
    });
    expect(lineOf(sections, 'wo-okta helpdesk bot')?.value).toContain('renewed by this bot');
    expect(sections[0]?.lines.map(({ label }) => label)).toEqual(['Workspace ONE', 'wo-okta helpdesk bot']);
  });

  it('says how many days are left and what breaks then', async () => {
    const { ask } = await start('token-near-expiry');

    const { summary, status, articleId } = await ask('token');

    expect(summary).toMatch(/“Workspace ONE” expires in 6 days \(2026-11-30 15:00 UTC\).*Okta apps vanish/);
    expect(status).toBe('finding');
    expect(articleId).toBe('okta-apps-disappeared');
  });

  it.each([
    [6, 'finding'],
    [7, 'ok'],
  ])('with %i days left it is %s', async (days, expected) => {
    const { ask } = await start('healthy', [
      ({ okta, now }) => {
        const token = okta.apiTokens.find(({ name }) => name === 'Workspace ONE');
        if (token !== undefined) token.expiresAt = iso(now + days * day + 1);
      },
    ]);

    expect((await ask('token')).status).toBe(expected);
  });

  it('takes a token for dead when its owner is deactivated', async () => {
    const { ask } = await start('healthy', [
      ({ okta }) => {
        for (const user of okta.users) if (user.id === admin.oktaId) user.status = 'DEPROVISIONED';
      },
    ]);

    const { summary, sections } = await ask('token');

    expect(summary).toMatch(/“Workspace ONE” is dead: its owner is deactivated/);
    expect(lineOf(sections, 'Workspace ONE')).toMatchObject({ mark: 'bad' });
  });

  const withoutToken = ({ okta }: World) => {
    const place = okta.apiTokens.findIndex(({ name }) => name === 'Workspace ONE');
    okta.apiTokens.splice(place, 1);
  };

  it('does not take a token that is not in the list for one that never was', async () => {
    const { ask } = await start('healthy', [withoutToken]);

    const { summary, status, articleId } = await ask('token');

    expect(summary).toMatch(/^No Okta API token begins with “Workspace ONE”: it has expired .* or is hidden/);
    expect(status).toBe('finding');
    expect(articleId).toBe('okta-apps-disappeared');
  });

  it('finds the token of Workspace ONE by the configured name', async () => {
    const { ask } = await start('healthy');

    const { summary } = await ask('token', undefined, {
      settings: { app: 'Workspace ONE', identityProvider: 'Workspace ONE', token: 'wo-okta HELP', ownToken: 'other' },
    });

    expect(summary).toContain('No Okta API token begins with “wo-okta HELP”');
  });

  it('knows its own token among several of its owner, by name or as the newest', async () => {
    const { ask } = await start('healthy', [
      ({ okta, now }) => {
        okta.apiTokens.push({
          id: '00Told',
          name: 'old script',
          clientName: 'Okta API',
          userId: serviceUserId,
          tokenWindow: 'P30D',
          created: iso(now - 90 * day),
          lastUpdated: iso(now - 28 * day),
          expiresAt: iso(now + 2 * day),
        });
      },
    ]);

    const { summary, sections } = await ask('token');

    expect(lineOf(sections, 'wo-okta helpdesk bot')?.value).toContain('renewed by this bot');
    expect(lineOf(sections, 'old script')).toMatchObject({ mark: 'bad' });
    expect(summary).toMatch(/“old script” expires in 2 days/);
    const named = await ask('token', undefined, {
      settings: { app: '', identityProvider: '', token: 'Workspace ONE', ownToken: 'old script' },
    });
    expect(lineOf(named.sections, 'old script')?.value).toContain('renewed by this bot');
  });

  it('says that the list may be short, whatever is in it', async () => {
    const { ask } = await start('healthy');

    expect((await ask('token')).sections[0]?.more).toMatch(/sees only some of the tokens/);
  });
});
