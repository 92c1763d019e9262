import { z } from 'zod';
import { checkBlocks } from '../block-kit/index.js';
import { type Core, filesUrl } from '../core.js';
import { fromApp } from '../escape.js';
import type { Channel, Json, Message } from '../objects.js';
import { messageShape } from '../shapes.js';
import { faultsAs, SlackError } from '../slack-error.js';
import { findChannel, findMessage, flag, method, structure } from './method.js';

const POST_TEXT = 40_000;
/** chat.update takes less than chat.postMessage: "the text field cannot exceed 4,000 characters". */
const UPDATE_TEXT = 4_000;
const MARKDOWN_TEXT = 12_000;

const content = {
  text: z.string().optional(),
  markdown_text: z.string().optional(),
  blocks: structure.optional(),
  attachments: structure.optional(),
  metadata: structure.optional(),
  parse: z.string().optional(),
  link_names: flag,
  unfurl_links: flag,
  unfurl_media: flag,
  mrkdwn: flag,
  username: z.string().optional(),
  icon_emoji: z.string().optional(),
  icon_url: z.string().optional(),
};
type Content = { readonly [Name in keyof typeof content]?: unknown };

const metadataSchema = z.object({ event_type: z.string().min(1), event_payload: z.record(z.string(), z.unknown()) });

interface Composed {
  readonly text: string;
  readonly blocks?: readonly Json[];
  readonly metadata?: Json;
}

const asText = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Checks what a message is made of, in the order in which Slack complains. */
const compose = (core: Core, given: Content, maxText: number): Composed => {
  if (Array.isArray(given.attachments) && given.attachments.length > 0) {
    // The stand-in draws no legacy attachments; refusing them is honest, dropping them would not be.
    throw faultsAs('invalid_attachments', ['legacy attachments are not supported here, use blocks [json-pointer:/attachments]']);
  }
  const markdown = asText(given.markdown_text);
  if (markdown !== '' && (given.blocks !== undefined || asText(given.text) !== '')) {
    throw new SlackError('markdown_text_conflict');
  }
  if (markdown.length > MARKDOWN_TEXT) throw new SlackError('msg_too_long');
  const raw = markdown === '' ? given.blocks : [{ type: 'markdown', text: markdown }];
  const blocks = raw === undefined || raw === '' ? undefined : checkBlocks(raw, () => core.id(''));
  const text = fromApp(markdown === '' ? asText(given.text) : markdown);
  if (text.trim() === '' && (blocks === undefined || blocks.length === 0)) throw new SlackError('no_text');
  if (text.length > maxText) throw new SlackError('msg_too_long');
  const metadata = metadataSchema.optional().safeParse(given.metadata === '' ? undefined : given.metadata);
  if (!metadata.success) throw new SlackError('invalid_metadata_schema');
  const custom = given.username !== undefined || given.icon_emoji !== undefined || given.icon_url !== undefined;
  if (custom && !core.seed.app.scopes.includes('chat:write.customize')) {
    throw new SlackError('missing_scope', {
      needed: 'chat:write.customize',
      provided: core.seed.app.scopes.join(','),
    });
  }
  return {
    text,
    ...(blocks === undefined ? {} : { blocks }),
    ...(metadata.data === undefined ? {} : { metadata: metadata.data }),
  };
};

/** Where the bot may write: channels it is in, and public ones with `chat:write.public`. */
const writable = (core: Core, wanted: string): Channel => {
  const channel = findChannel(core, wanted);
  if (!channel.members.has(core.bot.id) && !core.seed.app.scopes.includes('chat:write.public')) {
    throw new SlackError('not_in_channel');
  }
  return channel;
};

/**
 * The thread to answer in. Slack would let a reply's `ts` or a deleted parent through and lose the message from
 * view; the stand-in refuses both, because they are faults of the caller.
 */
const threadOf = (core: Core, channel: Channel, ts: string | undefined): { threadTs?: string } => {
  if (ts === undefined || ts === '') return {};
  if (!/^\d{1,12}\.\d{6}$/.test(ts)) throw faultsAs('invalid_thread_ts', [`${ts.slice(0, 40)} is not a valid thread_ts`]);
  const parent = core.workspace.message(channel.id, ts);
  if (parent === undefined || parent.ephemeralTo !== undefined) throw new SlackError('thread_not_found');
  if (parent.threadTs !== undefined && parent.threadTs !== ts) throw new SlackError('cannot_reply_to_message');
  return { threadTs: ts };
};

const ownMessage = (core: Core, channel: Channel, ts: string, refusal: string): Message => {
  const message = findMessage(core, channel, ts);
  if (message.user !== core.bot.id || message.subtype !== undefined) throw new SlackError(refusal);
  return message;
};

const shape = (core: Core, message: Message): Json => messageShape(message, core.seed.team.id, filesUrl(core));

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
        ...composed,
        ...thread,
      });
      return { channel: channel.id, ts: message.ts, message: shape(core, message) };
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
        ...composed,
        ...thread,
      });
      return { message_ts: message.ts };
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
      const composed = compose(core, given, UPDATE_TEXT);
      // Without `blocks` the old ones go when there is a new text, as Slack does.
      const message = core.workspace.edit(channel.id, given.ts, core.bot.id, { blocks: [], ...composed });
      return { channel: channel.id, ts: message.ts, text: message.text, message: shape(core, message) };
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
  method({
    name: 'chat.startStream',
    scopes: ['chat:write'],
    params: z.object({
      channel: z.string(),
      thread_ts: z.string(),
      markdown_text: z.string().optional(),
      recipient_user_id: z.string().optional(),
      recipient_team_id: z.string().optional(),
    }),
    run(given, core) {
      const channel = writable(core, given.channel);
      if (channel.kind === 'channel' && (given.recipient_user_id ?? '') === '') throw new SlackError('missing_recipient_user_id');
      if (channel.kind === 'channel' && (given.recipient_team_id ?? '') === '') throw new SlackError('missing_recipient_team_id');
      const thread = threadOf(core, channel, given.thread_ts);
      const text = given.markdown_text ?? '';
      if (text.length > MARKDOWN_TEXT) throw new SlackError('msg_too_long');
      const message = core.workspace.post({
        channel: channel.id,
        user: core.bot.id,
        botId: core.bot.botId,
        text: fromApp(text),
        streaming: true,
        ...thread,
      });
      return { channel: channel.id, ts: message.ts };
    },
  }),
  method({
    name: 'chat.appendStream',
    scopes: ['chat:write'],
    params: z.object({ channel: z.string(), ts: z.string(), markdown_text: z.string() }),
    run(given, core) {
      const channel = findChannel(core, given.channel);
      const old = ownMessage(core, channel, given.ts, 'message_not_owned_by_app');
      if (old.streaming !== true) throw new SlackError('message_not_in_streaming_state');
      if (given.markdown_text.length > MARKDOWN_TEXT) throw new SlackError('msg_too_long');
      const text = old.text + fromApp(given.markdown_text);
      core.workspace.edit(channel.id, given.ts, core.bot.id, { text, streaming: true, unmarked: true });
      return { channel: channel.id, ts: given.ts };
    },
  }),
  method({
    name: 'chat.stopStream',
    scopes: ['chat:write'],
    params: z.object({
      channel: z.string(),
      ts: z.string(),
      markdown_text: z.string().optional(),
      blocks: structure.optional(),
    }),
    run(given, core) {
      const channel = findChannel(core, given.channel);
      const old = ownMessage(core, channel, given.ts, 'message_not_owned_by_app');
      if (old.streaming !== true) throw new SlackError('message_not_in_streaming_state');
      const blocks = given.blocks === undefined ? undefined : checkBlocks(given.blocks, () => core.id(''));
      const message = core.workspace.edit(channel.id, given.ts, core.bot.id, {
        text: old.text + fromApp(given.markdown_text ?? ''),
        unmarked: true,
        ...(blocks === undefined ? {} : { blocks }),
      });
      return { channel: channel.id, ts: message.ts, message: shape(core, message) };
    },
  }),
];
