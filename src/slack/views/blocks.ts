import type { ActionsBlock, Button, ContextBlock, SectionBlock } from '@slack/types';
import { plainLabel } from '../text.js';

/** A paragraph of mrkdwn. `verbatim` keeps Slack from making links and mentions of what merely looks like one. */
export function section(text: string): SectionBlock {
  return { type: 'section', text: { type: 'mrkdwn', text, verbatim: true } };
}

/** Small print. */
export function context(text: string): ContextBlock {
  return { type: 'context', elements: [{ type: 'mrkdwn', text, verbatim: true }] };
}

/** A row of buttons. `id` names the row within its message, so that a press can replace it. */
export function actions(id: string, elements: Button[]): ActionsBlock {
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
