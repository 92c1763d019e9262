import * as z from 'zod';
import { checkBlocks } from '../block-kit/index.js';
import type { Core } from '../core.js';
import { fromApp } from '../escape.js';
import type { Channel, Json, Message } from '../objects.js';
import { faultsAs, SlackError } from '../slack-error.js';
import { threadedShape } from '../threads.js';
import { type GivenMetadata, readMetadata } from './metadata.js';
import { findChannel, findMessage, flag, structure } from './method.js';

/** Characters of a new message. */
export const POST_TEXT = 40_000;
/** chat.update takes less than chat.postMessage: app makers get `msg_too_long` above 4,000 (seratch/ChatGPT-in-Slack issue 102). */
export const UPDATE_TEXT = 4_000;
/** Characters of `markdown_text`. */
export const MARKDOWN_TEXT = 12_000;

/** Parameters that say what a message is made of. */
export const content = {
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

/** A message's content after all checks. */
interface Composed extends GivenMetadata {
  readonly text: string;
  readonly blocks?: readonly Json[];
}

const asText = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Checks what a message is made of, in the order in which Slack complains. Throws `SlackError`. */
export const compose = (core: Core, given: Content, maxText: number): Composed => {
  if (Array.isArray(given.attachments) && given.attachments.length > 0) {
    // The stand-in draws no legacy attachments; refusing them is honest, dropping them would not be.
    throw faultsAs('invalid_attachments', [
      'legacy attachments are not supported here, use blocks [json-pointer:/attachments]',
    ]);
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
  const metadata = readMetadata(given.metadata);
  const custom = given.username !== undefined || given.icon_emoji !== undefined || given.icon_url !== undefined;
  if (custom && !core.seed.app.scopes.includes('chat:write.customize')) {
    throw new SlackError('missing_scope', {
      needed: 'chat:write.customize',
      provided: core.seed.app.scopes.join(','),
    });
  }
  return { text, ...(blocks === undefined ? {} : { blocks }), ...metadata };
};

/** Where the bot may write: channels it is in, public ones with `chat:write.public`, and people by their id. */
export const writable = (core: Core, wanted: string): Channel => {
  const person = /^[UW]/.test(wanted) && wanted !== core.bot.id ? core.workspace.user(wanted) : undefined;
  const channel = person === undefined ? findChannel(core, wanted) : core.workspace.direct(person.id, core.bot.id);
  if (!channel.members.has(core.bot.id) && !core.seed.app.scopes.includes('chat:write.public')) {
    throw new SlackError('not_in_channel');
  }
  return channel;
};

/**
 * The thread to answer in. Slack would let a reply's `ts` or a deleted parent through and lose the message from
 * view; the stand-in refuses both, because they are faults of the caller.
 */
export const threadOf = (core: Core, channel: Channel, ts: string | undefined): { threadTs?: string } => {
  if (ts === undefined || ts === '') return {};
  if (!/^\d{1,12}\.\d{6}$/.test(ts))
    throw faultsAs('invalid_thread_ts', [`${ts.slice(0, 40)} is not a valid thread_ts`]);
  const parent = core.workspace.message(channel.id, ts);
  if (parent === undefined || parent.ephemeralTo !== undefined) throw new SlackError('thread_not_found');
  if (parent.threadTs !== undefined && parent.threadTs !== ts) throw new SlackError('cannot_reply_to_message');
  return { threadTs: ts };
};

/** A message of the bot's own; throws `refusal` for anybody else's. */
export const ownMessage = (core: Core, channel: Channel, ts: string, refusal: string): Message => {
  const message = findMessage(core, channel, ts);
  const isOrdinary = message.subtype === undefined || message.subtype === 'thread_broadcast';
  if (message.user !== core.bot.id || !isOrdinary) throw new SlackError(refusal);
  return message;
};

/** A message as the Web API answers with it. */
export const shape = (core: Core, message: Message): Json => threadedShape(core, message, 'whole');
