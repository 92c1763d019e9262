/** A list to choose from by pointer or arrow keys, with an optional field to search it. */
import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';

export interface Choice {
  readonly key: string;
  readonly group: string;
  readonly label: ComponentChildren;
  /** What the search looks in. */
  readonly words: string;
  readonly selected: boolean;
  readonly tone?: 'danger';
}

interface Props {
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly search?: { readonly typed: string; readonly onType: (typed: string) => void };
  readonly empty: string;
  readonly onChoose: (key: string) => void;
}

export function ListBox({ label, choices, search, empty, onChoose }: Props): JSX.Element {
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(() =>
    Math.max(
      0,
      choices.findIndex(({ selected }) => selected),
    ),
  );
  const current = Math.min(at, Math.max(0, choices.length - 1));
  useEffect(() => {
    box.current?.querySelector('[data-current]')?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const count = choices.length;
    if (step !== undefined && count > 0) setAt((current + step + count) % count);
    else if (event.key === 'Home' && search === undefined) setAt(0);
    else if (event.key === 'End' && search === undefined) setAt(count - 1);
    else if (event.key === 'Enter' || (event.key === ' ' && search === undefined)) {
      const chosen = choices[current];
      if (chosen !== undefined) onChoose(chosen.key);
    } else return;
    event.preventDefault();
  };
  const active = choices.length === 0 ? undefined : `${id}-${current}`;
  const options = choices.map((choice, index) => {
    const heads = choice.group !== '' && choice.group !== choices[index - 1]?.group;
    return (
      <div key={choice.key}>
        {heads && <div class="option-group">{choice.group}</div>}
        <div
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={choice.selected}
          data-current={index === current ? '' : undefined}
          class={choice.tone === 'danger' ? 'option is-danger' : 'option'}
          onPointerMove={() => setAt(index)}
          onClick={() => onChoose(choice.key)}
          onKeyDown={onKeyDown}
        >
          {choice.label}
        </div>
      </div>
    );
  });
  return (
    <>
      {search !== undefined && (
        <input
          class="field option-search"
          data-autofocus
          role="combobox"
          aria-expanded="true"
          aria-controls={id}
          aria-activedescendant={active}
          aria-label={`Search: ${label}`}
          placeholder="Search"
          autocomplete="off"
          value={search.typed}
          onInput={(event) => {
            setAt(0);
            search.onType(event.currentTarget.value);
          }}
          onKeyDown={onKeyDown}
        />
      )}
      <div
        ref={box}
        id={id}
        role="listbox"
        aria-label={label}
        class="options"
        tabIndex={search === undefined ? 0 : -1}
        aria-activedescendant={search === undefined ? active : undefined}
        data-autofocus={search === undefined ? '' : undefined}
        onKeyDown={search === undefined ? onKeyDown : undefined}
      >
        {options}
        {choices.length === 0 && <p class="option-empty">{empty}</p>}
      </div>
    </>
  );
}
