import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { PageMessage } from '../../page-protocol.js';
import { ListBox } from '../elements/list-box.js';
import { Popover } from '../elements/popover.js';
import { post } from '../net/api.js';
import { Icon } from '../shell/icons.js';
import { useWorkspace } from '../shell/workspace.js';
import { EmojiPicker } from './emoji-picker.js';
import { useReact } from './reactions.js';

/** The bar that appears over a message under the pointer or with the focus in it: react, thread, the apps' message shortcuts. */
export function MessageMenu({ message, inThread }: { message: PageMessage; inThread: boolean }): JSX.Element {
  const { shortcuts, openThread, report } = useWorkspace();
  const react = useReact(message);
  const smile = useRef<HTMLButtonElement>(null);
  const more = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState<'' | 'emoji' | 'more'>('');
  const close = (): void => setOpen('');
  const shortcut = (callbackId: string): void => {
    close();
    const sent = post('shortcut', { callbackId, channel: message.channel, ts: message.ts });
    sent.catch((error: Error) => report(error.message));
  };
  // The first shortcut stands in the bar itself: it is what the bot is for.
  const [first, ...others] = shortcuts;
  return (
    <div class={open === '' ? 'message-menu' : 'message-menu is-open'} role="toolbar" aria-label="Message actions">
      {first !== undefined && (
        <button type="button" class="menu-shortcut" onClick={() => shortcut(first.callbackId)}>
          <Icon name="bolt" />
          {first.name}
        </button>
      )}
      <button
        ref={smile}
        type="button"
        aria-label="Add a reaction"
        title="Add a reaction"
        onClick={() => setOpen('emoji')}
      >
        <Icon name="smile" />
      </button>
      {!inThread && (
        <button
          type="button"
          aria-label="Reply in thread"
          title="Reply in thread"
          onClick={() => openThread(message.threadTs ?? message.ts)}
        >
          <Icon name="reply" />
        </button>
      )}
      {others.length > 0 && (
        <button ref={more} type="button" aria-label="More actions" title="More actions" onClick={() => setOpen('more')}>
          <Icon name="more" />
        </button>
      )}
      {open === 'emoji' && <EmojiPicker anchor={smile} onClose={close} onPick={react} />}
      {open === 'more' && (
        <Popover anchor={more} label="More actions" onClose={close}>
          <ListBox
            label="More actions"
            empty="No shortcuts."
            choices={others.map(({ name, callbackId }) => ({
              key: callbackId,
              group: '',
              label: name,
              words: name,
              selected: false,
            }))}
            onChoose={shortcut}
          />
        </Popover>
      )}
    </div>
  );
}
