/** Checkboxes and radio buttons. */
import type { ComponentChildren, JSX } from 'preact';
import { TextObject } from '../blocks/text-object.js';
import { child, type Json, list, str } from '../json.js';
import { type ElementProps, useElementValue } from './element.js';

export function Checkboxes(props: ElementProps): JSX.Element {
  const { value, busy, choose } = useElementValue(props);
  const chosen = list(value, 'selected_options');
  const isChosen = (option: Json): boolean => chosen.some((other) => str(other, 'value') === str(option, 'value'));
  const options = list(props.element, 'options');
  // Slack sends the chosen options in the order in which the app offered them.
  const toggle = (option: Json): void =>
    choose(options.filter((other) => (other === option ? !isChosen(other) : isChosen(other))));
  const render = (option: Json): ComponentChildren => (
    <Choice
      option={option}
      type="checkbox"
      checked={isChosen(option)}
      disabled={busy}
      onChoose={() => toggle(option)}
    />
  );
  return <div class="choices">{options.map(render)}</div>;
}

export function RadioButtons(props: ElementProps): JSX.Element {
  const { value, busy, choose } = useElementValue(props);
  const name = `${props.blockId}/${str(props.element, 'action_id')}`;
  const chosen = str(child(value, 'selected_option'), 'value');
  const render = (option: Json): ComponentChildren => {
    const isChosen =
      value !== undefined && child(value, 'selected_option') !== undefined && chosen === str(option, 'value');
    return (
      <Choice
        option={option}
        type="radio"
        name={name}
        checked={isChosen}
        disabled={busy}
        onChoose={() => choose(option)}
      />
    );
  };
  return <div class="choices">{list(props.element, 'options').map(render)}</div>;
}

interface ChoiceProps {
  readonly option: Json;
  readonly type: 'checkbox' | 'radio';
  readonly name?: string;
  readonly checked: boolean;
  readonly disabled: boolean;
  readonly onChoose: () => void;
}

function Choice({ option, type, name, checked, disabled, onChoose }: ChoiceProps): JSX.Element {
  const description = child(option, 'description');
  return (
    <label class="choice">
      <input type={type} name={name} checked={checked} disabled={disabled} onChange={onChoose} />
      <span>
        <TextObject object={child(option, 'text')} />
        {description !== undefined && (
          <span class="choice-description">
            <TextObject object={description} />
          </span>
        )}
      </span>
    </label>
  );
}
