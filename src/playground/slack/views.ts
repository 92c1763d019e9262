import type { View } from './block-kit/index.js';
import type { Json } from './objects.js';
import { SlackError } from './slack-error.js';

/** One view somebody has open, or a person's Home tab. */
export interface OpenView {
  readonly id: string;
  readonly user: string;
  readonly view: View;
  /** Changes with every update; an app may demand the one it knows. */
  readonly hash: string;
  readonly rootId: string;
  readonly previousId?: string;
  /** block_id → action_id → value. */
  readonly values: Json;
}

export type ViewChange =
  | { readonly type: 'opened' | 'updated' | 'closed'; readonly view: OpenView }
  /** A Home tab. */
  | { readonly type: 'published'; readonly view: OpenView };

/** The views people have open. */
export interface Views {
  get(id: string): OpenView | undefined;
  /** The one on top of a person's stack of modals. */
  top(user: string): OpenView | undefined;
  home(user: string): OpenView | undefined;
  /** Closes what the person had open and shows this. */
  open(user: string, view: View): OpenView;
  /** Shows this above `below`. Throws `SlackError` `push_limit_reached` above three. */
  push(below: OpenView, view: View): OpenView;
  /** Throws `SlackError`: `not_found`, or `hash_conflict` when it changed since. */
  update(target: { readonly id?: string; readonly externalId?: string }, view: View, hash?: string): OpenView;
  publish(user: string, view: View, hash?: string): OpenView;
  setValues(id: string, values: Json): OpenView;
  /** Closes one view; with `all` the person's whole stack. */
  close(id: string, options?: { all: boolean }): void;
  subscribe(listener: (change: ViewChange) => void): () => void;
}

const MAX_STACK = 3;

/** No views open. */
export const createViews = (id: (prefix: string) => string): Views => {
  const open = new Map<string, OpenView>();
  const homes = new Map<string, OpenView>();
  const listeners = new Set<(change: ViewChange) => void>();
  const tell = (change: ViewChange): void => {
    for (const listener of listeners) listener(change);
  };
  const stack = (user: string): readonly OpenView[] => [...open.values()].filter((each) => each.user === user);
  const drop = (view: OpenView): void => {
    open.delete(view.id);
    tell({ type: 'closed', view });
  };
  const show = (view: OpenView): OpenView => {
    const { external_id: externalId } = view.view;
    const taken = [...open.values()].some((each) => externalId !== undefined && each.view.external_id === externalId);
    if (taken) throw new SlackError('duplicate_external_id');
    open.set(view.id, view);
    tell({ type: 'opened', view });
    return view;
  };
  const mustBe = (view: View, type: View['type']): void => {
    if (view.type !== type)
      throw new SlackError('invalid_arguments', {
        response_metadata: { messages: [`[ERROR] view type must be ${type} [json-pointer:/view/type]`] },
      });
  };

  return {
    get: (viewId) => open.get(viewId),
    top: (user) => stack(user).at(-1),
    home: (user) => homes.get(user),
    open(user, view) {
      mustBe(view, 'modal');
      for (const old of [...stack(user)].reverse()) drop(old);
      const viewId = id('V');
      return show({ id: viewId, user, view, hash: id('H'), rootId: viewId, values: {} });
    },
    push(below, view) {
      mustBe(view, 'modal');
      if (stack(below.user).length >= MAX_STACK) throw new SlackError('push_limit_reached');
      return show({
        id: id('V'),
        user: below.user,
        view,
        hash: id('H'),
        rootId: below.rootId,
        previousId: below.id,
        values: {},
      });
    },
    update(target, view, hash) {
      mustBe(view, 'modal');
      const found =
        target.id === undefined
          ? [...open.values()].find((each) => each.view.external_id === target.externalId)
          : open.get(target.id);
      if (found === undefined) throw new SlackError('not_found');
      if (hash !== undefined && hash !== found.hash) throw new SlackError('hash_conflict');
      const updated: OpenView = { ...found, view, hash: id('H') };
      open.set(found.id, updated);
      tell({ type: 'updated', view: updated });
      return updated;
    },
    publish(user, view, hash) {
      mustBe(view, 'home');
      const old = homes.get(user);
      if (hash !== undefined && hash !== old?.hash) throw new SlackError('hash_conflict');
      const viewId = old?.id ?? id('V');
      const published: OpenView = { id: viewId, user, view, hash: id('H'), rootId: viewId, values: {} };
      homes.set(user, published);
      tell({ type: 'published', view: published });
      return published;
    },
    setValues(viewId, values) {
      const found = open.get(viewId);
      if (found === undefined) throw new SlackError('not_found');
      const filled: OpenView = { ...found, values };
      open.set(viewId, filled);
      return filled;
    },
    close(viewId, options) {
      const found = open.get(viewId);
      if (found === undefined) return;
      if (options?.all === true) for (const each of [...stack(found.user)].reverse()) drop(each);
      else drop(found);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
};

/** A view as payloads and the Web API show it. */
export const viewShape = (open: OpenView, team: string, app: string, bot: string): Json => ({
  id: open.id,
  team_id: team,
  ...open.view,
  private_metadata: open.view.private_metadata ?? '',
  callback_id: open.view.callback_id ?? '',
  external_id: open.view.external_id ?? '',
  state: { values: open.values },
  hash: open.hash,
  root_view_id: open.rootId,
  previous_view_id: open.previousId ?? null,
  app_id: app,
  app_installed_team_id: team,
  bot_id: bot,
});
