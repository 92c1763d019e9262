import { afterEach, describe, expect, it } from 'vitest';
import { scenarios } from '../../src/playground/tenants/index.js';
import { logEvent, unknownActor } from '../../src/playground/tenants/okta/log-event.js';
import { ann, dora, erik } from '../../src/playground/tenants/people.js';
import { type Asking, startAsking } from './asking.js';

/** What the first line must say in each scenario, and the article that mends it. */
const faults: Readonly<Record<string, readonly [RegExp, string | undefined]>> = {
  healthy: [/^Nothing is wrong with Ann Ace/, undefined],
  'user-name-mismatch': [/^User names do not match: .*“jdoe”.*“jdoe@acme.example”/, 'username-mismatch'],
  'jit-off': [/^Carla Russo’s sign-in failed .*does not have JIT enabled/, 'no-access-to-service'],
  'wrong-issuer': [/^The issuer of Okta’s identity provider .*idp\.xml/, 'routing-rules-general-nonsuccess'],
  'scim-distinguished-name': [/^Provisioning Nina Berg failed .*distinguishedName/, 'scim-distinguished-name-missing'],
  'scim-creation-not-supported': [/^Provisioning Nina Berg failed .*not supported/, 'scim-user-creation-not-supported'],
  'scim-domain-mismatch': [/^Provisioning Nina Berg failed .*belong to the directory/, 'scim-domain-mismatch'],
  'device-not-secured': [/^Ann Ace’s sign-in failed .*NOT_VERIFIED/, 'device-trust-not-secured'],
  'redirect-loop': [/^Ben Cruz goes round .*Device SSO Response and Enable ForceAuthN/, 'device-trust-redirect-loop'],
  'uem-user-name-with-at': [/^Ben Cruz’s user name in Workspace ONE UEM .*@/, 'mobile-sso-invalid-principal-name'],
  'ios-sso-not-installed': [/^The iOS SSO profile is not installed on Ann/, 'mobile-sso-no-valid-auth-methods'],
  'several-matching-users': [/^2 people answer to “jdoe”/, undefined],
  'no-such-user': [/^Nobody is called “nobody@acme.example”/, undefined],
  // Nothing is wrong with Ann: `token` and `idp` say what is about to be.
  'token-near-expiry': [/^Nothing is wrong with Ann Ace/, undefined],
  'certificate-near-expiry': [/^Nothing is wrong with Ann Ace/, undefined],
  'noisy-week': [/^User names do not match/, 'username-mismatch'],
  'okta-down': [/^Okta cannot be reached/, undefined],
  'access-slow': [/^Workspace ONE Access did not answer/, undefined],
  'okta-rate-limited': [/^Okta has had too many requests for now: ask again after 2026-11-24 09:00:45/, undefined],
  'okta-token-invalid': [/^Okta does not accept the bot's credential/, undefined],
  'access-credential-refused': [/^Workspace ONE Access does not accept/, undefined],
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
        open.length === 0 && simulated.requests.count('okta') === 5 && simulated.requests.count('uem') === 3;
      calm = isWaiting ? calm + 1 : 0;
      // The others are through: now the time of the connector's calls is up.
      if (calm > 200) time.expire();
    });

    const { summary, sections, status } = await ask('check', 'ann@acme.example', {
      deadline: () => new AbortController().signal,
    });

    stop();
    expect(summary).toMatch(/^Workspace ONE Access did not answer within 8 s/);
    expect(status).toBe('partial');
    const [okta, access, uem] = sections;
    expect(access?.unread).toContain('did not answer');
    expect(okta?.lines.length).toBeGreaterThan(4);
    expect(uem?.lines.length).toBeGreaterThan(1);
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
    expect(sections.find(({ title }) => title === 'Last failures')?.lines.at(-1)?.value).toMatch(
      /failures, which may be/,
    );
  });

  it.each(scenarios.filter(({ id }) => id !== 'access-slow').map(({ id, subject }) => [id, subject] as const))(
    'makes few calls: %s',
    async (id, subject) => {
      const { ask, simulated } = await start(id);

      await ask('check', subject);

      // Signing in to Access is one, every three hours.
      const calls = simulated.requests.list().filter(({ path }) => path !== '/SAAS/auth/oauthtoken');
      // An e-mail address as UEM user name takes finding out.
      expect(calls.length).toBeLessThanOrEqual(id === 'uem-user-name-with-at' ? 13 : 12);
    },
  );

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
      '/api/v1/users/ID/blocks',
      '/api/v1/users/ID/factors',
      '/api/v1/users/ann%40acme.example',
    ]);
  });
});

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
