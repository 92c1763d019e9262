import type { PageChannel, PageEvent, PageMessage, PageState, PageUser } from '../page-protocol.js';
import { inviteCommand } from './commands.js';
import type { Core } from './core.js';
import type { Channel, Message, User } from './objects.js';
import { pageFile } from './page-files.js';
import type { ViewChange } from './views.js';
import type { Change } from './workspace.js';

const pageUser = (user: User): PageUser => ({
  id: user.id,
  name: user.name,
  realName: user.realName,
  isBot: user.botId !== undefined,
});

const pageChannel = (core: Core, channel: Channel): PageChannel => {
  const other = [...channel.members].find((id) => id !== core.me.id) ?? core.me.id;
  return {
    id: channel.id,
    kind: channel.kind,
    name: channel.kind === 'direct' ? (core.workspace.user(other)?.name ?? other) : channel.name,
  };
};

const pageMessage = (message: Message): PageMessage => ({
  channel: message.channel,
  ts: message.ts,
  user: message.user,
  text: message.text,
  reactions: message.reactions,
  ...(message.threadTs === undefined || message.threadTs === message.ts ? {} : { threadTs: message.threadTs }),
  ...(message.subtype === 'thread_broadcast' ? { broadcast: true } : {}),
  // What people typed is drawn from its text; the blocks Slack adds to it say the same.
  ...(message.blocks === undefined || message.botId === undefined ? {} : { blocks: message.blocks }),
  ...(message.edited === undefined ? {} : { edited: true }),
  ...(message.subtype === 'note' ? { note: true } : message.ephemeralTo === undefined ? {} : { ephemeral: true }),
  ...(message.files === undefined
    ? {}
    : {
        files: message.files.map(pageFile),
      }),
});

/** What the page says around the workspace; all of it may be empty. */
export type PageSurroundings = Pick<PageState, 'suggestions' | 'realSystems'>;

/** The workspace as the person at the page sees it. */
export const pageState = (core: Core, { suggestions, realSystems }: PageSurroundings): PageState => {
  const channels = core.workspace.channels().filter((channel) => channel.members.has(core.me.id));
  return {
    team: core.seed.team.name,
    me: pageUser(core.me),
    users: core.workspace.users().map(pageUser),
    channels: channels.map((channel) => pageChannel(core, channel)),
    messages: channels
      .flatMap((channel) => core.workspace.messages(channel.id))
      .concat(core.workspace.ephemerals().filter(({ subtype }) => subtype === 'note'))
      .sort((one, other) => Number(one.ts) - Number(other.ts))
      .map(pageMessage),
    slashCommands: [...core.seed.app.slashCommands, inviteCommand].map(({ command, usageHint, description }) => ({
      command,
      usageHint,
      description,
    })),
    shortcuts: core.seed.app.shortcuts,
    botConnected: core.transport().connected(),
    suggestions,
    scenarios: (core.scenarios?.list ?? []).map(({ id, title, story, tryThis, pasted }) => ({
      id,
      title,
      story,
      tryThis,
      // One button is enough for one text.
      ...(pasted === undefined || tryThis.endsWith(pasted) ? {} : { pasted }),
    })),
    scenario: core.scenarios?.current() ?? '',
    realSystems,
    clockAhead: core.timeTravel?.ahead() ?? null,
  };
};

/** What the page hears of a change; undefined when it is none of the person's business. */
export const pageEvent = (core: Core, change: Change): PageEvent | undefined => {
  if (change.type === 'channel' || change.type === 'joined') {
    if (!change.channel.members.has(core.me.id)) return undefined;
    return { type: 'channel', channel: pageChannel(core, change.channel) };
  }
  const { message } = change;
  if (!core.workspace.channel(message.channel)?.members.has(core.me.id)) return undefined;
  if (message.ephemeralTo !== undefined && message.ephemeralTo !== core.me.id) return undefined;
  if (change.type === 'removed') return { type: 'message-deleted', channel: message.channel, ts: message.ts };
  return { type: change.type === 'posted' ? 'message' : 'message-changed', message: pageMessage(message) };
};

/** The same for views. */
export const pageViewEvent = (core: Core, { type, view }: ViewChange): PageEvent | undefined => {
  // The page has no Home tab.
  if (view.user !== core.me.id || type === 'published') return undefined;
  if (type === 'closed') return { type: 'view-closed', viewId: view.id };
  return { type: `view-${type}`, viewId: view.id, view: { ...view.view } };
};
