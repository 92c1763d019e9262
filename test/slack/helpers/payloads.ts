import type { WebApi } from './web-api.js';

const user = { id: 'U0KIM', username: 'kim', name: 'kim', team_id: 'T1' };
const team = { id: 'T1', domain: 'acme' };

let count = 0;

/** An Events API payload. Each has its own event id unless one is given. */
function event(fields: Record<string, unknown>, eventId?: string) {
  count += 1;
  return {
    type: 'event_callback',
    team_id: 'T1',
    api_app_id: 'A1',
    event_id: eventId ?? `Ev${count}`,
    event_time: 1_700_000_000,
    authorizations: [{ team_id: 'T1', user_id: 'U0BOT', is_bot: true }],
    event: { user: user.id, channel: 'C0HELP', ts: '1700000000.000100', ...fields },
  };
}

/** `@wo-okta <text>` in a channel. */
export function mention(text: string, fields: Record<string, unknown> = {}, eventId?: string) {
  return event({ type: 'app_mention', text: `<@U0BOT> ${text}`, ...fields }, eventId);
}

/** A message in a channel. */
export function message(text: string, fields: Record<string, unknown> = {}, eventId?: string) {
  return event({ type: 'message', channel_type: 'channel', text, ...fields }, eventId);
}

/** A direct message to the bot. */
export function directMessage(text: string, fields: Record<string, unknown> = {}) {
  return message(text, { channel: 'D0KIM', channel_type: 'im', ...fields });
}

/** `/wo-okta <text>`. */
export function command(slack: WebApi, text: string, fields: Record<string, unknown> = {}) {
  count += 1;
  return {
    command: '/wo-okta',
    text,
    user_id: user.id,
    user_name: 'kim',
    channel_id: 'C0HELP',
    channel_name: 'help',
    team_id: 'T1',
    api_app_id: 'A1',
    trigger_id: `tr.${count}`,
    response_url: slack.responseUrl,
    ...fields,
  };
}

/** "Find the fix" chosen on a message. */
export function shortcut(slack: WebApi, posted: Record<string, unknown>, fields: Record<string, unknown> = {}) {
  count += 1;
  return {
    type: 'message_action',
    callback_id: 'find_the_fix',
    trigger_id: `tr.${count}`,
    response_url: slack.responseUrl,
    message_ts: posted['ts'],
    channel: { id: 'C0HELP', name: 'help' },
    user,
    team,
    message: { type: 'message', user: 'U0LEE', ...posted },
    ...fields,
  };
}

interface Pressed {
  readonly actionId: string;
  readonly value: string;
  readonly rowId?: string;
  readonly label?: string;
  /** Blocks of the message that holds the button; left out for an ephemeral message. */
  readonly blocks?: readonly object[];
}

/** A choice made from a menu under a message of the bot's. */
export function choose(slack: WebApi, { label = 'Choice', value, ...pressed }: Pressed) {
  const body = press(slack, { ...pressed, value });
  const { text: _text, value: _value, ...action } = body.actions[0] ?? {};
  const selected = { text: { type: 'plain_text', text: label }, value };
  return { ...body, actions: [{ ...action, type: 'static_select', selected_option: selected }] };
}

/** A button pressed under a message of the bot's. */
export function press(slack: WebApi, { actionId, value, rowId = 'row', label = 'Label', blocks }: Pressed) {
  count += 1;
  const ts = '1700000000.000200';
  const ephemeral = blocks === undefined;
  return {
    type: 'block_actions',
    trigger_id: `tr.${count}`,
    response_url: slack.responseUrl,
    api_app_id: 'A1',
    token: 'unused',
    channel: { id: 'C0HELP', name: 'help' },
    user,
    team,
    container: { type: 'message', message_ts: ts, channel_id: 'C0HELP', is_ephemeral: ephemeral },
    ...(ephemeral
      ? {}
      : {
          message: {
            type: 'message',
            user: 'U0BOT',
            bot_id: 'B0BOT',
            text: 'Title',
            ts,
            thread_ts: '1700000000.000100',
            blocks,
          },
        }),
    actions: [
      {
        type: 'button',
        action_id: actionId,
        block_id: rowId,
        text: { type: 'plain_text', text: label },
        value,
        action_ts: '1700000001.000000',
      },
    ],
  };
}
