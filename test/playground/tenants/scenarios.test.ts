/** Scenarios as data: what they tell is what the three systems know, dated from the clock, the same every time. */
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { helpdeskWorkspace } from '../../../src/playground/slack/seed.js';
import { buildWorld } from '../../../src/playground/tenants/build-world.js';
import { type Scenario, scenarios, startTenants, type World } from '../../../src/playground/tenants/index.js';
import { createManualClock } from '../manual-clock.js';

const now = Date.UTC(2026, 10, 24, 9);
const urls = { okta: 'http://127.0.0.1:1', access: 'http://127.0.0.1:2', uem: 'http://127.0.0.1:3' };
const scenarioOf = (id: string): Scenario => {
  const found = scenarios.find((scenario) => scenario.id === id);
  if (found === undefined) throw new Error(`No scenario ${id}`);
  return found;
};
const worldOf = (id: string): World => buildWorld(scenarioOf(id), urls, now);
const reasons = (world: World, eventType: string): (string | null)[] =>
  world.okta.logs.filter((event) => event.eventType === eventType).map(({ outcome }) => outcome.reason);
const failures = (world: World): (string | null | undefined)[] =>
  world.access.audit
    .filter(({ event }) => event.values['success'] === 'false')
    .map(({ event }) => event.values['failureMessage']);

describe('the scenarios', () => {
  it('are one file each, named by their id', () => {
    const folder = new URL('../../../src/playground/tenants/scenarios/', import.meta.url);
    const files = readdirSync(folder).map((file) => file.replace('.ts', ''));

    expect(scenarios.map(({ id }) => id).sort()).toEqual(
      files.filter((file) => file !== 'index' && file !== 'scenario').sort(),
    );
  });

  it.each(scenarios.map((scenario) => [scenario.id, scenario] as const))('%s reads well', (_, scenario) => {
    expect(scenario.title.length).toBeLessThanOrEqual(60);
    expect(scenario.story).toMatch(/^[^\n]{20,160}[.]$/);
    expect(scenario.tryThis).toMatch(/^(\/wo-okta (check|last-failure|token|idp)|@wo-okta \w)/);
  });

  it('say what people would paste where they say what is behind it, and the other way round', () => {
    const told = (scenarios as readonly Scenario[]).filter(({ pasted }) => pasted !== undefined);

    expect(told.map(({ id }) => id)).toEqual(
      (scenarios as readonly Scenario[]).filter(({ cause }) => cause !== undefined).map(({ id }) => id),
    );
    for (const { pasted } of told) expect(pasted).toMatch(/^[^\n]{10,160}$/);
  });

  it.each(scenarios.map(({ id }) => id))('%s is the same every time and lies in the past', (id) => {
    const world = worldOf(id);
    const again = worldOf(id);

    // As text: comparing thousands of events deeply takes seconds.
    for (const part of ['okta', 'access', 'uem'] as const) {
      expect(JSON.stringify(again[part]) === JSON.stringify(world[part]), part).toBe(true);
    }
    const end = new Date(now).toISOString();
    expect(world.okta.logs.filter(({ published }) => published > end)).toEqual([]);
    expect(world.access.audit.filter(({ event }) => event.timestamp > now)).toEqual([]);
    expect(world.okta.logs.filter(({ outcome }) => (outcome.reason?.length ?? 0) > 255)).toEqual([]);
    const ids = [...world.okta.logs.map((event) => event.uuid), ...world.access.audit.map(({ event }) => event.uuid)];
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each(scenarios.map(({ id }) => id))('%s knows the same people in all three systems', (id) => {
    const { okta, access, uem } = worldOf(id);

    for (const user of access.users) {
      const twin = okta.users.find((each) => each.id === user.externalId);
      expect(twin?.profile.email, user.userName).toBe(user.email);
    }
    for (const user of uem.users) {
      expect(okta.users.map(({ profile }) => profile.email)).toContain(user.email);
    }
    for (const device of uem.devices) expect(uem.users.map(({ number }) => number)).toContain(device.owner);
    expect(new Set(okta.users.map((user) => user.id)).size).toBe(okta.users.length);
  });
});

describe('the story of', () => {
  it('user-name-mismatch: what Access sends is not what Okta knows', () => {
    const world = worldOf('user-name-mismatch');

    expect(world.access.catalog[0]?.authInfo.nameId).toBe('$'.concat('{user.userName}'));
    expect(reasons(world, 'user.authentication.auth_via_IDP')).toContain('Unable to match transformed username');
    expect(world.okta.logs.filter(({ actor }) => actor.alternateId === 'jdoe').map(({ actor }) => actor.id)).toEqual(
      Array(4).fill('unknown'),
    );
  });

  it('wrong-issuer: no event names the cause, and no request reached Access', () => {
    const world = worldOf('wrong-issuer');
    const issuer = world.okta.idps[0]?.protocol.credentials.trust.issuer ?? '';
    const recent = world.access.audit.filter(({ event }) => event.timestamp > now - 3_600_000);

    expect(issuer.endsWith('idp.xml')).toBe(false);
    expect(reasons(world, 'user.session.start')).toContain('GENERAL_NONSUCCESS');
    expect(recent.map(({ event }) => event.objectType)).not.toContain('SAML_REQUEST');
  });

  it.each([
    ['scim-distinguished-name', 'Required user attributes:[distinguishedName] are missing.'],
    ['scim-creation-not-supported', 'User creation is not supported for specified directory id'],
    ['scim-domain-mismatch', "User domain name specified for the user resource doesn't belong to the directory."],
  ])('%s: Okta tells what Access said, and Access lacks the user', (id, text) => {
    const world = worldOf(id);
    const provisioning = world.okta.logs.filter(({ eventType }) => eventType.startsWith('application.provision.'));
    const events = provisioning.filter(({ target }) => target?.[0]?.alternateId === 'nina@acme.example');

    expect(events.map(({ outcome }) => outcome.reason)).toEqual([expect.stringContaining(text), null]);
    expect(events[0]?.target?.[0]).toMatchObject({ type: 'AppUser', alternateId: 'nina@acme.example' });
    expect(events[0]?.target?.[0]?.id).toMatch(/^0ua/);
    expect(world.access.users.map(({ userName }) => userName)).not.toContain('nina');
    expect([...world.okta.appUsers.values()].flatMap((users) => [...users.values()])).toContainEqual(
      expect.objectContaining({ syncState: 'ERROR', externalId: null }),
    );
  });

  it('redirect-loop: eight rounds within a minute and no session, for each of three', () => {
    const world = worldOf('redirect-loop');
    const challenges = world.okta.logs.filter(({ outcome }) => outcome.result === 'CHALLENGE');
    const rounds = challenges.filter(({ actor }) => actor.displayName === 'Ben Cruz');
    const times = rounds.map(({ published }) => Date.parse(published));

    expect(rounds).toHaveLength(8);
    expect(challenges).toHaveLength(24);
    expect(Math.max(...times) - Math.min(...times)).toBeLessThan(60_000);
    expect(world.access.catalog[0]?.authInfo).toMatchObject({
      deviceSsoResponse: false,
      enableForceAuthnRequest: false,
    });
  });

  it('device-not-secured: Okta did not get the device vouched for, though Access let it in', () => {
    const world = worldOf('device-not-secured');

    const untrusted = world.okta.logs.filter(({ eventType }) => eventType === 'user.authentication.authenticate');
    expect(untrusted.map(({ actor }) => actor.displayName).sort()).toEqual([
      'Ann Ace',
      'Ann Ace',
      'Ben Cruz',
      'Ben Cruz',
      'Carla Russo',
      'Jane Doe',
    ]);
    expect(failures(world)).toEqual([]);
    expect(
      world.access.audit.some(({ event }) =>
        event.values['authMethods']?.includes('Device Compliance (with AirWatch)'),
      ),
    ).toBe(true);
  });

  it.each([
    ['federation-artifact', 'federationArtifact.not.found Federation Artifact not found', 'LOGIN_ERROR'],
    ['idp-not-found', 'IDP not found', 'LOGIN_ERROR'],
    ['failure-notification-off', 'Kerberos NEGOTIATE failed or was cancelled by the user', 'LOGIN'],
    ['wrong-application-source', 'The resource could not be resolved', 'LAUNCH_ERROR'],
  ])('%s: three failures of the last hour that name nobody, and Okta is told nothing', (id, text, objectType) => {
    const world = worldOf(id);
    const failed = world.access.audit.filter(({ event }) => event.values['success'] === 'false');
    const heard = world.okta.logs.filter(
      ({ published, outcome }) => outcome.result !== 'SUCCESS' && Date.parse(published) > now - 49 * 60_000,
    );

    expect(failures(world)).toEqual(Array(3).fill(text));
    expect(failed.map(({ event }) => [event.objectType, event.actorUserName])).toEqual(
      Array(3).fill([objectType, null]),
    );
    expect(failed.every(({ event }) => event.timestamp > now - 3_600_000)).toBe(true);
    expect(heard).toEqual([]);
  });

  it('wrong-application-source: the requests belong to no object since the source knows another record', () => {
    const world = worldOf('wrong-application-source');
    const requests = world.access.audit.filter(({ event }) => event.objectType === 'SAML_REQUEST');
    const recent = requests.filter(({ event }) => event.timestamp > now - 3_600_000);

    expect(recent.map(({ event }) => event.objectName)).toEqual([null, null, null]);
    expect(world.access.catalog[0]?.authInfo['audience']).not.toContain(world.okta.idps[0]?.id);
  });

  it('failure-notification-off: the phones are in no list of devices', () => {
    const { access, uem } = worldOf('failure-notification-off');
    const owners = uem.devices.map(({ owner }) => uem.users.find(({ number }) => number === owner)?.userName);

    expect(access.catalog[0]?.authInfo).toMatchObject({ returnFailureResponse: false, deviceSsoResponse: true });
    expect(uem.users.map(({ userName }) => userName)).toEqual(expect.arrayContaining(['nina', 'omar']));
    expect(owners).not.toContain('nina');
    expect(owners).not.toContain('omar');
  });

  it('profile-realm-wrong: the profile is on every iPhone, and each gets the Kerberos text', () => {
    const world = worldOf('profile-realm-wrong');
    const failed = world.access.audit.filter(({ event }) => event.values['success'] === 'false');

    expect(world.uem.profiles[0]?.singleSignOn?.Realm).toBe('vmwareidentity.com');
    expect(new Set(world.uem.states.values())).toEqual(new Set([3]));
    expect(failed.map(({ event }) => event.actorUserName)).toEqual(['ben', 'jdoe', 'ann']);
  });

  it('idp-inactive: nothing arrives at Access after somebody deactivated the identity provider', () => {
    const world = worldOf('idp-inactive');
    const off = world.okta.logs.find(({ eventType }) => eventType === 'system.idp.lifecycle.deactivate');
    const since = Date.parse(off?.published ?? '');

    expect(world.okta.idps[0]?.status).toBe('INACTIVE');
    expect(off?.actor.displayName).toBe('Irma Vogel');
    expect(world.access.audit.filter(({ event }) => event.timestamp >= since)).toEqual([]);
  });

  it('logout-not-configured: Jane is back in a few seconds after she has signed out', () => {
    const world = worldOf('logout-not-configured');
    const logins = world.access.audit.filter(({ event }) => event.values['authMethods'] === 'Okta Auth');
    const times = logins.map(({ event }) => event.timestamp);

    expect(world.okta.apps[0]?.['settings']).toMatchObject({ signOn: { slo: { enabled: false } } });
    expect(world.okta.apps[1]?.['settings']).toMatchObject({ signOn: { slo: { enabled: true } } });
    expect(times.some((time, place) => time - (times[place - 1] ?? 0) <= 20_000)).toBe(true);
    expect(failures(world)).toEqual([]);
  });

  it('ios-sso-not-installed: an error without a name', () => {
    const world = worldOf('ios-sso-not-installed');
    const errors = world.access.audit.filter(({ event }) => event.objectType === 'LOGIN_ERROR');

    expect(errors.map(({ event }) => event.actorUserName)).toEqual([null, null]);
    expect(failures(world)[0]).toContain('no valid authentication methods');
  });

  it('noisy-week: thousands of events and one failure of Jane’s', () => {
    const world = worldOf('noisy-week');

    expect(world.okta.logs.length).toBeGreaterThan(5_000);
    expect(world.access.audit.length).toBeGreaterThan(6_000);
    expect(reasons(world, 'user.session.start').filter((reason) => reason === 'GENERAL_NONSUCCESS')).toHaveLength(1);
  });

  it('healthy: nobody but Erik and whoever typed a password failed', () => {
    const world = worldOf('healthy');
    const failed = world.okta.logs.filter(({ outcome }) => outcome.result === 'FAILURE' || outcome.result === 'DENY');

    expect(new Set(failed.map(({ actor }) => actor.displayName))).toEqual(new Set(['unknown', 'Erik Holm']));
    expect(failures(world)).toEqual([]);
  });
});

/** What somebody who watches the tenants looks for lies in the last hour, and is about more than one person. */
describe('for whoever watches', () => {
  const minute = 60_000;
  const since = (minutes: number): string => new Date(now - minutes * minute).toISOString();
  const peopleWho = (world: World, wanted: (event: World['okta']['logs'][number]) => boolean): Set<string> =>
    new Set(world.okta.logs.filter((event) => wanted(event)).map(({ actor }) => actor.alternateId));

  it('sign-in-storm: fourteen people fail within twenty minutes, in both systems and with one text each', () => {
    const world = worldOf('sign-in-storm');
    const refused = world.access.audit.filter(
      ({ event }) => event.timestamp >= now - 20 * minute && event.values['success'] === 'false',
    );
    const turnedAway = world.okta.logs.filter(
      ({ published, eventType, outcome }) =>
        published >= since(20) && eventType === 'user.authentication.auth_via_IDP' && outcome.result === 'FAILURE',
    );

    expect(new Set(refused.map(({ event }) => event.actorUserName)).size).toBe(14);
    expect(new Set(refused.map(({ event }) => event.values['failureMessage']))).toEqual(
      new Set(['Kerberos NEGOTIATE failed or was cancelled by the user']),
    );
    expect(new Set(turnedAway.map(({ actor }) => actor.alternateId)).size).toBe(14);
    expect(new Set(turnedAway.map(({ outcome }) => outcome.reason))).toEqual(new Set(['User Denied/Rejected']));
    expect(refused.length).toBeGreaterThan(14);
  });

  it('sign-in-storm: in any fifteen minutes of the days before at most one person fails', () => {
    const world = worldOf('sign-in-storm');
    const before = [
      ...world.okta.logs
        .filter(({ published, outcome }) => outcome.result === 'FAILURE' && published < since(53))
        .map(({ published, actor }) => ({ at: Date.parse(published), who: actor.displayName })),
      ...world.access.audit
        .filter(({ event }) => event.values['success'] === 'false' && event.timestamp < now - 53 * minute)
        .map(({ event }) => ({ at: event.timestamp, who: event.actorUserName ?? '' })),
    ];

    expect(before.length).toBeGreaterThan(12);
    for (const { at, who } of before) {
      const others = before.filter((other) => Math.abs(other.at - at) < 15 * minute && !sameName(other.who, who));
      expect(others, who).toEqual([]);
    }
  });

  it.each(['scim-distinguished-name', 'scim-creation-not-supported', 'scim-domain-mismatch'])(
    '%s: two people are refused within the last hour, and three in all',
    (id) => {
      const refused = worldOf(id).okta.logs.filter(
        ({ eventType, outcome }) => eventType === 'application.provision.user.push' && outcome.result === 'FAILURE',
      );
      const names = (list: typeof refused) => new Set(list.map(({ target }) => target?.[0]?.alternateId));

      expect(names(refused.filter(({ published }) => published >= since(60))).size).toBe(2);
      expect(names(refused).size).toBe(3);
    },
  );

  it.each([
    ['device-not-secured', 'DENY', 4],
    ['redirect-loop', 'CHALLENGE', 3],
  ])('%s: it happens to several people within the last hour', (id, result, people) => {
    const who = peopleWho(worldOf(id), ({ published, outcome }) => published >= since(60) && outcome.result === result);

    expect(who.size).toBe(people);
  });

  it('identity-provider-changed: who changed what, and the revoked token is gone', () => {
    const world = worldOf('identity-provider-changed');
    const changes = world.okta.logs.filter(({ eventType }) =>
      /^(system|policy\.rule|application\.(l|c))/.test(eventType),
    );

    expect(
      changes.map(({ eventType, target }) => [
        eventType,
        ...(target ?? []).map((each) => `${each.type} ${each.displayName}`),
      ]),
    ).toEqual([
      ['system.idp.lifecycle.update', 'IdentityProvider Workspace ONE'],
      ['policy.rule.update', 'PolicyEntity Idp Discovery Policy', 'PolicyRule Workspace ONE mobile'],
      ['application.lifecycle.update', 'AppInstance Workspace ONE'],
      ['application.configuration.update', 'AppInstance Workspace ONE'],
      ['system.api_token.revoke', 'Token Workspace ONE'],
    ]);
    expect(new Set(changes.map(({ actor, outcome }) => `${actor.displayName} ${outcome.result}`))).toEqual(
      new Set(['Irma Vogel SUCCESS']),
    );
    expect(changes.every(({ published }) => published >= since(60))).toBe(true);
    expect(world.okta.apiTokens.map(({ name }) => name)).toEqual(['wo-okta helpdesk bot']);
  });

  it('many-ask: four people of the workspace ask in a channel that they and the bot are in', () => {
    const { chatter } = scenarioOf('many-ask');
    const { users, channels, bot } = helpdeskWorkspace;

    expect(new Set(chatter?.map(({ by }) => by)).size).toBe(4);
    for (const { by, channel, text, after } of chatter ?? []) {
      const user = users.find(({ email }) => email === by)?.id ?? by;
      expect(channels.find(({ name }) => name === channel)?.members).toEqual(expect.arrayContaining([user, bot]));
      expect(user).not.toBe(helpdeskWorkspace.me);
      expect(text).toMatch(/^@wo-okta .*no valid authentication methods were found/);
      expect(after).toBeLessThan(minute);
    }
  });
});

/** Okta knows people by full name, Access by short name. */
const sameName = (one: string, other: string): boolean => {
  const first = (name: string): string => (name === 'jdoe' ? 'jane' : (name.toLowerCase().split(' ')[0] ?? ''));
  return first(one) === first(other);
};

describe('the running tenants', () => {
  it('switch scenarios, take one of their own, and refuse an unknown one', async () => {
    const clock = createManualClock();
    const tenants = await startTenants({ scenario: 'healthy', clock });
    try {
      tenants.setScenario('okta-down');
      expect(tenants.current().id).toBe('okta-down');
      tenants.setScenario({ ...scenarioOf('healthy'), id: 'own' });
      expect(tenants.current().id).toBe('own');
      expect(() => tenants.setScenario('nowhere')).toThrow('There is no scenario "nowhere".');
      expect(tenants.current().id).toBe('own');
    } finally {
      await tenants.close();
    }
  });

  it('tell of other events when the same scenario is put on once more', async () => {
    const clock = createManualClock();
    const tenants = await startTenants({ scenario: 'wrong-issuer', clock });
    const ids = (): string[] => {
      let all: string[] = [];
      tenants.change(({ okta, access }) => {
        all = [...okta.logs.map(({ uuid }) => uuid), ...access.audit.map(({ event }) => event.uuid)];
      });
      return all;
    };
    try {
      const before = new Set(ids());
      clock.advance(1_000);
      tenants.setScenario('wrong-issuer');
      expect(ids().filter((id) => before.has(id))).toEqual([]);
    } finally {
      await tenants.close();
    }
  });

  it('say which port is taken, and leave none open', async () => {
    const clock = createManualClock();
    const first = await startTenants({ scenario: 'healthy', clock });
    const port = Number(new URL(first.access.url).port);

    await expect(startTenants({ scenario: 'healthy', clock, port })).rejects.toMatchObject({
      code: 'address-in-use',
      message: expect.stringContaining(String(port)),
    });
    await first.close();
    await expect(fetch(first.access.url)).rejects.toThrow();
  });
});
