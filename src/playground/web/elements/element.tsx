/** One Block Kit element, drawn by its type. */
import type { JSX } from 'preact';
import { useSurface } from '../blocks/surface.js';
import { actionIdOf, stateValue } from '../blocks/values.js';
import { type Json, str } from '../json.js';
import { Button, FeedbackButtons, IconButton } from './button.js';
import { Checkboxes, RadioButtons } from './choices.js';
import { FileInput } from './file-input.js';
import { Overflow } from './overflow.js';
import { DatePicker, DateTimePicker, TimePicker } from './pickers.js';
import { Select } from './select.js';
import { TextInput } from './text-input.js';

/** How an input block labels the element in it, and whether a change is also an action. */
export interface InputRole {
  readonly id: string;
  readonly describedBy: string | undefined;
  readonly invalid: boolean;
  readonly dispatches: boolean;
}

/** What every element component is handed. */
export interface ElementProps {
  readonly element: Json;
  readonly blockId: string;
  readonly input?: InputRole;
}

const ELEMENTS: Readonly<Record<string, (props: ElementProps) => JSX.Element | null>> = {
  button: Button,
  workflow_button: Button,
  feedback_buttons: FeedbackButtons,
  icon_button: IconButton,
  overflow: Overflow,
  checkboxes: Checkboxes,
  radio_buttons: RadioButtons,
  datepicker: DatePicker,
  timepicker: TimePicker,
  datetimepicker: DateTimePicker,
  static_select: Select,
  external_select: Select,
  users_select: Select,
  conversations_select: Select,
  channels_select: Select,
  multi_static_select: Select,
  multi_external_select: Select,
  multi_users_select: Select,
  multi_conversations_select: Select,
  multi_channels_select: Select,
  plain_text_input: TextInput,
  email_text_input: TextInput,
  url_text_input: TextInput,
  number_input: TextInput,
  file_input: FileInput,
};

export function Element(props: ElementProps): JSX.Element {
  const Known = ELEMENTS[str(props.element, 'type')];
  if (Known !== undefined) return <Known {...props} />;
  return <span class="block-unknown">This client cannot show a “{str(props.element, 'type') || 'none'}”.</span>;
}

/** The element's value, and how to change it: in an input block that only sets it, elsewhere it is an action at once. */
export function useElementValue(props: ElementProps): {
  readonly value: Json | undefined;
  readonly busy: boolean;
  choose(value: unknown): void;
} {
  const { element, blockId, input } = props;
  const surface = useSurface();
  return {
    value: surface.values[blockId]?.[actionIdOf(element)],
    busy: surface.busy === `${blockId}/${actionIdOf(element)}`,
    choose(value) {
      const state = stateValue(str(element, 'type'), value);
      if (input !== undefined && !input.dispatches) surface.set(blockId, element, state);
      else surface.act(blockId, element, state, state);
    },
  };
}

/** The attributes that tie a control to its input block's label, hint and error. */
export function inputAttributes(input: InputRole | undefined): {
  id?: string;
  'aria-describedby'?: string;
  'aria-invalid'?: boolean;
} {
  if (input === undefined) return {};
  const described = input.describedBy === undefined ? {} : { 'aria-describedby': input.describedBy };
  return { id: input.id, ...described, ...(input.invalid ? { 'aria-invalid': true } : {}) };
}
