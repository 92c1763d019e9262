import { setImmediate as turn } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { feeds } from '../../src/alerts/feeds/index.js';
import { rules } from '../../src/alerts/rules/index.js';
import { defaultLimits } from '../../src/connectors/http/surroundings.js';
import { scenarios } from '../../src/playground/tenants/index.js';
import type { ScenarioId } from '../../src/playground/tenants/scenarios/index.js';
import { type Asking, startAsking, understand } from '../lookups/asking.js';
import { bench } from './support/engine.js';
import { minute } from './support/findings.js';

/** Every alert of a scenario after three minutes: severity, rule, how many members, article. All others are silent. */
const told: Readonly<Partial<Record<ScenarioId, readonly string[]>>> = {
  'idp-inactive': ['warning configuration-changed 1 saml-request-missing'],
  'scim-distinguished-name': ['warning scim-provisioning-failures 2 scim-distinguished-name-missing'],
  'scim-creation-not-supported': ['warning scim-provisioning-failures 2 scim-user-creation-not-supported'],
  'scim-domain-mismatch': ['warning scim-provisioning-failures 2 scim-domain-mismatch'],
  'device-not-secured': ['warning device-trust-failures 4 device-trust-not-secured'],
  'redirect-loop': ['warning device-trust-failures 3 device-trust-redirect-loop'],
  'profile-realm-wrong': ['warning device-trust-failures 3 mobile-sso-kerberos-failed'],
  'token-near-expiry': ['warning api-token-expiring 1 okta-apps-disappeared'],
  'certificate-near-expiry': ['warning certificate-expiring 2 certificate-expired'],
  'identity-provider-changed': [
    'critical configuration-changed 1 okta-apps-disappeared',
    'info configuration-changed 1 saml-request-missing',
    'info configuration-changed 1 saml-request-missing',
    'info configuration-changed 2 no-access-to-service',
  ],
  'sign-in-storm': [
    'critical sign-in-failures-spike 10 sign-in-leg-failing',
    'warning device-trust-failures 14 mobile-sso-kerberos-failed',
  ],
  'okta-down': ['critical connector-failing 1 bot-cannot-read-tenant'],
  'access-slow': ['critical connector-failing 1 bot-cannot-read-tenant'],
  'okta-rate-limited': ['warning connector-failing 1 bot-cannot-read-tenant'],
  'okta-token-invalid': ['critical connector-failing 1 bot-cannot-read-tenant'],
  'access-credential-refused': ['critical connector-failing 1 bot-cannot-read-tenant'],
};

describe('what the channel is told in the scenario', () => {
  let asking: Asking;
  afterEach(() => asking?.close());

  /** Lets time pass until the bot has its answers, or no longer waits for them: some tenants are slow. */
  async function settled(round: Promise<void>): Promise<void> {
    let isOver = false;
    const over = () => {
      isOver = true;
    };
    round.then(over, over);
    for (let passed = 0; !isOver; ) {
      await turn();
      if (asking.clock.pending() === 0) continue;
      asking.clock.advance(1_000);
      asking.time.pass(1_000);
      passed += 1_000;
      if (passed % defaultLimits.timeoutMs === 0) asking.time.expire();
    }
    return round;
  }

  it.each(scenarios.map(({ id }) => id))('%s', async (scenario) => {
    asking = await startAsking(scenario);
    const world = bench(rules);
    const engine = await world.open({
      feeds,
      tenants: () => asking.tenants,
      understand: () => understand,
      now: () => asking.clock.now(),
    });
    for (let round = 0; round < 3; round++) {
      await settled(engine.round());
      asking.clock.advance(minute);
      asking.time.pass(minute);
    }

    const { alerts } = await engine.overview();
    expect(
      alerts
        .filter(({ inhibitedBy }) => inhibitedBy === undefined)
        .map(
          ({ severity, rule, memberCount, articleId }) =>
            `${severity} ${rule} ${memberCount} ${articleId ?? 'no article'}`,
        )
        .sort(),
    ).toEqual(told[scenario] ?? []);
    expect(world.logged.filter(({ level }) => level === 'error')).toEqual([]);
  });
});
