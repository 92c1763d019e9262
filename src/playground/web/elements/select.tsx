/** Every select menu: static, external, users, conversations, channels, each for one or several. */
import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { valueField } from '../blocks/values.js';
import { child, str } from '../json.js';
import { Icon } from '../shell/icons.js';
import { type ElementProps, inputAttributes, useElementValue } from './element.js';
import { ListBox } from './list-box.js';
import { Popover } from './popover.js';
import { chosenKeys, chosenValue, useOptions } from './select-options.js';

// Below this a search field is more in the way than of use.
const SEARCH_FROM = 8;

export function Select(props: ElementProps): JSX.Element {
  const { element, input } = props;
  const type = str(element, 'type');
  const isMany = type.startsWith('multi_');
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const { value, busy, choose } = useElementValue(props);
  const options = useOptions(props, isOpen);
  const field = valueField(type) ?? '';
  const chosen = chosenKeys(value, field);
  const placeholder = str(child(element, 'placeholder'), 'text') || 'Select an item';
  const names = chosen.map((key) => options.nameOf(key, value, field));

  const pick = (key: string): void => {
    if (!isMany) {
      setOpen(false);
      choose(chosenValue(options, [key], value, field, false));
      return;
    }
    const most = Number(str(element, 'max_selected_items')) || Number.POSITIVE_INFINITY;
    const next = chosen.includes(key) ? chosen.filter((other) => other !== key) : [...chosen, key];
    if (next.length <= most) choose(chosenValue(options, next, value, field, true));
  };
  const needsSearch = options.isExternal || options.choices.length >= SEARCH_FROM || options.typed !== '';
  const search = { typed: options.typed, onType: options.type };
  return (
    <>
      <button
        ref={button}
        type="button"
        class="select"
        {...inputAttributes(input)}
        aria-haspopup="listbox"
        aria-expanded={isOpen}
        disabled={busy}
        onClick={() => setOpen(true)}
      >
        <span class={names.length === 0 ? 'select-text is-placeholder' : 'select-text'}>
          {names.length === 0 ? placeholder : names.join(', ')}
        </span>
        <Icon name="chevron-down" />
      </button>
      {isOpen && (
        <Popover anchor={button} label={placeholder} onClose={() => setOpen(false)}>
          <ListBox
            label={placeholder}
            choices={options.choices.map((choice) => ({ ...choice, selected: chosen.includes(choice.key) }))}
            {...(needsSearch ? { search } : {})}
            empty={options.empty}
            onChoose={pick}
          />
        </Popover>
      )}
    </>
  );
}
