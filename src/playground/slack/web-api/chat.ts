import * as z from 'zod';
import type { Core } from '../core.js';
import type { Channel, Message } from '../objects.js';
import { SlackError } from '../slack-error.js';
import { compose, content, ownMessage, POST_TEXT, shape, threadOf, UPDATE_TEXT, writable } from './compose.js';
import { warned } from './metadata.js';
import { findChannel, findMessage, flag, method } from './method.js';

const permalink = (core: Core, message: Message): string => {
  const base = `https://${core.seed.team.domain}.slack.com/archives/${message.channel}/p${message.ts.replace('.', '')}`;
  return message.threadTs === undefined ? base : `${base}?thread_ts=${message.threadTs}&cid=${message.channel}`;
};

const postedAt = new WeakMap<Core, Map<string, number[]>>();

/** Slack lets an app post about one message a second to a channel; a burst beyond that is refused. */
const mustNotHurry = (core: Core, channel: Channel): void => {
  if (core.messagesPerSecond === undefined) return;
  const byChannel = postedAt.get(core) ?? new Map<string, number[]>();
  postedAt.set(core, byChannel);
  const now = core.clock.now();
  const recent = (byChannel.get(channel.id) ?? []).filter((at) => at > now - 1_000);
  if (recent.length >= core.messagesPerSecond) throw new SlackError('ratelimited', {}, 1);
  byChannel.set(channel.id, [...recent, now]);
};

/** A new message's content without what was only said about it. */
const contentOf = ({ metadata, warnings: _warnings, ...rest }: ReturnType<typeof compose>) => ({
  ...rest,
  ...(metadata === undefined || metadata === null ? {} : { metadata }),
});

/** A reply goes out once more, to the channel; its content can't change with it. Throws `SlackError`. */
const broadcast = (
  core: Core,
  channel: Channel,
  old: Message,
  given: { text?: unknown; blocks?: unknown },
): Message => {
  if (old.threadTs === undefined || old.threadTs === old.ts) throw new SlackError('cant_broadcast_message');
  if (given.text !== undefined || given.blocks !== undefined) throw new SlackError('no_dual_broadcast_content_update');
  return core.workspace.edit(channel.id, old.ts, core.bot.id, { subtype: 'thread_broadcast', unmarked: true });
};

/** Posting, changing and taking back messages. */
export const chatMethods = [
  method({
    name: 'chat.postMessage',
    scopes: ['chat:write'],
    params: z.object({ channel: z.string(), thread_ts: z.string().optional(), reply_broadcast: flag, ...content }),
    run(given, core) {
      const channel = writable(core, given.channel);
      const composed = compose(core, given, POST_TEXT);
      const thread = threadOf(core, channel, given.thread_ts);
      mustNotHurry(core, channel);
      const message = core.workspace.post({
        channel: channel.id,
        user: core.bot.id,
        botId: core.bot.botId,
        ...contentOf(composed),
        ...thread,
        // Outside of a thread Slack does not look at the flag.
        ...(given.reply_broadcast === true && thread.threadTs !== undefined ? { subtype: 'thread_broadcast' } : {}),
      });
      const { warnings } = composed;
      return { channel: channel.id, ts: message.ts, message: shape(core, message), ...warned(warnings) };
    },
  }),
  method({
    name: 'chat.postEphemeral',
    scopes: ['chat:write'],
    params: z.object({ channel: z.string(), user: z.string(), thread_ts: z.string().optional(), ...content }),
    run(given, core) {
      const channel = writable(core, given.channel);
      if (core.workspace.user(given.user) === undefined) throw new SlackError('user_not_found');
      if (!channel.members.has(given.user)) throw new SlackError('user_not_in_channel');
      const composed = compose(core, given, POST_TEXT);
      const thread = threadOf(core, channel, given.thread_ts);
      mustNotHurry(core, channel);
      const message = core.workspace.post({
        channel: channel.id,
        user: core.bot.id,
        botId: core.bot.botId,
        ephemeralTo: given.user,
        ...contentOf(composed),
        ...thread,
      });
      return { message_ts: message.ts, ...warned(composed.warnings) };
    },
  }),
  method({
    name: 'chat.update',
    scopes: ['chat:write'],
    params: z.object({ channel: z.string(), ts: z.string(), as_user: flag, reply_broadcast: flag, ...content }),
    run(given, core) {
      const channel = findChannel(core, given.channel);
      const old = ownMessage(core, channel, given.ts, 'cant_update_message');
      if (old.streaming === true) throw new SlackError('streaming_state_conflict');
      if (given.reply_broadcast === true && old.subtype !== 'thread_broadcast') {
        const message = broadcast(core, channel, old, given);
        return { channel: channel.id, ts: message.ts, text: message.text, message: shape(core, message) };
      }
      const { warnings, ...composed } = compose(core, given, UPDATE_TEXT);
      // A text without blocks takes the old blocks away; blocks come without the "edited" mark. So says Slack's reference.
      const unmarked = (composed.blocks ?? []).length > 0;
      // Metadata stays unless something is said about it, and reactions and thread stay anyway.
      const message = core.workspace.edit(channel.id, given.ts, core.bot.id, { blocks: [], ...composed, unmarked });
      return {
        channel: channel.id,
        ts: message.ts,
        text: message.text,
        message: shape(core, message),
        ...warned(warnings),
      };
    },
  }),
  method({
    name: 'chat.delete',
    scopes: ['chat:write'],
    params: z.object({ channel: z.string(), ts: z.string() }),
    run(given, core) {
      const channel = findChannel(core, given.channel);
      ownMessage(core, channel, given.ts, 'cant_delete_message');
      core.workspace.remove(channel.id, given.ts, core.bot.id);
      return { channel: channel.id, ts: given.ts };
    },
  }),
  method({
    name: 'chat.getPermalink',
    scopes: [],
    params: z.object({ channel: z.string(), message_ts: z.string() }),
    run(given, core) {
      const channel = findChannel(core, given.channel);
      return { channel: channel.id, permalink: permalink(core, findMessage(core, channel, given.message_ts)) };
    },
  }),
];
