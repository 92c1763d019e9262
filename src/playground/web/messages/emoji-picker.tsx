import type { JSX, RefObject } from 'preact';
import { useState } from 'preact/hooks';
import { Popover } from '../elements/popover.js';
import { useWorkspace } from '../shell/workspace.js';
import { emojiCharacter, findEmoji } from '../text/emoji.js';

interface Props {
  readonly anchor: RefObject<HTMLElement>;
  readonly onClose: () => void;
  readonly onPick: (name: string) => void;
}

// What a helpdesk uses most; everything else is a search away.
const USUAL =
  'white_check_mark eyes +1 -1 tada pray raised_hands clap heart joy thinking_face wave fire rocket bulb exclamation question x warning hourglass_flowing_sand mag lock key bug coffee sob sweat_smile muscle 100 bell memo no_entry'.split(
    ' ',
  );
const MOST = 64;

/** Emoji to choose from, with a search by name. */
export function EmojiPicker({ anchor, onClose, onPick }: Props): JSX.Element {
  const { emoji } = useWorkspace();
  const [typed, setTyped] = useState('');
  const wanted = typed.trim().toLowerCase().replaceAll(' ', '_').replaceAll(':', '');
  const names = wanted === '' ? USUAL : findEmoji(emoji, wanted, MOST);
  const pick = (name: string): void => {
    onClose();
    onPick(name);
  };
  return (
    <Popover anchor={anchor} label="Choose an emoji" className="emoji-picker" onClose={onClose}>
      <input
        class="field"
        data-autofocus
        aria-label="Search emoji"
        placeholder="Search emoji"
        value={typed}
        onInput={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={(event) => {
          const first = names[0];
          if (event.key === 'Enter' && first !== undefined) pick(first);
        }}
      />
      <div class="emoji-grid">
        {names.map((name) => (
          <button
            key={name}
            type="button"
            aria-label={name.replaceAll('_', ' ')}
            title={`:${name}:`}
            onClick={() => pick(name)}
          >
            <span class="emoji">{emojiCharacter(emoji, name)}</span>
          </button>
        ))}
      </div>
      {names.length === 0 && <p class="option-empty">No emoji of that name.</p>}
    </Popover>
  );
}
