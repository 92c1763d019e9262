import type { ActionsBlock, Button, ContextBlock, SectionBlock, StaticSelect } from '@slack/types';
import { plainLabel } from '../text.js';

/** A paragraph of mrkdwn. `verbatim` keeps Slack from making links and mentions of what merely looks like one. */
export function section(text: string): SectionBlock {
  return { type: 'section', text: { type: 'mrkdwn', text, verbatim: true } };
}

/** Small print. */
export function context(text: string): ContextBlock {
  return { type: 'context', elements: [{ type: 'mrkdwn', text, verbatim: true }] };
}

/** A row of buttons and menus. `id` names the row within its message, so that a press can replace it. */
export function actions(id: string, elements: (Button | StaticSelect)[]): ActionsBlock {
  return { type: 'actions', block_id: id, elements };
}

/** A button. `actionId` says which listener it wakes, `value` what it means. */
export function button(actionId: string, label: string, value: string, style?: 'primary'): Button {
  return {
    type: 'button',
    action_id: actionId,
    text: { type: 'plain_text', text: plainLabel(label), emoji: false },
    value,
    ...(style === undefined ? {} : { style }),
  };
}

/** A menu of a few choices, each with what it means. `label` stands on it until one is chosen. */
export function menu(
  actionId: string,
  label: string,
  choices: readonly { readonly label: string; readonly value: string }[],
): StaticSelect {
  return {
    type: 'static_select',
    action_id: actionId,
    placeholder: { type: 'plain_text', text: plainLabel(label) },
    options: choices.map((choice) => ({
      text: { type: 'plain_text', text: plainLabel(choice.label) },
      value: choice.value,
    })),
  };
}
