import { UserError } from '../../model/errors.js';
import type { Core } from './core.js';
import { fromPerson } from './escape.js';
import type { Channel } from './objects.js';
import { SlackError } from './slack-error.js';

/** Slackbot tells one person something only they see. */
export const whisper = (core: Core, user: string, channel: string, text: string, threadTs?: string): void => {
  core.workspace.post({
    channel,
    user: 'USLACKBOT',
    botId: 'B0SLACKBOT',
    text,
    ephemeralTo: user,
    ...(threadTs === undefined ? {} : { threadTs }),
  });
};

const invite = (core: Core, user: string, channel: Channel, rest: string): void => {
  const handle = rest.trim().replace(/^@/, '');
  const guest = core.workspace.userByHandle(handle) ?? core.workspace.user(/^<@(\w+)>$/.exec(rest.trim())?.[1] ?? '');
  if (guest === undefined) {
    throw new UserError(
      'bad-input',
      `There is nobody called "${handle}" here. Use a handle such as @${core.bot.name}.`,
    );
  }
  if (channel.kind === 'direct') throw new UserError('bad-input', 'Nobody can be invited to a direct message.');
  core.workspace.join(channel.id, guest.id, user);
};

/** The command that is Slack's own; the others are the app's. */
export const inviteCommand = {
  command: '/invite',
  usageHint: '@somebody',
  description: 'Brings somebody, or the bot, into this channel',
} as const;

const explain: Readonly<Record<string, string>> = {
  timeout: 'operation_timeout',
  http_timeout: 'operation_timeout',
  undelivered: 'dispatch_failed',
  connection_failed: 'dispatch_failed',
  http_error: 'http_service_error',
};

/**
 * A slash command as typed. Resolves when the app has acknowledged it. Throws `UserError` for what Slack's client
 * refuses: an unknown command, and every command in a thread.
 */
export const runCommand = async (
  core: Core,
  user: string,
  channelId: string,
  line: string,
  threadTs?: string,
): Promise<void> => {
  const channel = core.workspace.channel(channelId);
  if (channel === undefined || !channel.members.has(user)) {
    throw new UserError('bad-input', 'You are not in that channel. Choose one from the list.');
  }
  const [command = '', ...words] = line.trim().split(/(\s+)/);
  if (threadTs !== undefined) {
    throw new UserError(
      'bad-input',
      `${command} is not supported in threads. Sorry! Mention @${core.bot.name} there instead.`,
    );
  }
  const text = words.join('').trim();
  if (command === inviteCommand.command) {
    invite(core, user, channel, text);
    return;
  }
  const known = core.seed.app.slashCommands.find((each) => each.command === command);
  if (known === undefined || !core.seed.app.scopes.includes('commands')) {
    throw new UserError('bad-input', `${command} is not a valid command. In Slack, type / to see the ones there are.`);
  }
  const secret = core.responseUrls.issue({ channel: channelId, user });
  const outcome = await core.deliver({
    kind: 'slash_commands',
    acceptsResponse: true,
    payload: {
      ...core.common(),
      team_domain: core.seed.team.domain,
      channel_id: channelId,
      channel_name: channel.kind === 'direct' ? 'directmessage' : channel.name,
      user_id: user,
      user_name: core.workspace.user(user)?.name ?? user,
      command,
      text: known.shouldEscape === true ? fromPerson(text, core.workspace).text : text,
      is_enterprise_install: 'false',
      response_url: `${core.url()}/commands/${secret}`,
      trigger_id: core.triggers.issue(user),
    },
  });
  if (!outcome.acknowledged) {
    whisper(core, user, channelId, `${command} failed with the error "${explain[outcome.reason] ?? outcome.reason}"`);
    return;
  }
  const { response } = outcome;
  const empty =
    response === undefined ||
    response === '' ||
    (typeof response === 'object' && response !== null && Object.keys(response).length === 0);
  if (empty) return;
  try {
    core.responseUrls.answer({ channel: channelId, user }, response);
  } catch (error) {
    if (!(error instanceof SlackError)) throw error;
    whisper(core, user, channelId, `${command} failed with the error "${error.code}"`);
  }
};
