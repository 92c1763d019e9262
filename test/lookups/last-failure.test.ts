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

    expect(found.summary).toMatch(/GENERAL_NONSUCCESS, because: Unable to match transformed username/);
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
    expect(found.summary).toMatch(/names the cause: .*belong to the directory/);
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
