import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { PageMessage } from '../../page-protocol.js';
import { post } from '../net/api.js';
import { Icon } from '../shell/icons.js';
import { useWorkspace } from '../shell/workspace.js';
import { Emoji } from '../text/view.js';
import { EmojiPicker } from './emoji-picker.js';

/** Adds or takes back the person's reaction; a failure is told in a line. */
export function useReact(message: PageMessage): (name: string) => void {
  const { report } = useWorkspace();
  return (name) => {
    post('react', { channel: message.channel, ts: message.ts, name }).catch((error: Error) => report(error.message));
  };
}

/** The reactions under a message: a click adds one's own or takes it back. */
export function Reactions({ message }: { message: PageMessage }): JSX.Element | null {
  const { me, userName } = useWorkspace();
  const react = useReact(message);
  const button = useRef<HTMLButtonElement>(null);
  const [isPicking, setPicking] = useState(false);
  if (message.reactions.length === 0) return null;
  return (
    <ul class="reactions" aria-label="Reactions">
      {message.reactions.map(({ name, users }) => {
        const isMine = users.includes(me.id);
        const who = users.map((id) => (id === me.id ? 'you' : userName(id))).join(', ');
        return (
          <li key={name}>
            <button
              type="button"
              class={isMine ? 'reaction is-mine' : 'reaction'}
              aria-pressed={isMine}
              aria-label={`${name.replaceAll('_', ' ')}: ${who}`}
              title={`${who} reacted with :${name}:`}
              onClick={() => react(name)}
            >
              <Emoji name={name} /> <span>{users.length}</span>
            </button>
          </li>
        );
      })}
      <li>
        <button
          ref={button}
          type="button"
          class="reaction is-add"
          aria-label="Add a reaction"
          title="Add a reaction"
          onClick={() => setPicking(true)}
        >
          <Icon name="smile" />
        </button>
        {isPicking && <EmojiPicker anchor={button} onClose={() => setPicking(false)} onPick={react} />}
      </li>
    </ul>
  );
}
