import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { useSurface } from '../blocks/surface.js';
import { TextObject } from '../blocks/text-object.js';
import { child, list, str } from '../json.js';
import { Icon } from '../shell/icons.js';
import { safeHref } from '../text/links.js';
import type { ElementProps } from './element.js';
import { ListBox } from './list-box.js';
import { Popover } from './popover.js';

/** The ⋯ menu. An option with a `url` opens it and also tells the app, as in Slack. */
export function Overflow({ element, blockId }: ElementProps): JSX.Element {
  const surface = useSurface();
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const options = list(element, 'options');
  const choose = (key: string): void => {
    setOpen(false);
    const option = options[Number(key)];
    if (option === undefined) return;
    const href = safeHref(str(option, 'url'));
    if (href !== undefined) window.open(href, '_blank', 'noopener,noreferrer');
    surface.act(blockId, element, { selected_option: option });
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        class="button is-icon"
        aria-label="More actions"
        aria-haspopup="listbox"
        aria-expanded={isOpen}
        onClick={() => setOpen(true)}
      >
        <Icon name="more" />
      </button>
      {isOpen && (
        <Popover anchor={button} label="More actions" onClose={() => setOpen(false)}>
          <ListBox
            label="More actions"
            empty="Nothing to choose."
            choices={options.map((option, index) => ({
              key: String(index),
              group: '',
              label: <TextObject object={child(option, 'text')} />,
              words: str(child(option, 'text'), 'text'),
              selected: false,
            }))}
            onChoose={choose}
          />
        </Popover>
      )}
    </>
  );
}
