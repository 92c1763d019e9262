import { describe, expect, it, onTestFinished } from 'vitest';
import { openDirectory } from '../../src/slack/directory.js';
import { recordingLog } from './helpers/bot.js';
import { startWebApi } from './helpers/web-api.js';

async function opened() {
  const slack = await startWebApi();
  onTestFinished(() => slack.close());
  const { log, lines } = recordingLog();
  const clock = { now: 0 };
  const directory = openDirectory({ botToken: 'xoxb-test', apiUrl: slack.url }, { log, now: () => clock.now });
  return { slack, directory, clock, lines };
}

describe('membership of a user group', () => {
  it('is what Slack says', async () => {
    const { slack, directory } = await opened();
    slack.answer('usergroups.users.list', { users: ['U0ANN'] });
    expect(await directory.isMember('S0DESK', 'U0ANN')).toBe(true);
    expect(await directory.isMember('S0DESK', 'U0BEN')).toBe(false);
    expect(slack.of('usergroups.users.list')).toMatchObject([{ usergroup: 'S0DESK' }]);
  });

  it('is asked once a minute, also by many at once', async () => {
    const { slack, directory, clock } = await opened();
    slack.answer('usergroups.users.list', { users: ['U0ANN'] });
    await Promise.all(Array.from({ length: 20 }, () => directory.isMember('S0DESK', 'U0ANN')));
    clock.now = 59_999;
    await directory.isMember('S0DESK', 'U0ANN');
    expect(slack.of('usergroups.users.list')).toHaveLength(1);
    slack.answer('usergroups.users.list', { users: [] });
    clock.now = 60_000;
    expect(await directory.isMember('S0DESK', 'U0ANN')).toBe(false);
  });

  it('that Slack refuses to tell rejects, and is asked again the next time', async () => {
    const { slack, directory } = await opened();
    slack.refuse('usergroups.users.list', 'missing_scope');
    await expect(directory.isMember('S0DESK', 'U0ANN')).rejects.toThrow('missing_scope');
    await expect(directory.isMember('S0DESK', 'U0ANN')).rejects.toThrow('missing_scope');
    expect(slack.of('usergroups.users.list')).toHaveLength(2);
  });
});

describe('the e-mail address of a person', () => {
  it('is that of the profile', async () => {
    const { slack, directory } = await opened();
    slack.answer('users.info', { user: { id: 'U0ANN', profile: { email: 'ann@acme.example' } } });
    expect(await directory.emailOf('U0ANN')).toBe('ann@acme.example');
    expect(slack.of('users.info')).toMatchObject([{ user: 'U0ANN' }]);
  });

  it.each([
    ['has none', { user: { profile: {} } }],
    ['has an empty one', { user: { profile: { email: '' } } }],
    ['has no profile', {}],
  ])('is undefined when the person %s', async (_what, fields) => {
    const { slack, directory } = await opened();
    slack.answer('users.info', fields);
    expect(await directory.emailOf('U0ANN')).toBeUndefined();
  });

  it('is undefined when Slack refuses, and the log says why', async () => {
    const { slack, directory, lines } = await opened();
    slack.refuse('users.info', 'user_not_found');
    expect(await directory.emailOf('U0GONE')).toBeUndefined();
    expect(lines.filter(({ level }) => level === 'warn')).toMatchObject([
      { message: expect.stringContaining('e-mail address'), fields: { err: expect.any(Error) } },
    ]);
  });
});
