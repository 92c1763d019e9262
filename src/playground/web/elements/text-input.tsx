import type { JSX } from 'preact';
import { useSurface } from '../blocks/surface.js';
import { actionIdOf, stateValue } from '../blocks/values.js';
import { child, flag, num, str, strings } from '../json.js';
import { type ElementProps, inputAttributes } from './element.js';

const TYPES: Readonly<Record<string, string>> = { email_text_input: 'email', url_text_input: 'url' };

/** Text, e-mail, address and number inputs. With `dispatch_action` the app hears of Enter, or of each character if it asks. */
export function TextInput({ element, blockId, input }: ElementProps): JSX.Element {
  const surface = useSurface();
  const type = str(element, 'type');
  const value = str(surface.values[blockId]?.[actionIdOf(element)], 'value');
  const triggers = strings(child(element, 'dispatch_action_config'), 'trigger_actions_on');
  const eachCharacter = input?.dispatches === true && triggers.includes('on_character_entered');
  const onEnter = input?.dispatches === true && (triggers.length === 0 || triggers.includes('on_enter_pressed'));
  const change = (typed: string): void => {
    const state = stateValue(type, typed === '' ? null : typed);
    if (eachCharacter) surface.act(blockId, element, state, state);
    else surface.set(blockId, element, state);
  };
  const isMultiline = flag(element, 'multiline');
  const shared = {
    ...inputAttributes(input),
    class: 'field',
    value,
    placeholder: str(child(element, 'placeholder'), 'text'),
    'data-autofocus': flag(element, 'focus_on_load') ? '' : undefined,
    onKeyDown: (event: KeyboardEvent): void => {
      if (event.key !== 'Enter' || event.isComposing || (isMultiline && event.shiftKey)) return;
      if (!isMultiline) event.preventDefault();
      if (onEnter) surface.act(blockId, element, stateValue(type, value === '' ? null : value));
    },
  };
  const longest = num(element, 'max_length');
  const counter = longest !== undefined && value.length > longest * 0.8 && (
    <span class={value.length > longest ? 'counter is-over' : 'counter'}>{longest - value.length}</span>
  );
  return (
    <span class="field-wrap">
      {isMultiline ? (
        <textarea {...shared} rows={5} onInput={(event) => change(event.currentTarget.value)} />
      ) : (
        <input
          {...shared}
          type={TYPES[type] ?? 'text'}
          inputMode={type === 'number_input' ? 'decimal' : undefined}
          autocomplete="off"
          onInput={(event) => change(event.currentTarget.value)}
        />
      )}
      {counter}
    </span>
  );
}
