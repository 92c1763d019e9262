import type { JSX } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { Composer } from '../composer/composer.js';
import { useAttachments } from '../files/attachments.js';
import { DropOverlay, useDropTarget } from '../files/drop-target.js';
import { MessageList } from '../messages/message-list.js';
import { threadMessages } from '../state/messages.js';
import type { Model } from '../state/model.js';
import { Icon } from './icons.js';

/** The open thread, beside its channel (over it on narrow screens). Escape closes it. */
export function ThreadPane({ model, ts, onClose }: { model: Model; ts: string; onClose: () => void }): JSX.Element {
  const all = model.messages.get(model.channel) ?? [];
  const messages = useMemo(() => threadMessages(all, ts), [all, ts]);
  const channel = model.channels.find(({ id }) => id === model.channel);
  const attachments = useAttachments(`${model.channel}/${ts}`);
  const drop = useDropTarget(attachments.add);
  const close = useRef<HTMLButtonElement>(null);
  const pane = useRef<HTMLElement>(null);
  // The focus moves into the thread when it opens, and back to where it was when it closes.
  useEffect(() => {
    const before = document.activeElement;
    pane.current?.querySelector<HTMLElement>('textarea')?.focus();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, [ts]);
  return (
    <aside
      ref={pane}
      class="pane thread-pane"
      aria-label="Thread"
      {...drop.handlers}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) onClose();
      }}
    >
      <header class="pane-head">
        <h2>
          Thread <span class="muted">{channel?.kind === 'direct' ? channel.name : `#${channel?.name ?? ''}`}</span>
        </h2>
        <button ref={close} type="button" class="tool pane-close" aria-label="Close the thread" onClick={onClose}>
          <Icon name="close" />
        </button>
      </header>
      <MessageList key={ts} label="Messages in the thread" messages={messages} inThread />
      <Composer key={`composer-${ts}`} channel={model.channel} threadTs={ts} label="Reply…" attachments={attachments} />
      {drop.isOver && <DropOverlay words="Upload to the thread" />}
    </aside>
  );
}
