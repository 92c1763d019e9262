import { UserError } from '../../model/errors.js';
import { type Core, homeOf } from './core.js';
import { withFiles } from './form-files.js';
import type { Json, Message } from './objects.js';
import { messageShape } from './shapes.js';
import { viewShape } from './views.js';

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Who and where, in every interaction payload. */
export const who = (core: Core, user: string): Json => ({
  team: { id: core.seed.team.id, domain: core.seed.team.domain },
  user: {
    id: user,
    username: core.workspace.user(user)?.name ?? user,
    name: core.workspace.user(user)?.name ?? user,
    team_id: core.seed.team.id,
  },
  api_app_id: core.seed.app.id,
  token: 'playground',
  enterprise: null,
  is_enterprise_install: false,
});

const where = (core: Core, message: Message): Json => {
  const channel = core.workspace.channel(message.channel);
  return { id: message.channel, name: channel?.kind === 'direct' ? 'directmessage' : (channel?.name ?? '') };
};

/** The element with these ids among blocks, however deep. */
const findElement = (value: unknown, actionId: string): Json | undefined => {
  if (Array.isArray(value)) {
    for (const each of value) {
      const found = findElement(each, actionId);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  if (!isObject(value)) return undefined;
  return value['action_id'] === actionId ? value : findElement(Object.values(value), actionId);
};

const findIn = (
  blocks: readonly unknown[],
  actionId: string,
  blockId: string | undefined,
): { element: Json; blockId: string } | undefined => {
  for (const block of blocks) {
    if (!isObject(block) || (blockId !== undefined && block['block_id'] !== blockId)) continue;
    const element = findElement(block, actionId);
    if (element !== undefined) return { element, blockId: String(block['block_id'] ?? '') };
  }
  return undefined;
};

/** Fields of an element that Slack repeats in the action; the rest is what the person chose. */
const REPEATED = ['text', 'value', 'style', 'placeholder', 'confirm'] as const;

/** A click or a choice; `chosen` holds what an element other than a button adds, e.g. `selected_option`. */
export interface Act {
  readonly actionId: string;
  readonly blockId?: string;
  readonly chosen?: Json;
}

const actionShape = (core: Core, blocks: readonly unknown[], act: Act): Json => {
  const found = findIn(blocks, act.actionId, act.blockId);
  if (found === undefined) {
    throw new UserError('bad-input', 'That button is not there any more. Reload the page to see the current message.');
  }
  const { element } = found;
  const repeated = Object.fromEntries(REPEATED.flatMap((name) => (name in element ? [[name, element[name]]] : [])));
  return {
    ...(act.chosen ?? {}),
    ...repeated,
    ...(element['type'] === 'feedback_buttons' && isObject(act.chosen) ? act.chosen : {}),
    type: element['type'],
    action_id: act.actionId,
    block_id: found.blockId,
    action_ts: `${(core.clock.now() / 1000).toFixed(6)}`,
  };
};

const send = async (core: Core, payload: Json): Promise<void> => {
  const outcome = await core.deliver({ kind: 'interactive', payload, acceptsResponse: false });
  if (outcome.acknowledged) return;
  throw new UserError(
    'bad-input',
    outcome.reason === 'undelivered'
      ? 'No bot is connected. Start it, then try again.'
      : 'The bot did not acknowledge this within three seconds. Try again.',
  );
};

/** The person pressed or chose something in a message. Rejects with `UserError` when the app does not acknowledge. */
export const actInMessage = async (
  core: Core,
  user: string,
  place: { readonly channel: string; readonly ts: string },
  act: Act,
  state: Json = {},
): Promise<void> => {
  const message = core.workspace.message(place.channel, place.ts);
  if (message === undefined) throw new UserError('bad-input', 'That message is gone. Reload the page.');
  const ephemeral = message.ephemeralTo !== undefined;
  const secret = core.responseUrls.issue({
    channel: message.channel,
    user,
    original: {
      ts: message.ts,
      ephemeral,
      ...(message.threadTs === undefined ? {} : { threadTs: message.threadTs }),
    },
  });
  await send(core, {
    type: 'block_actions',
    ...who(core, user),
    container: {
      type: 'message',
      message_ts: message.ts,
      channel_id: message.channel,
      is_ephemeral: ephemeral,
      ...(message.threadTs === undefined ? {} : { thread_ts: message.threadTs }),
    },
    trigger_id: core.triggers.issue(user),
    channel: where(core, message),
    // Slack sends no `message` for ephemeral ones.
    ...(ephemeral ? {} : { message: messageShape(message, homeOf(core)) }),
    state: { values: state },
    response_url: `${core.url()}/actions/${secret}`,
    actions: [actionShape(core, message.blocks ?? [], act)],
  });
};

/** The person pressed or chose something in an open view. */
export const actInView = async (
  core: Core,
  user: string,
  viewId: string,
  act: Act,
  state: Json = {},
): Promise<void> => {
  const home = core.views.home(user);
  const isHome = home?.id === viewId;
  const view = isHome ? home : core.views.get(viewId);
  if (view === undefined) throw new UserError('bad-input', 'That window is closed.');
  const filled = isHome ? view : core.views.setValues(viewId, withFiles(core, user, state));
  await send(core, {
    type: 'block_actions',
    ...who(core, user),
    container: { type: 'view', view_id: viewId },
    trigger_id: core.triggers.issue(user),
    view: viewShape(filled, core.seed.team.id, core.seed.app.id, core.bot.botId),
    actions: [actionShape(core, view.view.blocks, act)],
  });
};

/** The person chose a message shortcut. */
export const useShortcut = async (
  core: Core,
  user: string,
  callbackId: string,
  place: { readonly channel: string; readonly ts: string },
): Promise<void> => {
  if (!core.seed.app.shortcuts.some((each) => each.callbackId === callbackId)) {
    throw new UserError('bad-input', `The app has no message shortcut "${callbackId}".`);
  }
  const message = core.workspace.message(place.channel, place.ts);
  if (message === undefined || message.ephemeralTo !== undefined) {
    throw new UserError('bad-input', 'That message is gone. Reload the page.');
  }
  const secret = core.responseUrls.issue({ channel: message.channel, user });
  await send(core, {
    type: 'message_action',
    ...who(core, user),
    callback_id: callbackId,
    trigger_id: core.triggers.issue(user),
    action_ts: `${(core.clock.now() / 1000).toFixed(6)}`,
    response_url: `${core.url()}/app/${secret}`,
    channel: where(core, message),
    message_ts: message.ts,
    message: messageShape(message, homeOf(core)),
  });
};
