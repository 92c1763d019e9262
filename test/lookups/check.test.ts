import { afterEach, describe, expect, it } from 'vitest';
import { auditEvent } from '../../src/playground/tenants/access/audit-event.js';
import { scenarios } from '../../src/playground/tenants/index.js';
import { asActor, logEvent, unknownActor } from '../../src/playground/tenants/okta/log-event.js';
import { ann, dora, erik } from '../../src/playground/tenants/people.js';
import type { Change } from '../../src/playground/tenants/scenarios/scenario.js';
import { samlRequestArrives, signsInAtAccess } from '../../src/playground/tenants/stories/sign-in.js';
import { type Asking, startAsking } from './asking.js';

/** What the first line must say in each scenario, and the article that mends it. */
const faults: Readonly<Record<string, readonly [RegExp, string | undefined]>> = {
  healthy: [/^Nothing is wrong with Ann Ace/, undefined],
  'user-name-mismatch': [/^User names do not match: .*“jdoe”.*“jdoe@acme.example”/, 'username-mismatch'],
  'jit-off': [
    /^The Name ID that Okta sends matches no user in Workspace ONE Access.* what Carla Russo’s failed sign-in means\.$/,
    'no-access-to-service',
  ],
  'wrong-issuer': [
    /^The issuer of Okta’s identity provider “Workspace ONE” is wrong: .* does not end in idp\.xml, so sign-ins .* fail/,
    'routing-rules-general-nonsuccess',
  ],
  'federation-artifact': [
    /^Okta answers with a SAML context that .* does not list.* names nobody and may be Jane Doe’s\.$/,
    'federation-artifact-not-found',
  ],
  'idp-not-found': [/^The built-in identity provider .* is incomplete: .* may be Ann Ace’s\.$/, 'idp-not-found'],
  'idp-inactive': [/^Ann Ace’s sign-in failed in Okta at .*: INVALID_CREDENTIALS$/, undefined],
  // What Access records of these is no failure of anybody’s.
  'wrong-application-source': [/^Nothing is wrong with Ann Ace/, undefined],
  'logout-not-configured': [/^Nothing is wrong with Jane Doe/, undefined],
  'scim-distinguished-name': [
    /^Workspace ONE Access has distinguishedName marked as a required .* what Nina Berg’s failed provisioning means\.$/,
    'scim-distinguished-name-missing',
  ],
  'scim-creation-not-supported': [
    /^The domain that Okta sends is held by a directory of another type .* Nina Berg’s failed provisioning means\.$/,
    'scim-user-creation-not-supported',
  ],
  'scim-domain-mismatch': [
    /^The domain in Okta's attribute mapping differs from the domain of the directory .* Nina Berg’s failed provisioning/,
    'scim-domain-mismatch',
  ],
  'device-not-secured': [
    /^The access policy .* combines Mobile SSO and Device Compliance in one rule, so .* no trusted result for Ann Ace’s/,
    'device-trust-not-secured',
  ],
  'redirect-loop': [/^Ben Cruz goes round .*Device SSO Response and Enable ForceAuthN/, 'device-trust-redirect-loop'],
  // The text is that of two problems; which it is, a diagnosis tells.
  'failure-notification-off': [
    /^Mobile SSO for iOS could not get a Kerberos ticket: .* names nobody and may be Nina Berg’s\.$/,
    'mobile-sso-kerberos-failed',
  ],
  'profile-realm-wrong': [
    /^Mobile SSO for iOS could not get a Kerberos ticket: .* wrong realm .* what Ann Ace’s failed sign-in means\.$/,
    'mobile-sso-kerberos-failed',
  ],
  'uem-user-name-with-at': [/^Ben Cruz’s user name in Workspace ONE UEM .*@/, 'mobile-sso-invalid-principal-name'],
  'ios-sso-not-installed': [
    /^The iOS SSO profile is not installed on Ann Ace’s device .*, so Mobile SSO cannot work/,
    'mobile-sso-no-valid-auth-methods',
  ],
  'several-matching-users': [/^2 people answer to “jdoe”/, undefined],
  'no-such-user': [/^Nobody is called “nobody@acme.example”/, undefined],
  // Nothing is wrong with Ann: `token` and `idp` say what is about to be.
  'token-near-expiry': [/^Nothing is wrong with Ann Ace/, undefined],
  'certificate-near-expiry': [/^Nothing is wrong with Ann Ace/, undefined],
  'identity-provider-changed': [/^Nothing is wrong with Ann Ace/, undefined],
  'sign-in-storm': [
    /^Mobile SSO for iOS could not get a Kerberos ticket: .* what Amir Haddad’s failed sign-in means\.$/,
    'mobile-sso-kerberos-failed',
  ],
  'many-ask': [/ names nobody and may be Carla Russo’s\.$/, 'mobile-sso-no-valid-auth-methods'],
  'noisy-week': [/^User names do not match/, 'username-mismatch'],
  // Which half is missing, what to do about it, and what the others say.
  'okta-down': [
    /^Okta cannot be reached just now, so its half .* Workspace ONE Access and Workspace ONE UEM show nothing wrong/,
    undefined,
  ],
  'access-slow': [
    /^Workspace ONE Access did not answer in time, so its half .*: try again .* Okta and Workspace ONE UEM show nothing/,
    undefined,
  ],
  'okta-rate-limited': [
    /^Okta has had .* its log of sign-ins could not be read: ask again after 2026-11-24 09:00:45 UTC\. The rest of Okta, /,
    undefined,
  ],
  'okta-token-invalid': [
    /^Okta does not accept .*, so its half could not be read: tell whoever .* Access and Workspace ONE UEM show nothing/,
    undefined,
  ],
  'access-credential-refused': [
    /^Workspace ONE Access does not accept .*, so its half .*: tell whoever .* Okta and Workspace ONE UEM show nothing/,
    undefined,
  ],
};

describe('check', () => {
  let asking: Asking | undefined;
  const start = async (...[scenario, changes]: Parameters<typeof startAsking>) => {
    const started = await startAsking(scenario, changes);
    asking = started;
    return started;
  };
  afterEach(() => asking?.close());
  const marks = (lines: readonly { mark: string; label: string; value: string }[]) =>
    Object.fromEntries(lines.map(({ label, mark, value }) => [label, `${mark}: ${value}`]));

  it('has a first line for every scenario', () => {
    expect(Object.keys(faults).sort()).toEqual(scenarios.map(({ id }) => id).sort());
  });

  it.each(Object.entries(faults).filter(([id]) => id !== 'access-slow'))(
    'says in its first line what is wrong: %s',
    async (id, [first, article]) => {
      const { ask, simulated } = await start(id);

      const { summary, articleId } = await ask('check', simulated.current().subject);

      expect(summary).toMatch(first);
      expect(articleId).toBe(article);
    },
  );

  it('does not wait for a system that takes half a minute, and shows the others', async () => {
    const { ask, simulated, time } = await start('access-slow');
    let calm = 0;
    const stop = eachTurn(() => {
      const open = simulated.requests
        .list()
        .filter(({ system, status }) => system !== 'access' && status === undefined);
      const isWaiting =
        open.length === 0 && simulated.requests.count('okta') === 4 && simulated.requests.count('uem') === 3;
      calm = isWaiting ? calm + 1 : 0;
      // The others are through: now the time of the connector's calls is up.
      if (calm > 200) time.expire();
    });

    const { summary, sections, status } = await ask('check', 'ann@acme.example', {
      deadline: () => new AbortController().signal,
    });

    stop();
    expect(summary).toMatch(faults['access-slow']?.[0] ?? /never/);
    expect(status).toBe('partial');
    const [okta, access, uem] = sections;
    expect(access?.unread).toContain('did not answer');
    expect(okta?.lines.length).toBeGreaterThan(4);
    expect(uem?.lines.length).toBeGreaterThan(1);
    expect(callsOf(simulated).length).toBeLessThanOrEqual(12);
  });

  it.each(scenarios.filter(({ id }) => id !== 'access-slow').map(({ id, subject }) => [id, subject] as const))(
    'shows one event once, and no heading with nothing below it: %s',
    async (id, subject) => {
      const { ask } = await start(id);

      const { sections, timeline } = await ask('check', subject);

      const values = sections.flatMap(({ lines }) => lines.map(({ value }) => value));
      expect(timeline.filter(({ failed, text }) => failed && values.includes(text))).toEqual([]);
      expect(sections.filter(({ lines, unread, more }) => lines.length === 0 && !unread && !more)).toEqual([]);
    },
  );

  it.each([
    ['jit-off', /^Workspace ONE Access, 2026-11-24 08:42 UTC: LOGIN failed: .*does not have JIT enabled/],
    ['scim-distinguished-name', /^Okta, .*: Required user attributes:\[distinguishedName\] are missing\.$/],
    [
      'device-not-secured',
      /^Workspace ONE Access, .*: LOGIN \(.*Device Compliance.* Okta, right after it: .*NOT_VERIFIED$/,
    ],
  ] as const)('names below the cause the event that it rests on: %s', async (id, event) => {
    const { ask, simulated } = await start(id);

    const { because } = await ask('check', simulated.current().subject);

    expect(because).toMatch(event);
  });

  it('tells an event in its own words when the cause that its article names is not known', async () => {
    const { ask } = await start('jit-off');

    const { summary, because } = await ask('check', 'carla', { causeOf: () => undefined });

    expect(summary).toMatch(/^Carla Russo’s sign-in failed in Workspace ONE Access at .*does not have JIT enabled/);
    expect(because).toBeUndefined();
  });

  describe('of a managed device that Okta takes for unsecured', () => {
    const signsIn =
      (ago: number, methods: string): Change =>
      (world) =>
        signsInAtAccess(world, ann, ago, methods);

    it('says that the policy combines methods, whichever they are, where Access signed in with several', async () => {
      const { ask } = await start('healthy', [
        signsIn(4_000, 'Mobile SSO (for iOS), Password (Local Directory)'),
        refusesDevice(2_000),
      ]);

      const { summary, articleId } = await ask('check', 'ann@acme.example');

      expect(summary).toMatch(/^The access policy .* combines Mobile SSO and Password in one rule/);
      expect(articleId).toBe('device-trust-not-secured');
    });

    it.each([
      ['one method only', 'Mobile SSO (for iOS)', 4_000],
      ['several, none of them Mobile SSO', 'Password,Device Compliance (with AirWatch)', 4_000],
      ['several, but long before', 'Mobile SSO (for iOS),Device Compliance (with AirWatch)', 400_000],
    ])('says what the failure means, and blames no policy, for %s', async (_what, methods, ago) => {
      const { ask } = await start('healthy', [signsIn(ago, methods), refusesDevice(2_000)]);

      const { summary, articleId, because } = await ask('check', 'ann@acme.example');

      expect(summary).toMatch(/^Okta did not get a trusted result for .* what Ann Ace’s failed sign-in means\.$/);
      expect(because).toMatch(/^Okta, .*: Authentication of device via SAML IDP: NOT_VERIFIED$/);
      expect(articleId).toBe('device-trust-not-secured');
    });
  });

  it('lists beside the timeline the failures that a success has put right since', async () => {
    const { ask } = await start('healthy', [
      refusesDevice(7_200_000),
      trustsDevice(7_000_000),
      failsByPassword(60_000),
    ]);

    const { sections, timeline, evidence } = await ask('check', 'ann@acme.example');

    expect(timeline.filter(({ failed }) => failed).map(({ text }) => text)).toEqual([
      'User login to Okta: INVALID_CREDENTIALS',
    ]);
    const others = sections.find(({ title }) => title === 'Other failures');
    expect(others?.lines.map(({ value }) => value)).toEqual(['Authentication of device via SAML IDP: NOT_VERIFIED']);
    expect(evidence.filter(({ what }) => what.startsWith('Failed event'))).toHaveLength(2);
  });

  it('says that the last failure was put right', async () => {
    const { ask } = await start('healthy', [failsByPassword(7_200_000)]);

    const { summary, status } = await ask('check', 'ann@acme.example');

    expect(summary).toBe(
      'Nothing is wrong with Ann Ace: the last failure, at 2026-11-24 07:00 UTC, was followed by a success.',
    );
    expect(status).toBe('ok');
  });

  it.each([
    ['Password', /^Nothing is wrong with Ann Ace: the last failure, .* was followed by a success\.$/],
    ['Password (Local Directory)', /^Nothing is wrong with Ann Ace/],
    ['Mobile SSO (for Android)', /^Ann Ace’s sign-in failed in Workspace ONE Access/],
  ])(
    'takes a later sign-in by Mobile SSO for the end of a password mistyped, not of another method: %s',
    async (authMethods, said) => {
      const { ask } = await start('healthy', [refusedAtAccess(7_200_000, authMethods)]);

      expect((await ask('check', 'ann@acme.example')).summary).toMatch(said);
    },
  );

  it('takes a later sign-in by password for no proof that Mobile SSO works again', async () => {
    const { ask } = await start('healthy', [
      refusedAtAccess(60_000, 'Mobile SSO (for iOS)'),
      (world) => signsInAtAccess(world, ann, 30_000, 'Password'),
    ]);

    expect((await ask('check', 'ann@acme.example')).summary).toMatch(
      /^Ann Ace’s sign-in failed in Workspace ONE Access/,
    );
  });

  it('takes one request of Access for each sign-in, not those of others in the same second', async () => {
    const others = [500, 1_000, 2_000].map(
      (ago): Change =>
        (world) =>
          samlRequestArrives(world, ann, 3_600_000 + ago),
    );
    const { ask } = await start('healthy', others);

    const { timeline } = await ask('check', 'ann@acme.example');

    const of = (text: string) => timeline.filter(({ at, text: said }) => at >= '2026-11-24' && said.startsWith(text));
    expect([of('SAML_REQUEST').length, of('LOGIN').length]).toEqual([1, 1]);
  });

  it('counts what it leaves out of the middle of a long timeline', async () => {
    const failures = Array.from({ length: 30 }, (_, count) => failsByPassword(1_000 * (count + 1)));
    const { ask } = await start('healthy', failures);

    const { timeline, window, sections } = await ask('check', 'ann@acme.example');

    expect(timeline).toHaveLength(20);
    expect(window?.left).toBe(10);
    expect(sections.map(({ title }) => title)).not.toContain('Timeline');
  });

  it('does not say that nothing is wrong with somebody whom nobody knows, when Okta is down', async () => {
    const { ask } = await start('okta-down');

    expect((await ask('check', 'nobody@acme.example')).summary).toMatch(
      /Workspace ONE Access and Workspace ONE UEM know nobody called “nobody@acme.example”\.$/,
    );
    expect((await ask('check', ann.oktaId)).summary).toMatch(/know nobody by such a name: ask by user name or e-mail/);
  });

  it.each([
    ['okta-down', ['access']],
    ['access-credential-refused', ['okta']],
    ['healthy', undefined],
  ] as const)('says whose events it has, when not everybody’s: %s', async (id, systems) => {
    const { ask } = await start(id);

    expect((await ask('check', 'ann@acme.example')).window?.only).toEqual(systems);
  });

  it.each([
    [erik, /Erik Holm is locked out of Okta .*unlock/],
    [dora, /Dora Lind is deactivated in Okta/],
  ])('says what the status of a user means', async (person, first) => {
    const { ask } = await start('healthy');

    const { summary, status } = await ask('check', person.email);

    expect(summary).toMatch(first);
    expect(status).toBe('finding');
  });

  it('shows every part of a healthy picture', async () => {
    const { ask } = await start('healthy');

    const { sections, window } = await ask('check', 'ann@acme.example');

    const [okta, access, uem, failures] = sections;
    expect(marks(okta?.lines ?? [])).toMatchObject({
      Status: 'good: active since 2026-08-26 09:00 UTC',
      Blocks: 'good: none',
      Factors: 'note: push; 1 other not active',
      'Workspace ONE': 'good: assigned, application username ann@acme.example',
    });
    expect(marks(access?.lines ?? [])).toMatchObject({
      Account: 'good: enabled, provisioned',
      'User name': 'note: ann, not Okta’s login',
      'User principal name': expect.stringMatching(/^good: .*Okta’s login and the application username/),
      'E-mail': expect.stringMatching(/^good: /),
      'Username Value sent to Okta': expect.stringMatching(/^good: .*equal to Okta’s login/),
    });
    expect(marks(uem?.lines ?? [])).toMatchObject({
      'User name': 'good: ann',
      'ann iPhone': expect.stringMatching(/^good: iPhone 17.5.1, Enrolled, Compliant, last seen 2026-11-24 08:48/),
      'iOS SSO profile on ann iPhone': 'good: installed (iOS SSO)',
    });
    expect(marks(failures?.lines ?? [])).toMatchObject({ Failures: 'good: none that name the person' });
    expect(window).toEqual({ from: '2026-11-21T09:00:00.000Z', to: '2026-11-24T09:00:00.000Z', more: false });
  });

  it('puts both systems on one timeline and marks the first thing that went wrong', async () => {
    const { ask } = await start('user-name-mismatch');

    const { timeline } = await ask('check', 'jdoe@acme.example');

    expect([...timeline].sort((a, b) => (a.at < b.at ? -1 : 1))).toEqual(timeline);
    expect(new Set(timeline.map(({ system }) => system))).toEqual(new Set(['okta', 'access']));
    expect(timeline.filter(({ isFirstFailure }) => isFirstFailure)).toEqual([
      expect.objectContaining({
        at: '2026-11-24T08:19:59.000Z',
        text: 'Authenticate user via IDP: Unable to match transformed username (name sent: jdoe)',
        articleId: 'username-mismatch',
      }),
    ]);
    expect(timeline.slice(0, 2).map(({ text }) => text)).toEqual([
      'SAML_REQUEST → OKTA',
      'LOGIN (Mobile SSO (for iOS))',
    ]);
  });

  it.each(['okta-down', 'okta-token-invalid'] as const)('shows the Workspace ONE half when it is %s', async (id) => {
    const { ask } = await start(id);

    const { sections, status } = await ask('check', 'ann@acme.example');

    const [okta, access, uem] = sections;
    expect(status).toBe('partial');
    expect(okta).toMatchObject({ lines: [], unread: expect.stringContaining('Okta') });
    expect(access?.lines.length).toBeGreaterThan(2);
    expect(uem?.lines.length).toBeGreaterThan(1);
  });

  it('asks which of several people is meant, and finds the one chosen', async () => {
    const { ask } = await start('several-matching-users');

    const { choices, sections } = await ask('check', 'jdoe');

    expect(sections).toEqual([]);
    expect(choices?.map(({ label }) => label).sort()).toEqual([
      'Jane Doe (jdoe@acme.example), active',
      'John Doe (jdoe@contractors.example), active',
    ]);
    const john = choices?.find(({ label }) => label.startsWith('John'));
    const chosen = await ask('check', john?.key);
    expect(chosen.subject).toBe('John Doe (jdoe@contractors.example)');
    expect(chosen.choices).toBeUndefined();
    expect(JSON.stringify(chosen)).not.toContain('jdoe@acme.example');
  });

  it('asks among the people of Access when Okta cannot tell', async () => {
    const { ask, simulated } = await start('several-matching-users');
    simulated.addFault({ system: 'okta', kind: 'down' });

    const { choices } = await ask('check', 'jdoe');

    expect(choices?.map(({ key }) => key).sort()).toEqual(['jdoe@acme.example', 'jdoe@contractors.example']);
  });

  it.each([
    ['short name', 'ann'],
    ['Windows login', 'ACME\\ann'],
    ['address as Slack sends it', '<mailto:ann@acme.example|ann@acme.example>'],
    ['address in other case', 'Ann@Acme.Example'],
    ['Okta id', ann.oktaId],
  ])('finds a person by %s', async (_what, who) => {
    const { ask } = await start('healthy');

    const { subject, sections } = await ask('check', who);

    expect(subject).toBe('Ann Ace (ann@acme.example)');
    for (const { lines } of sections.slice(0, 3)) expect(lines.length).toBeGreaterThan(2);
  });

  it('never shows what somebody typed into the login field', async () => {
    const password = 'Tr0ub4dor&3';
    const { ask } = await start('healthy', [
      (world) =>
        logEvent(world, {
          ago: 60_000,
          eventType: 'user.authentication.auth_via_IDP',
          displayMessage: 'Authenticate user via IDP',
          actor: { ...unknownActor(password), id: ann.oktaId },
          result: 'FAILURE',
          reason: 'Unable to match transformed username',
          transaction: 'Zpassword',
          debugData: { subjectName: password, transformedUserName: password },
        }),
      (world) =>
        logEvent(world, {
          ago: 59_000,
          eventType: 'user.session.start',
          displayMessage: 'User login to Okta',
          actor: unknownActor(password),
          result: 'FAILURE',
          reason: 'GENERAL_NONSUCCESS',
          transaction: 'Zpassword',
        }),
    ]);

    const report = JSON.stringify(await ask('check', 'ann@acme.example'));

    expect(report).not.toContain(password);
    expect(report).toContain('(a login that is no known user)');
  });

  it('leaves failures that name nobody out of a busy tenant’s timeline, and counts them', async () => {
    const { ask } = await start('noisy-week');

    const { timeline, sections } = await ask('check', 'jdoe@acme.example');

    expect(timeline.every(({ text }) => !text.includes('names no user'))).toBe(true);
    expect(sections.find(({ title }) => title === 'Other failures')?.lines.at(-1)?.value).toMatch(
      /failures, which may be/,
    );
  });

  it.each(scenarios.filter(({ id }) => id !== 'access-slow').map(({ id, subject }) => [id, subject] as const))(
    'makes few calls: %s',
    async (id, subject) => {
      const { ask, simulated } = await start(id);

      await ask('check', subject);

      expect(callsOf(simulated).length).toBeLessThanOrEqual(12);
    },
  );

  it('asks each question once, of a name that nobody has too', async () => {
    const { ask, simulated } = await start('no-such-user');

    await ask('check', 'nobody@acme.example');

    const asked = callsOf(simulated).map(({ path, query }) => `${path} ${JSON.stringify(query)}`);
    expect(asked).toEqual([...new Set(asked)]);
  });

  it('asks for the blocks of a user whom only the search finds', async () => {
    const { ask, simulated } = await start('healthy', [
      ({ okta }) => {
        for (const user of okta.users) if (user.id === erik.oktaId) user.profile.email = 'e.holm@acme.example';
      },
    ]);

    const { sections } = await ask('check', 'e.holm@acme.example');

    expect(marks(sections[0]?.lines ?? [])).toMatchObject({
      Blocks: 'bad: sign-in is blocked from devices new to Okta',
    });
    expect(callsOf(simulated).filter(({ path }) => path.endsWith('/blocks'))).toHaveLength(1);
  });

  it('makes these calls when all is well', async () => {
    const { ask, simulated } = await start('healthy');

    await ask('check', 'ann@acme.example');

    expect(
      simulated.requests
        .list()
        .map(({ path }) => path.replace(/00u\w{17}|\d{4,}/, 'ID'))
        .sort(),
    ).toEqual([
      '/SAAS/auth/oauthtoken',
      '/SAAS/jersey/manager/api/catalogitems/search',
      '/SAAS/jersey/manager/api/scim/Users',
      '/analytics/reports/audit',
      '/api/mdm/devices/ID/profiles',
      '/api/mdm/devices/search',
      '/api/mdm/profiles/search',
      '/api/v1/apps',
      '/api/v1/logs',
      '/api/v1/users/ID/factors',
      '/api/v1/users/ann%40acme.example',
    ]);
  });
});

/** The API calls made so far, without signing in to Access: that is one call every three hours. */
function callsOf({ requests }: Asking['simulated']) {
  return requests.list().filter(({ path }) => path !== '/SAAS/auth/oauthtoken');
}

/** Okta gets no trusted result for Ann's device. */
function refusesDevice(ago: number): Change {
  return (world) => logEvent(world, { ...deviceTrust(ago), result: 'FAILURE', debugData: { result: 'NOT_VERIFIED' } });
}

/** Okta gets a trusted result. */
function trustsDevice(ago: number): Change {
  return (world) => logEvent(world, { ...deviceTrust(ago), result: 'SUCCESS', debugData: { result: 'TRUSTED' } });
}

function deviceTrust(ago: number) {
  return {
    ago,
    eventType: 'user.authentication.authenticate',
    displayMessage: 'Authentication of device via SAML IDP',
    actor: asActor(ann),
  };
}

/** Ann types a wrong password. */
function failsByPassword(ago: number): Change {
  return (world) =>
    logEvent(world, {
      ago,
      eventType: 'user.session.start',
      displayMessage: 'User login to Okta',
      actor: asActor(ann),
      result: 'FAILURE',
      reason: 'INVALID_CREDENTIALS',
    });
}

/** Access refuses Ann by one method. */
function refusedAtAccess(ago: number, authMethods: string): Change {
  return (world) =>
    auditEvent(world, {
      ago,
      objectType: 'LOGIN',
      summary: `LOGIN failed (${authMethods})`,
      actor: ann,
      values: { deviceType: 'browser', success: 'false', authMethods, failureMessage: 'Invalid credentials' },
    });
}

/** Does something each time round the event loop until it is stopped. */
function eachTurn(tryIt: () => void): () => void {
  let isOver = false;
  const turn = () => {
    if (isOver) return;
    tryIt();
    setImmediate(turn);
  };
  setImmediate(turn);
  return () => {
    isOver = true;
  };
}
