import * as z from 'zod';
import { checkBlocks } from '../block-kit/index.js';
import { fromApp } from '../escape.js';
import { SlackError } from '../slack-error.js';
import { MARKDOWN_TEXT, ownMessage, shape, threadOf, writable } from './compose.js';
import { findChannel, method, structure } from './method.js';

/** Messages that grow while they are written. */
export const streamMethods = [
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
      if (channel.kind === 'channel' && (given.recipient_user_id ?? '') === '')
        throw new SlackError('missing_recipient_user_id');
      if (channel.kind === 'channel' && (given.recipient_team_id ?? '') === '')
        throw new SlackError('missing_recipient_team_id');
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
