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
    <Choice option={option}>
      <input type="checkbox" checked={isChosen(option)} disabled={busy} onChange={() => toggle(option)} />
    </Choice>
  );
  return <div class="choices">{options.map(render)}</div>;
}

export function RadioButtons(props: ElementProps): JSX.Element {
  const { value, busy, choose } = useElementValue(props);
  const name = `${props.blockId}/${str(props.element, 'action_id')}`;
  const chosen = str(child(value, 'selected_option'), 'value');
  const render = (option: Json): ComponentChildren => {
    const isChosen = value !== undefined && child(value, 'selected_option') !== undefined && chosen === str(option, 'value');
    return (
      <Choice option={option}>
        <input type="radio" name={name} checked={isChosen} disabled={busy} onChange={() => choose(option)} />
      </Choice>
    );
  };
  return <div class="choices">{list(props.element, 'options').map(render)}</div>;
}

function Choice({ option, children }: { option: Json; children: ComponentChildren }): JSX.Element {
  const description = child(option, 'description');
  return (
    <label class="choice">
      {children}
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
