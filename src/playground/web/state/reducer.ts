/** The page's state after an action or an event. Pure: the same model and input, the same result. */
import type { PageEvent, PageMessage, PageState } from '../../page-protocol.js';
import { parseMrkdwn } from '../text/mrkdwn.js';
import { plainText } from '../text/nodes.js';
import { putMessage, removeMessage } from './messages.js';
import type { Action, Model, OpenView, Unread } from './model.js';

/** The model of a workspace just loaded, open at `channel` when it exists, else at its first channel. */
export function modelOf(state: PageState, channel: string, thread?: string): Model {
  const messages = new Map<string, readonly PageMessage[]>();
  for (const message of state.messages)
    messages.set(message.channel, putMessage(messages.get(message.channel), message));
  const opened = state.channels.find(({ id }) => id === channel) ?? state.channels[0];
  return {
    team: state.team,
    me: state.me,
    users: new Map([state.me, ...state.users].map((user) => [user.id, user])),
    channels: state.channels,
    messages,
    slashCommands: state.slashCommands,
    shortcuts: state.shortcuts,
    suggestions: state.suggestions,
    scenarios: state.scenarios,
    scenario: state.scenario,
    realSystems: state.realSystems,
    clockAhead: state.clockAhead,
    botConnected: state.botConnected,
    live: true,
    channel: opened?.id ?? '',
    thread: opened?.id === channel ? thread : undefined,
    unread: new Map(),
    newFrom: new Map(),
    views: [],
    announcement: '',
  };
}

/** Applies something that the page itself did. */
export function reduce(model: Model, action: Action): Model {
  switch (action.type) {
    case 'loaded':
      return reload(model, action.state);
    case 'live':
      return { ...model, live: action.live };
    case 'open-channel':
      return openChannel(model, action.channel, action.thread);
    case 'open-thread':
      return { ...model, thread: action.ts };
    case 'view-errors':
      return {
        ...model,
        views: model.views.map((view) => (view.viewId === action.viewId ? { ...view, errors: action.errors } : view)),
      };
  }
}

/** Applies something that the server told. */
export function receive(model: Model, event: PageEvent): Model {
  switch (event.type) {
    case 'message':
      return arrive(model, event.message);
    case 'message-changed':
      return store(model, event.message);
    case 'message-deleted': {
      const messages = new Map(model.messages);
      messages.set(event.channel, removeMessage(messages.get(event.channel), event.ts));
      return { ...model, messages, thread: model.thread === event.ts ? undefined : model.thread };
    }
    case 'channel': {
      const others = model.channels.filter(({ id }) => id !== event.channel.id);
      return { ...model, channels: [...others, event.channel], channel: model.channel || event.channel.id };
    }
    case 'view-opened':
      return { ...model, views: [...without(model.views, event.viewId), { ...event, errors: {} }] };
    case 'view-updated': {
      const isOpen = model.views.some(({ viewId }) => viewId === event.viewId);
      const updated: OpenView = { viewId: event.viewId, view: event.view, errors: {} };
      return {
        ...model,
        views: isOpen
          ? model.views.map((view) => (view.viewId === event.viewId ? updated : view))
          : [...model.views, updated],
      };
    }
    case 'view-closed':
      return { ...model, views: without(model.views, event.viewId) };
    case 'bot-connected':
      return { ...model, botConnected: event.connected };
    case 'scenario': {
      const chosen = model.scenarios.find(({ id }) => id === event.scenario);
      const announcement = chosen === undefined ? model.announcement : `Scenario ${chosen.title}. ${chosen.story}`;
      return { ...model, scenario: event.scenario, announcement };
    }
    case 'clock':
      return { ...model, clockAhead: event.ahead };
  }
}

/** After a lost connection the server's word replaces ours, but for what it does not keep: ephemeral messages, open views. */
function reload(model: Model, state: PageState): Model {
  const fresh = modelOf(state, model.channel, model.thread);
  const messages = new Map(fresh.messages);
  for (const [channel, known] of model.messages) {
    for (const message of known) {
      if (message.ephemeral === true) messages.set(channel, putMessage(messages.get(channel), message));
    }
  }
  return { ...fresh, messages, unread: model.unread, newFrom: model.newFrom, views: model.views };
}

function openChannel(model: Model, channel: string, thread: string | undefined): Model {
  if (!model.channels.some(({ id }) => id === channel)) return model;
  const unread = new Map(model.unread);
  const newFrom = new Map(model.newFrom);
  // The mark of what was new stays until the channel is left.
  if (channel !== model.channel) newFrom.delete(model.channel);
  if (!unread.has(channel) && channel !== model.channel) newFrom.delete(channel);
  unread.delete(channel);
  return { ...model, channel, thread, unread, newFrom };
}

function store(model: Model, message: PageMessage): Model {
  const messages = new Map(model.messages);
  messages.set(message.channel, putMessage(messages.get(message.channel), message));
  return { ...model, messages };
}

function arrive(model: Model, message: PageMessage): Model {
  const stored = store(model, message);
  if (message.user === model.me.id) return stored;
  const channel = model.channels.find(({ id }) => id === message.channel);
  const name = (id: string): string => model.users.get(id)?.name ?? id;
  const place = channel === undefined || channel.kind === 'direct' ? '' : ` in ${channel.name}`;
  const words = plainText(parseMrkdwn(message.text), name).trim().slice(0, 300);
  const announced = { ...stored, announcement: `${name(message.user)}${place}: ${words}` };
  if (message.channel === model.channel) return announced;
  const before: Unread = model.unread.get(message.channel) ?? { messages: 0, mentions: 0 };
  const calls = channel?.kind === 'direct' || message.text.includes(`<@${model.me.id}>`) || message.ephemeral === true;
  const unread = new Map(model.unread).set(message.channel, {
    messages: before.messages + 1,
    mentions: before.mentions + (calls ? 1 : 0),
  });
  const isFirst = before.messages === 0 && (message.threadTs === undefined || message.broadcast === true);
  const newFrom = isFirst ? new Map(model.newFrom).set(message.channel, message.ts) : model.newFrom;
  return { ...announced, unread, newFrom };
}

function without(views: readonly OpenView[], viewId: string): readonly OpenView[] {
  return views.filter((view) => view.viewId !== viewId);
}
