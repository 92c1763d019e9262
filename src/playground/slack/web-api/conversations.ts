import * as z from 'zod';
import type { Core } from '../core.js';
import type { Channel, Json, Message } from '../objects.js';
import { channelShape } from '../shapes.js';
import { SlackError } from '../slack-error.js';
import { isHidden, threadedShape } from '../threads.js';
import { count, findChannel, flag, method, mustBeMember, needScope, page } from './method.js';

const historyScopes = ['channels:history', 'im:history'];
const readScopes = ['channels:read', 'im:read'];

/** Each kind of conversation has scopes of its own. */
const needFor = (core: Core, channel: Channel, right: 'history' | 'read'): void =>
  needScope(core, channel.kind === 'direct' ? `im:${right}` : `channels:${right}`);

const readable = (core: Core, wanted: string): Channel => {
  const channel = findChannel(core, wanted);
  needFor(core, channel, 'history');
  mustBeMember(core, channel);
  return channel;
};

const range = {
  oldest: z.string().optional(),
  latest: z.string().optional(),
  inclusive: flag,
  limit: count,
  cursor: z.string().optional(),
};

const within = (given: {
  oldest?: string | undefined;
  latest?: string | undefined;
  inclusive?: boolean | undefined;
}) => {
  const edge = given.inclusive === true;
  return ({ ts }: Message): boolean => {
    const after = given.oldest === undefined || Number(ts) > Number(given.oldest) || (edge && ts === given.oldest);
    const before = given.latest === undefined || Number(ts) < Number(given.latest) || (edge && ts === given.latest);
    return after && before;
  };
};

/**
 * Unless all is asked for, only the type of metadata is told, also of the app's own: the payload comes with event types
 * that its manifest declares, which the stand-in's app does not (python-slack-sdk issue 1501).
 */
const shaped =
  (core: Core, { include_all_metadata: all }: { include_all_metadata?: boolean | undefined }) =>
  (message: Message): Json =>
    threadedShape(core, message, all === true ? 'whole' : 'type');

/** Channels, direct messages, and what was said in them. */
export const conversationMethods = [
  method({
    name: 'conversations.list',
    scopes: readScopes,
    params: z.object({
      types: z.string().optional(),
      exclude_archived: flag,
      limit: count,
      cursor: z.string().optional(),
    }),
    run(given, core) {
      const types = new Set((given.types ?? 'public_channel').split(',').map((type) => type.trim()));
      const listed = core.workspace
        .channels()
        .filter((each) =>
          each.kind === 'channel' ? types.has('public_channel') : types.has('im') && each.members.has(core.bot.id),
        );
      const { items, next } = page(listed, given.limit ?? 100, given.cursor);
      return {
        channels: items.map((each) => channelShape(each, core.bot.id)),
        response_metadata: { next_cursor: next },
      };
    },
  }),
  method({
    name: 'conversations.info',
    scopes: readScopes,
    params: z.object({ channel: z.string(), include_num_members: flag }),
    run(given, core) {
      const channel = findChannel(core, given.channel);
      needFor(core, channel, 'read');
      return { channel: channelShape(channel, core.bot.id) };
    },
  }),
  method({
    name: 'conversations.open',
    scopes: ['im:write'],
    params: z.object({ users: z.string().optional(), channel: z.string().optional(), return_im: flag }),
    run(given, core) {
      if (given.channel !== undefined) return { channel: { id: findChannel(core, given.channel).id } };
      const users = (given.users ?? '').split(',').filter((id) => id !== '');
      const [user] = users;
      if (user === undefined) throw new SlackError('users_list_not_supplied');
      // Group direct messages are beyond this workspace.
      if (users.length > 1) throw new SlackError('not_enough_users');
      if (core.workspace.user(user) === undefined) throw new SlackError('user_not_found');
      if (user === core.bot.id) throw new SlackError('cannot_dm_bot');
      return { channel: { id: core.workspace.direct(user, core.bot.id).id } };
    },
  }),
  method({
    name: 'conversations.join',
    scopes: ['channels:join'],
    params: z.object({ channel: z.string() }),
    run(given, core) {
      const channel = findChannel(core, given.channel);
      if (channel.kind === 'direct') throw new SlackError('method_not_supported_for_channel_type');
      return { channel: channelShape(core.workspace.join(channel.id, core.bot.id), core.bot.id) };
    },
  }),
  method({
    name: 'conversations.members',
    scopes: readScopes,
    params: z.object({ channel: z.string(), limit: count, cursor: z.string().optional() }),
    run(given, core) {
      const channel = findChannel(core, given.channel);
      needFor(core, channel, 'read');
      const { items, next } = page([...channel.members], given.limit ?? 100, given.cursor);
      return { members: items, response_metadata: { next_cursor: next } };
    },
  }),
  method({
    name: 'conversations.history',
    scopes: historyScopes,
    params: z.object({ channel: z.string(), include_all_metadata: flag, ...range }),
    run(given, core) {
      const channel = readable(core, given.channel);
      const found = core.workspace
        .messages(channel.id)
        .filter((each) => !isHidden(each))
        .filter(within(given))
        .reverse();
      const { items, next } = page(found, given.limit ?? 100, given.cursor);
      return {
        messages: items.map(shaped(core, given)),
        has_more: next !== '',
        pin_count: 0,
        response_metadata: { next_cursor: next },
      };
    },
  }),
  method({
    name: 'conversations.replies',
    scopes: historyScopes,
    params: z.object({ channel: z.string(), ts: z.string(), include_all_metadata: flag, ...range }),
    run(given, core) {
      const channel = readable(core, given.channel);
      const at = core.workspace.message(channel.id, given.ts);
      if (at === undefined || at.ephemeralTo !== undefined) throw new SlackError('thread_not_found');
      const thread = core.workspace.thread(channel.id, at.threadTs ?? at.ts).filter(within(given));
      const { items, next } = page(thread, given.limit ?? 100, given.cursor);
      return {
        messages: items.map(shaped(core, given)),
        has_more: next !== '',
        response_metadata: { next_cursor: next },
      };
    },
  }),
];
