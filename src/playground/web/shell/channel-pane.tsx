import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { Composer, type Fill } from '../composer/composer.js';
import { useAttachments } from '../files/attachments.js';
import { DropOverlay, useDropTarget } from '../files/drop-target.js';
import { MessageList } from '../messages/message-list.js';
import { channelMessages, summariseThreads } from '../state/messages.js';
import type { Model } from '../state/model.js';
import { Avatar } from './avatar.js';
import { Icon } from './icons.js';

interface Props {
  readonly model: Model;
  /** What to put into the composer. */
  readonly fill: Fill | undefined;
  readonly onMenu: () => void;
}

/** The open channel: its messages and its composer. */
export function ChannelPane({ model, fill, onMenu }: Props): JSX.Element {
  const channel = model.channels.find(({ id }) => id === model.channel);
  const all = model.messages.get(model.channel) ?? [];
  const messages = useMemo(() => channelMessages(all), [all]);
  const threads = useMemo(() => summariseThreads(all), [all]);
  const isDirect = channel?.kind === 'direct';
  const name = channel?.name ?? '';
  const shown = isDirect ? name : `#${name}`;
  const user = isDirect ? [...model.users.values()].find((other) => other.name === name) : undefined;
  const attachments = useAttachments(model.channel);
  const drop = useDropTarget(attachments.add);
  const hasUnread = model.unread.size > 0;
  return (
    <main class="pane channel-pane" {...drop.handlers}>
      <header class="pane-head">
        <button
          type="button"
          class="tool menu-button"
          aria-label={hasUnread ? 'Channels, some unread' : 'Channels'}
          aria-controls="sidebar"
          onClick={onMenu}
        >
          <Icon name="menu" />
          {hasUnread && <span class="dot is-alert" aria-hidden="true" />}
        </button>
        {user !== undefined && <Avatar user={user} size="small" />}
        <h1>
          {!isDirect && <span class="muted"># </span>}
          {name}
        </h1>
        {user?.isBot === true && <span class="badge">APP</span>}
        {!model.botConnected && (
          <span class="pane-note" role="status">
            No bot connected
          </span>
        )}
      </header>
      <MessageList
        key={model.channel}
        label={`Messages in ${shown}`}
        messages={messages}
        threads={threads}
        newFrom={model.newFrom.get(model.channel)}
      >
        <div class="intro">
          {user === undefined ? (
            <span class="intro-mark" aria-hidden="true">
              #
            </span>
          ) : (
            <Avatar user={user} />
          )}
          <h2>{shown}</h2>
          <p class="muted">
            {isDirect
              ? `This is the very beginning of your direct messages with ${name}.`
              : `This is the very beginning of ${shown}.`}
          </p>
        </div>
      </MessageList>
      <Composer
        key={`composer-${model.channel}`}
        channel={model.channel}
        label={`Message ${shown}`}
        suggestions={model.suggestions}
        fill={fill}
        attachments={attachments}
      />
      {drop.isOver && <DropOverlay words={`Upload to ${shown}`} />}
    </main>
  );
}
