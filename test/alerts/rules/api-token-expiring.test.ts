import { afterEach, describe, expect, it } from 'vitest';
import { apiTokenExpiring } from '../../../src/alerts/rules/api-token-expiring.js';
import { workspaceOneTokenName } from '../../../src/playground/tenants/okta/base.js';
import { admin, dora, erik } from '../../../src/playground/tenants/people.js';
import type { Change } from '../../../src/playground/tenants/scenarios/scenario.js';
import { type Asking, startAsking } from '../../lookups/asking.js';
import { look } from '../support/rules.js';

const day = 24 * 60 * 60_000;

/** The token of that name ends so many days from now; one is made if there is none. */
const tokenEnds =
  (days: number, more: Record<string, unknown> = {}, name = workspaceOneTokenName): Change =>
  ({ okta, now }) => {
    let token = okta.apiTokens.find((one) => one.name === name);
    if (token === undefined) {
      token = {
        ...(okta.apiTokens[0] as (typeof okta.apiTokens)[number]),
        id: `00T${name}`,
        name,
        userId: admin.oktaId,
      };
      okta.apiTokens.push(token);
    }
    okta.tokenUse.delete(token.id);
    Object.assign(token, { expiresAt: new Date(now + days * day).toISOString(), ...more });
  };

describe('an API token', () => {
  let asking: Asking;
  afterEach(() => asking?.close());
  async function found(...changes: Change[]) {
    asking = await startAsking('healthy', changes);
    const { findings, unread } = await look(apiTokenExpiring, asking.tenants, asking.clock.now());
    expect(unread).toEqual([]);
    return findings;
  }

  it('that the channel was warned of and that Okta lists no longer has expired: the same alert, now critical', async () => {
    asking = await startAsking('healthy', [
      ({ okta }) => {
        okta.apiTokens.splice(
          0,
          okta.apiTokens.length,
          ...okta.apiTokens.filter(({ name }) => name !== workspaceOneTokenName),
        );
      },
    ]);
    const now = asking.clock.now();
    const { findings } = await look(apiTokenExpiring, asking.tenants, now, {
      open: [{ group: '00Told', articleId: 'okta-apps-disappeared' }],
    });
    expect(findings).toMatchObject([
      { group: '00Told', severity: 'critical', title: expect.stringContaining('has expired or was revoked') },
    ]);
    const { findings: neverSeen } = await look(apiTokenExpiring, asking.tenants, now);
    expect(neverSeen).toMatchObject([{ group: 'missing', severity: 'warning' }]);
  });

  it.each([
    [29, []],
    [14.5, []],
    [13.5, ['warning 1 expires in less than 14 days']],
    [6.5, ['warning 2 expires in less than 7 days']],
    [2.5, ['critical 3 expires in less than 3 days']],
    [0.5, ['critical 4 expires in less than 1 day']],
  ])('of Workspace ONE climbs its ladder: %d days before its end', async (days, expected) => {
    const findings = await found(tokenEnds(days));

    expect(
      findings.map(
        ({ severity, rank, title }) => `${severity} ${rank} ${/expires in less than \d+ days?/.exec(title)}`,
      ),
    ).toEqual(expected);
  });

  it('says what will be missing, when, what prevents it, and whose it is', async () => {
    const [finding] = await found(tokenEnds(6.5));

    expect(finding).toMatchObject({
      title:
        'The Okta API token “Workspace ONE” expires in less than 7 days, on 2026-11-30 21:00 UTC, unless it is used before. Without it the Okta apps vanish from the Workspace ONE catalog.',
      text: expect.stringContaining('owned by irma@acme.example'),
      articleId: 'okta-apps-disappeared',
      gathers: false,
    });
  });

  it.each([
    ['deactivated', dora.oktaId, 'its owner is deactivated'],
    ['deleted', '00unobody', 'its owner no longer exists'],
  ])('whose owner is %s has ended, whatever its date', async (_what, userId, says) => {
    const findings = await found(tokenEnds(29, { userId }));

    expect(findings).toMatchObject([{ severity: 'critical', rank: 5, title: expect.stringContaining(says) }]);
  });

  it('whose owner is suspended has ended too, but not whose owner is locked out', async () => {
    const suspend: Change = ({ okta }) => {
      for (const user of okta.users) if (user.id === admin.oktaId) user.status = 'SUSPENDED';
    };
    const suspended = await found(tokenEnds(29), suspend);
    await asking.close();

    expect(suspended).toMatchObject([{ severity: 'critical', title: expect.stringContaining('is suspended') }]);
    expect(await found(tokenEnds(29, { userId: erik.oktaId }))).toEqual([]);
  });

  it('of something else is worth a warning at most', async () => {
    const findings = await found(tokenEnds(0.5, {}, 'CI pipeline'));

    expect(findings).toMatchObject([{ severity: 'warning', rank: 4 }]);
    expect(findings[0]?.articleId).toBeUndefined();
  });

  it('of the bot itself is renewed by every call, so it is left out', async () => {
    expect(await found(tokenEnds(0.5, {}, 'wo-okta helpdesk bot'))).toEqual([]);
  });

  it('that lives a week is not told of on rungs of a week and more', async () => {
    expect(await found(tokenEnds(6.9, { tokenWindow: 'P7D' }))).toEqual([]);
    await asking.close();
    expect(await found(tokenEnds(2.9, { tokenWindow: 'P7D' }))).toMatchObject([{ rank: 1 }]);
    await asking.close();
    expect(await found(tokenEnds(0.003, { tokenWindow: 'PT5M' }))).toEqual([]);
  });

  it('of Workspace ONE that is not in the list has ended, or is hidden from the bot: both are said', async () => {
    const findings = await found(({ okta }) => {
      okta.apiTokens.splice(1, 1);
    });

    expect(findings).toMatchObject([
      {
        severity: 'warning',
        title: expect.stringMatching(/has expired or was revoked.*or is hidden from the bot’s role/),
        articleId: 'okta-apps-disappeared',
      },
    ]);
  });

  it('of Workspace ONE that ran out goes on in its own alert, as critical, until there is another', async () => {
    asking = await startAsking('healthy', [tokenEnds(0.5)]);
    const [last] = (await look(apiTokenExpiring, asking.tenants, asking.clock.now())).findings;
    asking.clock.advance(day);
    const open = last === undefined ? [] : [last];
    const gone = await look(apiTokenExpiring, asking.tenants, asking.clock.now(), { open });
    asking.simulated.change(tokenEnds(30, {}, 'Workspace ONE, new'));
    const healed = await look(apiTokenExpiring, asking.tenants, asking.clock.now(), { open });

    expect(gone.findings).toMatchObject([
      { group: last?.group, rank: 5, severity: 'critical', title: expect.stringContaining('Okta no longer lists it') },
    ]);
    expect(healed.findings).toEqual([]);
  });

  it('costs three calls, and one for the owner of each other token in danger, of four at most', async () => {
    const others = Array.from({ length: 9 }, (_, nth) => tokenEnds(2, { userId: `00u${nth}` }, `other ${nth}`));
    asking = await startAsking('healthy');
    const calm = await look(apiTokenExpiring, asking.tenants, asking.clock.now());
    await asking.close();
    asking = await startAsking('healthy', others);
    const busy = await look(apiTokenExpiring, asking.tenants, asking.clock.now());

    expect(calm.calls).toBe(3);
    expect(busy.calls).toBe(6);
    expect(busy.findings).toHaveLength(9);
  });
});
