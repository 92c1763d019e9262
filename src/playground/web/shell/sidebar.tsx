import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { PageChannel } from '../../page-protocol.js';
import type { Model } from '../state/model.js';
import { Avatar } from './avatar.js';
import { Icon } from './icons.js';

interface Props {
  readonly model: Model;
  readonly isOpen: boolean;
  readonly onChannel: (id: string) => void;
  readonly onClose: () => void;
}

/** Channels and direct messages, with what is unread in each, and whether a bot is connected. A drawer on narrow screens. */
export function Sidebar({ model, isOpen, onChannel, onClose }: Props): JSX.Element {
  const of = (kind: PageChannel['kind']): readonly PageChannel[] =>
    model.channels.filter((channel) => channel.kind === kind);
  const section = (title: string, channels: readonly PageChannel[]): JSX.Element => (
    <section class="sidebar-section" aria-label={title}>
      <h2>{title}</h2>
      <ul>
        {channels.map((channel) => (
          <li key={channel.id}>
            <ChannelButton model={model} channel={channel} onChannel={onChannel} />
          </li>
        ))}
      </ul>
    </section>
  );
  const nav = useRef<HTMLElement>(null);
  useEffect(() => {
    if (isOpen) nav.current?.querySelector<HTMLElement>('.channel')?.focus();
  }, [isOpen]);
  return (
    <nav
      ref={nav}
      id="sidebar"
      class={isOpen ? 'sidebar is-open' : 'sidebar'}
      aria-label="Channels and direct messages"
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <header class="sidebar-head">
        <span class="team-mark" aria-hidden="true">
          {[...model.team][0] ?? 'S'}
        </span>
        <span class="team-name">{model.team}</span>
        <button type="button" class="tool sidebar-close" aria-label="Close the channel list" onClick={onClose}>
          <Icon name="close" />
        </button>
      </header>
      <div class="sidebar-scroll">
        {section('Channels', of('channel'))}
        {section('Direct messages', of('direct'))}
      </div>
      <footer class="sidebar-foot">
        <div class={model.botConnected ? 'bot-state is-connected' : 'bot-state'} role="status">
          <span class="dot" aria-hidden="true" />
          {model.botConnected ? 'Bot connected' : 'No bot connected'}
        </div>
        <div class="me">
          <Avatar user={model.me} size="small" />
          <span>{model.me.realName || model.me.name}</span>
        </div>
      </footer>
    </nav>
  );
}

function ChannelButton(props: { model: Model; channel: PageChannel; onChannel: (id: string) => void }): JSX.Element {
  const { model, channel, onChannel } = props;
  const unread = model.unread.get(channel.id);
  const isOpen = channel.id === model.channel;
  const user = [...model.users.values()].find(({ name }) => channel.kind === 'direct' && name === channel.name);
  const classes = ['channel'];
  if (isOpen) classes.push('is-current');
  if (unread !== undefined) classes.push('is-unread');
  return (
    <button
      type="button"
      class={classes.join(' ')}
      aria-current={isOpen ? 'page' : undefined}
      onClick={() => onChannel(channel.id)}
    >
      {user === undefined ? <Icon name="hash" /> : <Avatar user={user} size="small" />}
      <span class="channel-name">{channel.name}</span>
      {user?.isBot === true && user.name !== 'slackbot' && (
        <span class={model.botConnected ? 'dot is-on' : 'dot'} aria-hidden="true" />
      )}
      {unread !== undefined && unread.mentions > 0 && (
        <span class="unread-count">
          {unread.mentions}
          <span class="visually-hidden"> unread</span>
        </span>
      )}
      {unread !== undefined && unread.mentions === 0 && <span class="visually-hidden">, unread messages</span>}
    </button>
  );
}
