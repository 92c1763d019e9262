/** What becomes of the tenants when days and weeks pass at once, and of the clients that were signed in before. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTenants, realTime } from '../../../src/connectors/index.js';
import { createMovableClock, type MovableClock } from '../../../src/playground/slack/index.js';
import { type Tenants as Simulated, startTenants } from '../../../src/playground/tenants/index.js';
import { logEvent, unknownActor } from '../../../src/playground/tenants/okta/log-event.js';
import { useToken } from '../../../src/playground/tenants/okta/tokens.js';
import { fakeLog } from '../../support/fake-log.js';
import { createManualClock } from '../manual-clock.js';

const day = 24 * 3_600_000;
let clock: MovableClock;
let simulated: Simulated;

beforeEach(async () => {
  clock = createMovableClock(createManualClock());
  simulated = await startTenants({ scenario: 'healthy', clock });
});
afterEach(() => simulated.close());

/** The bot's clients, whose own time is the playground's or the machine's. */
const clients = (now: () => number = clock.now) => {
  const { okta, access, uem } = simulated;
  const {
    okta: oktaClient,
    access: accessClient,
    uem: uemClient,
  } = openTenants(
    {
      okta: { url: okta.url, credential: { kind: 'token', token: okta.token } },
      access,
      uem: {
        url: uem.url,
        credential: { kind: 'oauth', tokenUrl: uem.tokenUrl, clientId: uem.clientId, clientSecret: uem.clientSecret },
        tenantCode: uem.tenantCode,
      },
    },
    { log: fakeLog(), random: Math.random, time: { ...realTime, now } },
  );
  if (oktaClient === undefined || accessClient === undefined || uemClient === undefined) throw new Error('not opened');
  return { okta: oktaClient, access: accessClient, uem: uemClient };
};

/** Whole days until the token of Workspace ONE expires; undefined when Okta lists it no more. */
const daysLeft = async (): Promise<number | undefined> => {
  const tokens = (await clients().okta.apiTokens()).items;
  const expiresAt = tokens.find(({ name }) => name === 'Workspace ONE')?.expiresAt;
  return expiresAt ? Math.floor((Date.parse(expiresAt) - clock.now()) / day) : undefined;
};

describe('the API token of Workspace ONE', () => {
  it('runs out day by day when nobody uses it, and is listed no more once it has expired', async () => {
    simulated.setScenario('token-near-expiry');
    const left: (number | undefined)[] = [await daysLeft()];
    for (const days of [3, 2, 1, 1]) {
      clock.advance(days * day);
      left.push(await daysLeft());
    }
    expect(left).toEqual([6, 3, 1, 0, undefined]);
  });

  it('heals when it is used again before that', async () => {
    simulated.setScenario('token-near-expiry');
    clock.advance(5 * day);
    simulated.change(({ okta, now }) => {
      for (const token of okta.apiTokens) useToken(token, now);
    });
    expect(await daysLeft()).toBe(30);
  });

  it('stays good as long as it is in use, however much time passes at once', async () => {
    for (const days of [7, 60]) {
      clock.advance(days * day);
      expect(await daysLeft()).toBe(29);
    }
  });
});

describe('the certificate of Workspace ONE', () => {
  it('runs out within a week, in Access as in Okta', async () => {
    simulated.setScenario('certificate-near-expiry');
    const { okta, access } = clients();
    const ends = async () => [
      ...(await access.samlMetadata()).certificates.map(({ notAfter }) => Date.parse(String(notAfter))),
      ...(await okta.idpKeys()).items.map(({ expiresAt }) => Date.parse(String(expiresAt))),
    ];
    expect((await ends()).map((end) => Math.round((end - clock.now()) / day))).toEqual([6, 6]);
    clock.advance(7 * day);
    expect((await ends()).every((end) => end < clock.now())).toBe(true);
  });
});

describe('a client that was signed in', () => {
  it.each([
    ['its own', () => clock.now()],
    ['the machine’s', Date.now],
  ])('is signed in again after 7 days and after 60, by %s time', async (_whose, now) => {
    const { okta, access, uem } = clients(now);
    const read = async () => {
      expect((await okta.findUsers('ann@acme.example')).items).toHaveLength(1);
      expect((await access.findUsers('userName', 'ann')).items).toHaveLength(1);
      expect((await uem.findUsers('username', 'ann')).items.length).toBeGreaterThan(0);
    };
    const signIns = () =>
      simulated.requests.list().filter(({ path }) => /oauthtoken$|connect\/token$/.test(path)).length;
    await read();
    await read();
    expect(signIns()).toBe(2);
    for (const [jumps, days] of [7, 60].entries()) {
      clock.advance(days * day);
      await read();
      await read();
      expect(signIns()).toBe(2 * (jumps + 2));
    }
  });
});

describe('tenants that live on', () => {
  it('take what happens now for what happens now, whenever their scenario began', async () => {
    clock.advance(7 * day);
    simulated.change((world) =>
      logEvent(world, {
        ago: 60_000,
        eventType: 'user.session.start',
        displayMessage: 'User login to Okta',
        actor: unknownActor('late'),
        result: 'FAILURE',
      }),
    );
    const { items } = await clients().okta.logEvents({
      since: new Date(clock.now() - 120_000),
      until: new Date(clock.now()),
    });
    expect(items.map(({ actor }) => actor?.alternateId)).toEqual(['late']);
  });

  it('begin anew with a scenario, dated from then', async () => {
    clock.advance(60 * day);
    simulated.setScenario('wrong-issuer');
    const { items } = await clients().okta.logEvents({
      since: new Date(clock.now() - 3_600_000),
      until: new Date(clock.now()),
    });
    expect(items.some(({ outcome }) => outcome?.reason === 'GENERAL_NONSUCCESS')).toBe(true);
  });
});
