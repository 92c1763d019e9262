import { UserError } from '../../model/errors.js';
import { whisper } from './commands.js';
import type { Core } from './core.js';
import { fromPerson } from './escape.js';
import type { Channel, Message, SlackFile } from './objects.js';
import { SlackError } from './slack-error.js';

/** Characters of one message; Slack's client offers to make a file of anything longer. */
const MAX_TEXT = 40_000;
const EMOJI = /^[a-z0-9_+'-]{1,100}(?:::skin-tone-[2-6])?$/;

/** Whether this can be the name of an emoji: `eyes`, `white_check_mark`, `+1::skin-tone-3`. */
export const isEmojiName = (name: string): boolean => EMOJI.test(name);

/** The channel, if the user is in it. Throws `UserError` otherwise. */
export const memberOf = (core: Core, user: string, id: string): Channel => {
  const channel = core.workspace.channel(id);
  if (channel === undefined || !channel.members.has(user)) {
    throw new UserError('bad-input', 'You are not in that channel. Choose one from the list.');
  }
  return channel;
};

/** A person writes a message. Throws `UserError` for what Slack's client would not send. */
export const say = (
  core: Core,
  user: string,
  said: {
    readonly channel: string;
    readonly text: string;
    readonly threadTs?: string;
    readonly files?: readonly SlackFile[];
  },
): Message => {
  const channel = memberOf(core, user, said.channel);
  const files = said.files ?? [];
  if (said.text.trim() === '' && files.length === 0)
    throw new UserError('bad-input', 'There is nothing to send. Type a text or attach a file first.');
  if (said.text.length > MAX_TEXT) {
    throw new UserError(
      'bad-input',
      `A message holds at most 40,000 characters and this has ${said.text.length}. Send the part with the error.`,
    );
  }
  let thread: string | undefined;
  if (said.threadTs !== undefined) {
    const parent = core.workspace.message(channel.id, said.threadTs);
    if (parent === undefined) throw new UserError('bad-input', 'That thread is gone. Reload the page.');
    thread = parent.threadTs ?? parent.ts;
  }
  const { text, blocks } = fromPerson(said.text, core.workspace);
  const message = core.workspace.post({
    channel: channel.id,
    user,
    text,
    blocks,
    ...(thread === undefined ? {} : { threadTs: thread }),
    ...(files.length === 0 ? {} : { files, subtype: 'file_share' }),
  });
  if (text.includes(`<@${core.bot.id}>`) && channel.kind === 'channel' && !channel.members.has(core.bot.id)) {
    whisper(
      core,
      user,
      channel.id,
      `You mentioned <@${core.bot.id}>, but they're not in this channel. Invite them with \`/invite @${core.bot.name}\`.`,
      thread,
    );
  }
  return message;
};

/** Adds the person's reaction, or takes it back when it is there. */
export const toggleReaction = (core: Core, user: string, channel: string, ts: string, name: string): void => {
  memberOf(core, user, channel);
  if (!isEmojiName(name)) throw new UserError('bad-input', `"${name.slice(0, 40)}" is not the name of an emoji.`);
  const message = core.workspace.message(channel, ts);
  if (message === undefined || message.ephemeralTo !== undefined) {
    throw new UserError('bad-input', 'That message is gone. Reload the page.');
  }
  const has = message.reactions.some((each) => each.name === name && each.users.includes(user));
  try {
    if (has) core.workspace.unreact(channel, ts, name, user);
    else core.workspace.react(channel, ts, name, user);
  } catch (error) {
    if (error instanceof SlackError)
      throw new UserError('bad-input', 'That message is gone. Reload the page.', { cause: error });
    throw error;
  }
};
