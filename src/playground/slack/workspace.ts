import type { Clock } from './clock.js';
import type { Channel, Json, Message, Reaction, Seed, SlackFile, Team, User, Usergroup } from './objects.js';
import { SlackError } from './slack-error.js';

/** Everything that can happen in a workspace; events to the app and to the page are both derived from these. */
export type Change =
  | { readonly type: 'posted'; readonly message: Message }
  | { readonly type: 'edited'; readonly message: Message; readonly previous: Message }
  | { readonly type: 'removed'; readonly message: Message; readonly by: string }
  | { readonly type: 'reacted' | 'unreacted'; readonly message: Message; readonly name: string; readonly user: string }
  | { readonly type: 'joined'; readonly channel: Channel; readonly user: string; readonly inviter?: string }
  | { readonly type: 'channel'; readonly channel: Channel };

/** What a new message consists of; the workspace adds its `ts`. */
interface Draft {
  readonly channel: string;
  readonly user: string;
  readonly text: string;
  readonly threadTs?: string;
  readonly botId?: string;
  readonly blocks?: readonly Json[];
  readonly files?: readonly SlackFile[];
  readonly metadata?: Json;
  readonly subtype?: NonNullable<Message['subtype']>;
  readonly streaming?: boolean;
  readonly ephemeralTo?: string;
}

/** What an edit replaces; what is absent stays. `blocks: []` takes the blocks away. */
interface Edit {
  readonly text?: string;
  readonly blocks?: readonly Json[];
  /** `null` takes it away. */
  readonly metadata?: Json | null;
  readonly subtype?: 'thread_broadcast';
  readonly streaming?: boolean;
  /** Streams grow without the "edited" mark. */
  readonly unmarked?: boolean;
}

/** State of one Slack workspace. It holds no connection and knows no protocol; `subscribe` tells what changed. */
export interface Workspace {
  readonly team: Team;
  users(): readonly User[];
  user(id: string): User | undefined;
  userByHandle(handle: string): User | undefined;
  channels(): readonly Channel[];
  channel(id: string): Channel | undefined;
  channelByName(name: string): Channel | undefined;
  usergroups(): readonly Usergroup[];
  usergroupByHandle(handle: string): Usergroup | undefined;
  /** The direct conversation of two users, opened when there is none yet. */
  direct(one: string, other: string): Channel;
  join(channel: string, user: string, inviter?: string): Channel;
  /** Oldest first, ephemeral ones left out. */
  messages(channel: string): readonly Message[];
  /** Ephemeral ones shown to somebody, oldest first. */
  ephemerals(): readonly Message[];
  /** Also finds ephemeral messages. */
  message(channel: string, ts: string): Message | undefined;
  /** The first message and its replies, oldest first; empty when there is no such message. */
  thread(channel: string, ts: string): readonly Message[];
  post(draft: Draft): Message;
  edit(channel: string, ts: string, by: string, edit: Edit): Message;
  remove(channel: string, ts: string, by: string): void;
  react(channel: string, ts: string, name: string, user: string): void;
  unreact(channel: string, ts: string, name: string, user: string): void;
  subscribe(listener: (change: Change) => void): () => void;
}

/** Timestamps that never repeat, in Slack's form. */
const timestamps = (clock: Clock): (() => string) => {
  let last = 0;
  return () => {
    last = Math.max(clock.now() * 1000, last + 1);
    const micros = last % 1_000_000;
    return `${Math.floor(last / 1_000_000)}.${String(micros).padStart(6, '0')}`;
  };
};

const withoutUser = (reactions: readonly Reaction[], name: string, user: string): readonly Reaction[] =>
  reactions
    .map((each) => (each.name === name ? { name, users: each.users.filter((id) => id !== user) } : each))
    .filter((each) => each.users.length > 0);

const withUser = (reactions: readonly Reaction[], name: string, user: string): readonly Reaction[] =>
  reactions.some((each) => each.name === name)
    ? reactions.map((each) => (each.name === name ? { name, users: [...each.users, user] } : each))
    : [...reactions, { name, users: [user] }];

const applied = (message: Message, edit: Edit, mark: { user: string; ts: string }): Message => {
  const { streaming: _streaming, blocks: oldBlocks, metadata: oldMetadata, ...rest } = message;
  const blocks = edit.blocks ?? oldBlocks;
  const metadata = edit.metadata === undefined ? oldMetadata : edit.metadata;
  return {
    ...rest,
    ...(edit.text === undefined ? {} : { text: edit.text }),
    ...(blocks === undefined || blocks.length === 0 ? {} : { blocks }),
    ...(metadata === undefined || metadata === null ? {} : { metadata }),
    ...(edit.subtype === undefined ? {} : { subtype: edit.subtype }),
    ...(edit.streaming === true ? { streaming: true } : {}),
    ...(edit.unmarked === true ? {} : { edited: mark }),
  };
};

/** Opens a workspace with what the seed holds. */
export const createWorkspace = (seed: Seed, clock: Clock): Workspace => {
  const nextTs = timestamps(clock);
  const users = new Map(seed.users.map((user) => [user.id, user]));
  const channels = new Map<string, Channel>();
  // Keyed by channel and ts, in the order of posting.
  const messages = new Map<string, Message>();
  const listeners = new Set<(change: Change) => void>();
  const key = (channel: string, ts: string): string => `${channel} ${ts}`;
  const tell = (change: Change): void => {
    for (const listener of listeners) listener(change);
  };
  const secondsNow = (): number => Math.floor(clock.now() / 1000);
  for (const { members, ...channel } of seed.channels) {
    channels.set(channel.id, { ...channel, kind: 'channel', members: new Set(members), created: secondsNow() });
  }

  const existing = (channel: string, ts: string): Message => {
    const message = messages.get(key(channel, ts));
    if (message === undefined) throw new SlackError('message_not_found');
    return message;
  };
  const all = (wanted: (message: Message) => boolean): readonly Message[] => [...messages.values()].filter(wanted);

  const workspace: Workspace = {
    team: seed.team,
    users: () => [...users.values()],
    user: (id) => users.get(id),
    userByHandle: (handle) => [...users.values()].find((user) => user.name === handle),
    channels: () => [...channels.values()],
    channel: (id) => channels.get(id),
    channelByName: (name) => [...channels.values()].find((each) => each.kind === 'channel' && each.name === name),
    usergroups: () => seed.usergroups,
    usergroupByHandle: (handle) => seed.usergroups.find((group) => group.handle === handle),
    direct(one, other) {
      const found = [...channels.values()].find(
        (each) => each.kind === 'direct' && each.members.has(one) && each.members.has(other),
      );
      if (found !== undefined) return found;
      const id = `D0DIRECT${String(channels.size).padStart(2, '0')}`;
      const members = new Set([one, other]);
      const channel: Channel = { id, name: '', kind: 'direct', topic: '', members, created: secondsNow() };
      channels.set(id, channel);
      tell({ type: 'channel', channel });
      return channel;
    },
    join(id, user, inviter) {
      const channel = channels.get(id);
      if (channel === undefined) throw new SlackError('channel_not_found');
      if (channel.members.has(user)) return channel;
      const joined: Channel = { ...channel, members: new Set([...channel.members, user]) };
      channels.set(id, joined);
      const bot = users.get(user)?.botId;
      workspace.post({
        channel: id,
        user,
        text: `<@${user}> has joined the channel`,
        subtype: 'channel_join',
        ...(bot === undefined ? {} : { botId: bot }),
      });
      tell({ type: 'joined', channel: joined, user, ...(inviter === undefined ? {} : { inviter }) });
      return joined;
    },
    messages: (channel) => all((each) => each.channel === channel && each.ephemeralTo === undefined),
    ephemerals: () => all((each) => each.ephemeralTo !== undefined),
    message: (channel, ts) => messages.get(key(channel, ts)),
    thread: (channel, ts) =>
      all(
        (each) =>
          each.channel === channel && each.ephemeralTo === undefined && (each.ts === ts || each.threadTs === ts),
      ),
    post(draft) {
      const message: Message = { ...draft, ts: nextTs(), reactions: [] };
      messages.set(key(message.channel, message.ts), message);
      tell({ type: 'posted', message });
      return message;
    },
    edit(channel, ts, by, edit) {
      const previous = existing(channel, ts);
      const message = applied(previous, edit, { user: by, ts: nextTs() });
      messages.set(key(channel, ts), message);
      tell({ type: 'edited', message, previous });
      return message;
    },
    remove(channel, ts, by) {
      const message = existing(channel, ts);
      messages.delete(key(channel, ts));
      tell({ type: 'removed', message, by });
    },
    react(channel, ts, name, user) {
      const previous = existing(channel, ts);
      if (previous.reactions.some((each) => each.name === name && each.users.includes(user))) {
        throw new SlackError('already_reacted');
      }
      const message = { ...previous, reactions: withUser(previous.reactions, name, user) };
      messages.set(key(channel, ts), message);
      tell({ type: 'reacted', message, name, user });
    },
    unreact(channel, ts, name, user) {
      const previous = existing(channel, ts);
      if (!previous.reactions.some((each) => each.name === name && each.users.includes(user))) {
        throw new SlackError('no_reaction');
      }
      const message = { ...previous, reactions: withoutUser(previous.reactions, name, user) };
      messages.set(key(channel, ts), message);
      tell({ type: 'unreacted', message, name, user });
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
  workspace.direct(seed.me, seed.bot);
  for (const message of seed.messages) workspace.post(message);
  return workspace;
};
