/** The page: banner, sidebar, channel, thread, modal; and the wiring between what is done and what is shown. */
import type { JSX } from 'preact';
import { useEffect, useMemo, useReducer, useState } from 'preact/hooks';
import type { PageEvent, PageState } from '../../page-protocol.js';
import type { Fill } from '../composer/composer.js';
import { useNoStrayDrops } from '../files/drop-target.js';
import { post } from '../net/api.js';
import type { Action, Model } from '../state/model.js';
import { modelOf, receive, reduce } from '../state/reducer.js';
import type { EmojiTable } from '../text/emoji.js';
import { Banner } from './banner.js';
import { ChannelPane } from './channel-pane.js';
import { ClockBar } from './clock-bar.js';
import { Modal } from './modal.js';
import { readPlace, writePlace } from './place.js';
import { ScenarioBar } from './scenario-bar.js';
import { Sidebar } from './sidebar.js';
import { ThreadPane } from './thread-pane.js';
import { Toast } from './toast.js';
import { type Workspace, WorkspaceProvider } from './workspace.js';

/** What comes from the server, handed to the page by `main`: the page itself opens no connection. */
export interface Feed {
  subscribe(listener: (input: FeedInput) => void): () => void;
}

export type FeedInput =
  | { readonly type: 'state'; readonly state: PageState }
  | { readonly type: 'event'; readonly event: PageEvent }
  | { readonly type: 'lost' };

function step(model: Model, input: Action | FeedInput): Model {
  switch (input.type) {
    case 'state':
      return reduce(model, { type: 'loaded', state: input.state });
    case 'event':
      return receive(model, input.event);
    case 'lost':
      return reduce(model, { type: 'live', live: false });
    default:
      return reduce(model, input);
  }
}

function firstModel(state: PageState): Model {
  const place = readPlace(location.hash);
  return modelOf(state, place.channel, place.thread);
}

export function App({ state, emoji, feed }: { state: PageState; emoji: EmojiTable; feed: Feed }): JSX.Element {
  const [model, dispatch] = useReducer(step, state, firstModel);
  const [isMenuOpen, setMenuOpen] = useState(false);
  const [failure, setFailure] = useState('');
  const [fill, setFill] = useState<Fill>();
  const { channel, thread } = model;

  useEffect(() => feed.subscribe(dispatch), [feed]);
  useEffect(() => {
    const onHash = (): void => {
      const place = readPlace(location.hash);
      dispatch({ type: 'open-channel', channel: place.channel, thread: place.thread });
    };
    window.addEventListener('hashchange', onHash);
    return () => window.removeEventListener('hashchange', onHash);
  }, []);
  useEffect(() => writePlace({ channel, thread }), [channel, thread]);
  useTitle(model);
  useNoStrayDrops();

  const workspace = useMemo<Workspace>(() => {
    const openChannel = (id: string): void => {
      setMenuOpen(false);
      dispatch({ type: 'open-channel', channel: id });
    };
    return {
      me: model.me,
      users: model.users,
      channels: model.channels,
      slashCommands: model.slashCommands,
      shortcuts: model.shortcuts,
      emoji,
      userName: (id) => model.users.get(id)?.name ?? id,
      channelName: (id) => model.channels.find((one) => one.id === id)?.name ?? '',
      now: () => Date.now() + (model.clockAhead ?? 0),
      openChannel,
      openThread: (ts) => dispatch({ type: 'open-thread', ts }),
      report: setFailure,
    };
  }, [model.me, model.users, model.channels, model.slashCommands, model.shortcuts, model.clockAhead, emoji]);
  const act = (name: string, body: object): void => {
    post(name, body).catch((error: unknown) => setFailure(error instanceof Error ? error.message : String(error)));
  };

  const top = model.views.at(-1);
  return (
    <WorkspaceProvider value={workspace}>
      <Banner live={model.live} realSystems={model.realSystems} />
      <ScenarioBar
        scenarios={model.scenarios}
        current={model.scenario}
        onChoose={(scenario) => act('scenario', { scenario, channel })}
        onTry={(text) => {
          setMenuOpen(false);
          // In a thread there are no slash commands.
          dispatch({ type: 'open-thread', ts: undefined });
          setFill({ text });
        }}
      >
        {model.clockAhead !== null && <ClockBar onJump={(by) => act('jump', { by, channel })} />}
      </ScenarioBar>
      <div class={thread === undefined ? 'layout' : 'layout has-thread'}>
        <Sidebar
          model={model}
          isOpen={isMenuOpen}
          onChannel={workspace.openChannel}
          onClose={() => setMenuOpen(false)}
        />
        {isMenuOpen && (
          <button type="button" class="scrim" aria-label="Close the channel list" onClick={() => setMenuOpen(false)} />
        )}
        <ChannelPane model={model} fill={fill} onMenu={() => setMenuOpen(true)} />
        {thread !== undefined && (
          <ThreadPane model={model} ts={thread} onClose={() => dispatch({ type: 'open-thread', ts: undefined })} />
        )}
      </div>
      {top !== undefined && (
        <Modal
          key={top.viewId}
          open={top}
          isStacked={model.views.length > 1}
          onErrors={(errors) => dispatch({ type: 'view-errors', viewId: top.viewId, errors })}
          onClosed={() => dispatch({ type: 'event', event: { type: 'view-closed', viewId: top.viewId } })}
        />
      )}
      {failure !== '' && <Toast text={failure} onClose={() => setFailure('')} />}
      <div class="visually-hidden" role="log" aria-live="polite">
        {model.announcement}
      </div>
    </WorkspaceProvider>
  );
}

/** The tab's title: how many call for the person, and where they are. */
function useTitle(model: Model): void {
  const mentions = [...model.unread.values()].reduce((sum, unread) => sum + unread.mentions, 0);
  const name = model.channels.find(({ id }) => id === model.channel)?.name ?? '';
  useEffect(() => {
    document.title = `${mentions > 0 ? `(${mentions}) ` : ''}${name} · ${model.team} (simulated Slack)`;
  }, [mentions, name, model.team]);
}
