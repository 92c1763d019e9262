/** The values of a message's or a view's interactive parts, in the form that Slack's `state.values` has. Pure. */
import { child, flag, type Json, list, num, str, strings } from '../json.js';

/** block_id → action_id → state value. */
export type StateValues = Readonly<Record<string, Readonly<Record<string, Json>>>>;

/** A block's id. Slack gives every block one; a block that came without is known by its place. */
export function blockIdOf(block: Json, index: number): string {
  return str(block, 'block_id') || `block-${index}`;
}

/** An element's id, or one of its type when it has none. */
export function actionIdOf(element: Json): string {
  return str(element, 'action_id') || str(element, 'type');
}

// Element type → the field of its state value, and the field that sets it at first.
const FIELDS: Readonly<Record<string, readonly [value: string, initial: string]>> = {
  plain_text_input: ['value', 'initial_value'],
  email_text_input: ['value', 'initial_value'],
  url_text_input: ['value', 'initial_value'],
  number_input: ['value', 'initial_value'],
  static_select: ['selected_option', 'initial_option'],
  external_select: ['selected_option', 'initial_option'],
  radio_buttons: ['selected_option', 'initial_option'],
  users_select: ['selected_user', 'initial_user'],
  conversations_select: ['selected_conversation', 'initial_conversation'],
  channels_select: ['selected_channel', 'initial_channel'],
  multi_static_select: ['selected_options', 'initial_options'],
  multi_external_select: ['selected_options', 'initial_options'],
  checkboxes: ['selected_options', 'initial_options'],
  multi_users_select: ['selected_users', 'initial_users'],
  multi_conversations_select: ['selected_conversations', 'initial_conversations'],
  multi_channels_select: ['selected_channels', 'initial_channels'],
  datepicker: ['selected_date', 'initial_date'],
  timepicker: ['selected_time', 'initial_time'],
  datetimepicker: ['selected_date_time', 'initial_date_time'],
  // Slack knows no files that a form has at first.
  file_input: ['files', ''],
};
const MANY = /^(?:multi_|checkboxes|file_input)/;

/** The field that holds the value of an element of this type; `undefined` for one without a value (a button). */
export function valueField(type: string): string | undefined {
  return FIELDS[type]?.[0];
}

/** A state value of an element: its type and `{ [field]: value }`. */
export function stateValue(type: string, value: unknown): Json {
  const field = valueField(type);
  return field === undefined ? { type } : { type, [field]: value };
}

/** The values as the blocks set them at first. An element never touched has `null` (or `[]` where several can be chosen). */
export function initialValues(blocks: readonly Json[]): StateValues {
  const values: Record<string, Record<string, Json>> = {};
  for (const [index, block] of blocks.entries()) {
    for (const element of elementsOf(block)) {
      const fields = FIELDS[str(element, 'type')];
      if (fields === undefined) continue;
      const own = values[blockIdOf(block, index)] ?? {};
      values[blockIdOf(block, index)] = own;
      const untouched = MANY.test(str(element, 'type')) ? [] : null;
      own[actionIdOf(element)] = stateValue(str(element, 'type'), element[fields[1]] ?? untouched);
    }
  }
  return values;
}

/** Initial values with what the person changed over them; changes to blocks that are gone are dropped. */
export function currentValues(blocks: readonly Json[], changed: StateValues): StateValues {
  const values: Record<string, Readonly<Record<string, Json>>> = {};
  for (const [blockId, actions] of Object.entries(initialValues(blocks))) {
    const own: Record<string, Json> = {};
    for (const [actionId, initial] of Object.entries(actions)) own[actionId] = changed[blockId]?.[actionId] ?? initial;
    values[blockId] = own;
  }
  return values;
}

/** The interactive elements in a block. */
function elementsOf(block: Json): readonly Json[] {
  const single = [child(block, 'accessory'), child(block, 'element')].filter((element) => element !== undefined);
  return [...single, ...list(block, 'elements'), ...list(block, 'actions')];
}

/** Sentences for required inputs left empty and for values outside their bounds: block_id → sentence. Empty when all is well. */
export function inputErrors(blocks: readonly Json[], values: StateValues): Readonly<Record<string, string>> {
  const errors: Record<string, string> = {};
  for (const [index, block] of blocks.entries()) {
    if (str(block, 'type') !== 'input') continue;
    const element = child(block, 'element');
    if (element === undefined) continue;
    const blockId = blockIdOf(block, index);
    const field = valueField(str(element, 'type'));
    const value = field === undefined ? undefined : values[blockId]?.[actionIdOf(element)]?.[field];
    const sentence = inputError(element, value, flag(block, 'optional'));
    if (sentence !== undefined) errors[blockId] = sentence;
  }
  return errors;
}

function inputError(element: Json, value: unknown, optional: boolean): string | undefined {
  const isEmpty = value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
  if (isEmpty)
    return optional || FIELDS[str(element, 'type')] === undefined ? undefined : 'Please complete this required field.';
  if (typeof value !== 'string') return undefined;
  const shortest = num(element, 'min_length');
  const longest = num(element, 'max_length');
  if (shortest !== undefined && value.length < shortest)
    return `Write at least ${shortest} characters (now ${value.length}).`;
  if (longest !== undefined && value.length > longest)
    return `Write at most ${longest} characters (now ${value.length}).`;
  const type = str(element, 'type');
  if (type === 'number_input') return numberError(element, value);
  if (type === 'url_text_input' && !URL.canParse(value)) return 'Write a whole address, such as https://example.com.';
  if (type === 'email_text_input' && !/^[^\s@]+@[^\s@]+$/.test(value)) return 'Write a whole e-mail address.';
  return undefined;
}

function numberError(element: Json, value: string): string | undefined {
  const number = Number(value);
  const [least, most] = [str(element, 'min_value'), str(element, 'max_value')];
  if (!Number.isFinite(number)) return 'Write a number.';
  if (!flag(element, 'is_decimal_allowed') && !Number.isInteger(number)) return 'Write a whole number.';
  if (least !== '' && number < Number(least)) return `Write a number of at least ${least}.`;
  if (most !== '' && number > Number(most)) return `Write a number of at most ${most}.`;
  return undefined;
}

/** Slack's action object for a click or a choice: what identifies the element, and what was chosen. */
export function actionOf(element: Json, blockId: string, chosen: Json): Json & { action_id: string; type: string } {
  const copied: Record<string, unknown> = {};
  for (const key of ['text', 'value', 'style', 'url', 'placeholder'] as const) {
    if (element[key] !== undefined) copied[key] = element[key];
  }
  return { ...copied, ...chosen, type: str(element, 'type'), action_id: actionIdOf(element), block_id: blockId };
}

/** Options of a select: its own, or those of its groups, each with its group's label (`''` for none). */
export function optionsOf(element: Json): readonly { readonly group: string; readonly option: Json }[] {
  const own = list(element, 'options').map((option) => ({ group: '', option }));
  const grouped = list(element, 'option_groups').flatMap((group) =>
    list(group, 'options').map((option) => ({ group: str(child(group, 'label'), 'text'), option })),
  );
  return [...own, ...grouped];
}

/** The ids chosen in a select of users or channels, one or several. */
export function chosenIds(value: Json | undefined, field: string): readonly string[] {
  const one = str(value, field);
  return one === '' ? strings(value, field) : [one];
}
