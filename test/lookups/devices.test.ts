import { afterEach, describe, expect, it } from 'vitest';
import { ann } from '../../src/playground/tenants/people.js';
import { type Asking, startAsking } from './asking.js';

describe('devices', () => {
  let asking: Asking | undefined;
  const start = async (...[scenario, changes]: Parameters<typeof startAsking>) => {
    const started = await startAsking(scenario, changes);
    asking = started;
    return started;
  };
  afterEach(() => asking?.close());

  it('shows the devices of both systems', async () => {
    const { ask } = await start('healthy', [
      ({ okta }) =>
        okta.devices.set(ann.oktaId, [
          {
            deviceUserId: 'd1',
            device: {
              id: 'guo1',
              status: 'ACTIVE',
              profile: { displayName: 'Ann’s phone', platform: 'IOS', managed: true },
            },
          },
        ]),
    ]);

    const { sections, summary } = await ask('devices', 'ann@acme.example');

    const [uem, okta] = sections;
    expect(summary).toBe('Ann Ace: 1 device in Workspace ONE UEM, 1 device registered in Okta.');
    expect(uem?.lines.map(({ label }) => label)).toEqual(['User name', 'ann iPhone', 'iOS SSO profile on ann iPhone']);
    expect(okta?.lines).toEqual([{ mark: 'good', label: 'Ann’s phone', value: 'IOS, active, managed' }]);
  });

  it('does not take no devices for an error, nor an error for no devices', async () => {
    const { ask, simulated } = await start('healthy', [({ uem }) => uem.devices.splice(0)]);

    const none = await ask('devices', 'ann@acme.example');

    expect(none.errors).toEqual([]);
    expect(none.sections[0]?.lines).toContainEqual({ mark: 'note', label: 'Devices', value: 'none enrolled' });
    simulated.addFault({ system: 'uem', kind: 'down' });
    const unread = await ask('devices', 'ann@acme.example');
    expect(unread.sections[0]).toMatchObject({ lines: [], unread: expect.stringContaining('cannot be reached') });
    expect(unread.summary).toBe(
      'Workspace ONE UEM cannot be reached just now, so its half could not be read. Ann Ace: 0 devices registered in Okta.',
    );
  });

  it('names a device that is not compliant', async () => {
    const { ask } = await start('healthy', [
      ({ uem }) => {
        for (const device of uem.devices) device.compliance = 'NonCompliant';
      },
    ]);

    const { summary, status } = await ask('devices', 'ann@acme.example');

    expect(summary).toMatch(/“ann iPhone” is not compliant/);
    expect(status).toBe('finding');
  });

  it('finds the devices of an account whose user name in UEM is an e-mail address', async () => {
    const { ask } = await start('uem-user-name-with-at');

    const { sections, articleId } = await ask('devices', 'ben');

    expect(sections[0]?.lines.map(({ label }) => label)).toContain('ben@acme.example iPhone');
    expect(articleId).toBe('mobile-sso-invalid-principal-name');
  });

  it('does not mistake a device for the person’s because the user name is the same', async () => {
    const { ask } = await start('several-matching-users');

    const { sections } = await ask('devices', 'jdoe@contractors.example');

    expect(JSON.stringify(sections)).not.toContain('jdoe iPhone');
    expect(sections[0]?.lines.at(-1)?.value).toMatch(/left out 1 of the same user name/);
  });
});
