import { fileShape, type Home } from './file-shape.js';
import type { Channel, Json, Message, User } from './objects.js';

/** What of a message's metadata is shown: `type` leaves the payload out. */
export type MetadataShown = 'whole' | 'type';

/** What a message's shape holds beside the message itself. */
export interface ShapeOptions {
  /** Its replies, for the first message of a thread. */
  readonly replies?: readonly Message[];
  /** The first message of its thread, for a reply that the channel shows too. */
  readonly root?: Json;
  /** Everything unless said otherwise. */
  readonly metadata?: MetadataShown;
}

const metadataShape = (metadata: Json, shown: MetadataShown): Json =>
  shown === 'whole' ? metadata : { event_type: metadata['event_type'] };

/** A message with files has no `team`, but says how they came (slackapi/node-slack-sdk issue 988). */
const originShape = (files: Message['files'], home: Home): Json =>
  files === undefined
    ? { team: home.team.id }
    : { files: files.map((file) => fileShape(file, home)), upload: false, display_as_bot: false };

/** A message as the Web API and events show it. */
export const messageShape = (
  message: Message,
  home: Home,
  { replies = [], root, metadata = 'whole' }: ShapeOptions = {},
): Json => ({
  type: 'message',
  ...(message.subtype === undefined ? {} : { subtype: message.subtype }),
  user: message.user,
  text: message.text,
  ts: message.ts,
  ...(message.botId === undefined ? {} : { bot_id: message.botId }),
  ...(message.blocks === undefined ? {} : { blocks: message.blocks }),
  ...originShape(message.files, home),
  ...(message.metadata === undefined ? {} : { metadata: metadataShape(message.metadata, metadata) }),
  ...(message.threadTs === undefined ? {} : { thread_ts: message.threadTs }),
  ...(message.edited === undefined ? {} : { edited: message.edited }),
  ...(message.reactions.length === 0
    ? {}
    : { reactions: message.reactions.map((each) => ({ ...each, count: each.users.length })) }),
  ...(replies.length === 0
    ? {}
    : {
        thread_ts: message.ts,
        reply_count: replies.length,
        reply_users: [...new Set(replies.map((reply) => reply.user))],
        reply_users_count: new Set(replies.map((reply) => reply.user)).size,
        latest_reply: replies.at(-1)?.ts,
      }),
  ...(root === undefined ? {} : { root }),
});

/** A user; the address only with the scope for it. */
export const userShape = (user: User, teamId: string, options: { email: boolean }): Json => ({
  id: user.id,
  team_id: teamId,
  name: user.name,
  deleted: false,
  real_name: user.realName,
  tz: 'Europe/London',
  tz_offset: 0,
  is_admin: user.admin ?? false,
  is_bot: user.botId !== undefined && user.id !== 'USLACKBOT',
  is_app_user: false,
  profile: {
    real_name: user.realName,
    display_name: user.name,
    ...(user.botId === undefined ? {} : { bot_id: user.botId }),
    ...(options.email && user.email !== undefined ? { email: user.email } : {}),
  },
});

/** A conversation as the bot sees it. */
export const channelShape = (channel: Channel, bot: string): Json =>
  channel.kind === 'direct'
    ? {
        id: channel.id,
        created: channel.created,
        is_im: true,
        is_org_shared: false,
        user: [...channel.members].find((id) => id !== bot) ?? bot,
        is_user_deleted: false,
        is_open: true,
      }
    : {
        id: channel.id,
        name: channel.name,
        name_normalized: channel.name,
        is_channel: true,
        is_im: false,
        is_mpim: false,
        is_private: false,
        is_archived: false,
        is_general: channel.name === 'general',
        is_member: channel.members.has(bot),
        created: channel.created,
        creator: [...channel.members][0] ?? bot,
        topic: { value: channel.topic, creator: '', last_set: 0 },
        purpose: { value: '', creator: '', last_set: 0 },
        num_members: channel.members.size,
      };
