import { afterEach, describe, expect, it } from 'vitest';
import { logEvent, unknownActor } from '../../src/playground/tenants/okta/log-event.js';
import { admin, ann } from '../../src/playground/tenants/people.js';
import { type Asking, startAsking } from './asking.js';

describe('last-failure', () => {
  let asking: Asking | undefined;
  const start = async (...[scenario, changes]: Parameters<typeof startAsking>) => {
    const started = await startAsking(scenario, changes);
    asking = started;
    return started;
  };
  afterEach(() => asking?.close());
  const lines = ({ sections }: Awaited<ReturnType<Asking['ask']>>, system: string) =>
    sections.find((section) => section.system === system)?.lines ?? [];

  it('names the cause of a roll-up, found in an event of the same request that names nobody', async () => {
    const rollUp = { transaction: 'Zrollup', result: 'FAILURE' };
    const { ask, simulated } = await start('healthy', [
      (world) => {
        logEvent(world, {
          ...rollUp,
          ago: 60_000,
          eventType: 'user.authentication.auth_via_IDP',
          displayMessage: 'Authenticate user via IDP',
          actor: unknownActor('somebody-else'),
          reason: 'Unable to match transformed username',
        });
        logEvent(world, {
          ...rollUp,
          ago: 59_000,
          eventType: 'user.session.start',
          displayMessage: 'User login to Okta',
          actor: { ...unknownActor(ann.email), id: ann.oktaId },
          reason: 'GENERAL_NONSUCCESS',
        });
      },
    ]);

    const found = await ask('last-failure', 'ann@acme.example');

    expect(found.summary).toMatch(
      /^Ann Ace’s last failure: .*, Okta\. It means: Workspace ONE Access sends a user name/,
    );
    expect(lines(found, 'okta')[0]?.value).toMatch(/GENERAL_NONSUCCESS, because: Unable to match transformed username/);
    expect(found.articleId).toBe('username-mismatch');
    expect(JSON.stringify(found)).not.toContain('somebody-else');
    expect(simulated.requests.list('okta').filter(({ path }) => path === '/api/v1/logs')).toHaveLength(2);
  });

  it('finds a failure by the login that was typed', async () => {
    const { ask } = await start('user-name-mismatch');

    const found = await ask('last-failure', 'jdoe@acme.example');

    expect(lines(found, 'okta')[0]).toMatchObject({
      mark: 'bad',
      label: '2026-11-24 08:48 UTC, Okta',
      articleId: 'username-mismatch',
    });
  });

  it('finds what happened to a person as target of somebody else’s work', async () => {
    const { ask } = await start('scim-domain-mismatch');

    const found = await ask('last-failure', 'nina@acme.example');

    expect(found.articleId).toBe('scim-domain-mismatch');
    expect(found.summary).toMatch(/It means: The domain in Okta's attribute mapping differs/);
    expect(found.because).toMatch(/^One like it, at 2026-11-24 06:00 UTC, names the cause: User domain .*directory\.$/);
    expect((await ask('last-failure', admin.email)).summary).toMatch(/^No failed event of Irma Vogel/);
  });

  it('finds an audit event that names the person only in its text', async () => {
    const { ask } = await start('jit-off');

    const found = await ask('last-failure', 'carla@acme.example');

    expect(lines(found, 'access')[0]?.value).toContain('nameId: carla@acme.example');
    expect(lines(found, 'okta')).toEqual([
      { mark: 'good', label: 'Failed events', value: 'none that name the person' },
    ]);
    expect((await ask('last-failure', 'ann@acme.example')).status).toBe('ok');
  });

  it('shows audit events that name nobody as such, and hides the name in them', async () => {
    const { ask } = await start('jit-off');

    const found = await ask('last-failure', 'ann@acme.example');

    expect(lines(found, 'access').at(-1)?.label).toMatch(/naming nobody$/);
    expect(JSON.stringify(found)).not.toContain('carla');
    expect(JSON.stringify(found)).toContain('nameId: (a login that is no known user)');
  });

  it('links the article of each event', async () => {
    const { ask } = await start('uem-user-name-with-at');

    const found = await ask('last-failure', 'ben');

    expect(lines(found, 'access')[0]).toMatchObject({ mark: 'bad', articleId: 'mobile-sso-kerberos-failed' });
  });

  it('names the wrong issuer as the cause of a roll-up that says nothing, and links its article', async () => {
    const { ask, simulated } = await start('wrong-issuer');

    const found = await ask('last-failure', 'ann@acme.example');

    expect(found.summary).toMatch(/^Ann Ace’s last failure: 2026-11-24 08:51 UTC, Okta\. The issuer of .* is wrong: /);
    expect(found.articleId).toBe('routing-rules-general-nonsuccess');
    expect(lines(found, 'okta').map(({ articleId }) => articleId)).toEqual(Array(4).fill(found.articleId));
    expect(simulated.requests.list('okta').filter(({ path }) => path === '/api/v1/idps')).toHaveLength(1);
  });

  it('does not read the identity providers for a failure that Okta gives a reason for', async () => {
    const { ask, simulated } = await start('user-name-mismatch');

    await ask('last-failure', 'jdoe@acme.example');

    expect(simulated.requests.list('okta').filter(({ path }) => path === '/api/v1/idps')).toEqual([]);
  });

  it('says that the access policy combines methods, and what shows it', async () => {
    const { ask } = await start('device-not-secured');

    const found = await ask('last-failure', 'ann@acme.example');

    expect(found.summary).toMatch(
      /, Okta\. The access policy .* combines Mobile SSO and Device Compliance in one rule/,
    );
    expect(found.because).toMatch(/LOGIN \(Mobile SSO \(for iOS\),Device Compliance/);
    expect(found.articleId).toBe('device-trust-not-secured');
  });

  it.each(['wrong-issuer', 'jit-off', 'scim-domain-mismatch', 'ios-sso-not-installed'] as const)(
    'shows each event once: %s',
    async (id) => {
      const { ask, simulated } = await start(id);

      const { sections, timeline } = await ask('last-failure', simulated.current().subject);

      const lines = sections.flatMap((section) => section.lines.filter(({ mark }) => mark !== 'good'));
      expect(lines.length).toBeGreaterThan(0);
      expect(new Set(lines.map(({ label, value }) => `${label}: ${value}`)).size).toBe(lines.length);
      expect(timeline).toEqual([]);
    },
  );

  it('claims nothing about events that could not be read', async () => {
    const { ask, simulated } = await start('okta-rate-limited');

    const found = await ask('last-failure', 'ann@acme.example');
    simulated.addFault({ system: 'access', under: '/analytics', kind: 'rate-limited', seconds: 45 });
    const blind = await ask('last-failure', 'ann@acme.example');

    expect(found.summary).toMatch(
      /its log of sign-ins could not be read: ask again .* No failed event of Ann Ace in Workspace ONE Access in the last/,
    );
    expect(found.window?.only).toEqual(['access']);
    expect(blind.summary).toMatch(
      /its audit events could not be read.* So no failed event of Ann Ace could be looked for/,
    );
    expect(blind.window).toBeUndefined();
  });

  it('finds one failure among thousands of events, and says that there are more than the API gives', async () => {
    const { ask, simulated } = await start('noisy-week');

    const found = await ask('last-failure', 'jdoe@acme.example');

    expect(found.summary).toMatch(/Jane Doe’s last failure: 2026-11-22 09:00 UTC/);
    expect(found.window).toEqual({ from: '2026-11-17T09:00:00.000Z', to: '2026-11-24T09:00:00.000Z', more: false });
    expect(simulated.requests.count()).toBeLessThanOrEqual(6);
  });

  it('says that more exist', async () => {
    const { ask } = await start('healthy', [
      (world) => {
        for (let count = 0; count < 60; count++) {
          logEvent(world, {
            ago: count * 1_000,
            eventType: 'user.session.start',
            displayMessage: 'User login to Okta',
            actor: { ...unknownActor(ann.email), id: ann.oktaId },
            result: 'FAILURE',
            reason: 'INVALID_CREDENTIALS',
          });
        }
      },
    ]);

    const found = await ask('last-failure', 'ann@acme.example');

    expect(found.window?.more).toBe(true);
    expect(found.sections[0]?.more).toMatch(/more failed events/);
  });
});
