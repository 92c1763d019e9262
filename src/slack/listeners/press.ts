import type {
  AllMiddlewareArgs,
  BlockAction,
  ButtonAction,
  SlackActionMiddlewareArgs,
  StaticSelectAction,
} from '@slack/bolt';
import type { KnownBlock } from '@slack/types';
import type { Place } from '../../desk/question.js';
import { type ButtonValue, readButtonValue } from '../button-value.js';
import { cutMrkdwn, limits, type Message } from '../limits.js';
import { isNotInChannel } from '../slack-error.js';
import { renderReply } from '../views/index.js';
import type { PostedBlock } from '../views/pressed.js';
import type { Deps } from './deps.js';
import { postInThread } from './post.js';
import { isTimestamp } from './reactions.js';

/** A button pressed, or a choice made from a menu. */
export type Pressed = BlockAction<ButtonAction | StaticSelectAction>;
export type PressArgs = SlackActionMiddlewareArgs<Pressed> & AllMiddlewareArgs;

/** A button somebody pressed. */
export interface Press<V extends ButtonValue = ButtonValue> {
  readonly value: V;
  /** The conversation, as the desk knows it. */
  readonly place: Place;
  /** Slack user id. */
  readonly by: string;
  /** Whether only that person sees the message. */
  readonly ephemeral: boolean;
  readonly rowId: string;
  readonly actionId: string;
  readonly label: string;
  /** The message's blocks; Slack does not send those of ephemeral messages. */
  readonly blocks: readonly PostedBlock[] | undefined;
}

type Meaning<D extends ButtonValue['does']> = Extract<ButtonValue, { does: D }>;

const stale = 'This button is from an older version of me, so I no longer know what it means. Please ask again.';
const again = 'That was pressed a moment ago. If nothing has changed, press it again in ten minutes.';

/**
 * The listener of one kind of button: acknowledges, reads what the button means, and lets each press through once:
 * Slack may deliver it again, and two people may press at the same time. With `each`, every button of a row counts for
 * itself; else the row is one decision. What `repeats` can be pressed any number of times: then only Slack's second
 * delivery of one press counts for nothing.
 */
export function onPress<D extends ButtonValue['does']>(
  deps: Deps,
  does: D,
  options: { readonly each: boolean } | 'repeats',
  work: (press: Press<Meaning<D>>, args: PressArgs) => Promise<void>,
) {
  return async (args: PressArgs): Promise<void> => {
    const { ack, action, body, respond } = args;
    await ack();
    if (!(await deps.desk.firstTime(`press:${body.trigger_id}:${action.action_id}`))) return;
    const chosen = action.type === 'static_select' ? action.selected_option : action;
    const value = readButtonValue(chosen.value);
    const channel = body.channel?.id;
    const refuse = (text: string) => {
      const message = renderReply({ kind: 'notice', tone: 'refused', text }, { thread: '', ephemeral: true });
      return respond({ response_type: 'ephemeral', replace_original: false, ...message });
    };
    if (value === undefined || !means(value, does) || channel === undefined) {
      await refuse(stale);
      return;
    }
    const message = String(body.container['message_ts']);
    if (options !== 'repeats') {
      const button = options.each ? `${action.block_id}:${action.action_id}` : action.block_id;
      if (!(await deps.desk.firstTime(`pressed:${channel}:${message}:${button}`))) {
        await refuse(again);
        return;
      }
    }
    const blocks: unknown = body.message?.['blocks'];
    const press: Press<Meaning<D>> = {
      value,
      // A message that was there before anybody said anything is a conversation of its own.
      place: { channel, thread: 'thread' in value ? value.thread : message },
      by: body.user.id,
      ephemeral: body.container['is_ephemeral'] === true,
      rowId: action.block_id,
      actionId: action.action_id,
      label: chosen.text?.text ?? '',
      blocks: Array.isArray(blocks) ? blocks : undefined,
    };
    await work(press, args);
  };
}

function means<D extends ButtonValue['does']>(value: ButtonValue, does: D): value is Meaning<D> {
  return value.does === does;
}

/** Says something where the button was: in its thread, or to the one person who sees it. */
export async function say(press: Press, args: PressArgs, message: Message): Promise<void> {
  const { body, client, respond } = args;
  const shown: unknown = body.message?.['thread_ts'] ?? body.container['message_ts'];
  if (press.ephemeral || typeof shown !== 'string' || !isTimestamp(shown)) {
    await respond({ response_type: 'ephemeral', replace_original: false, ...message });
    return;
  }
  try {
    await postInThread(client, { channel: press.place.channel, thread: shown }, message);
  } catch (error) {
    // A shared answer can stand in a channel that the bot is not in.
    if (!isNotInChannel(error)) throw error;
    await respond({ response_type: 'ephemeral', replace_original: false, ...message });
  }
}

/** Replaces the message that held the button. A failure is logged: what was pressed has been done by now. */
export async function replaceMessage(
  { log }: Deps,
  { body, respond }: PressArgs,
  blocks: readonly PostedBlock[],
  note: string,
): Promise<void> {
  const text = [body.message?.text ?? '', note].filter((part) => part !== '').join('\n');
  try {
    await respond({
      replace_original: true,
      text: cutMrkdwn(text, limits.fallbackText),
      // Slack's own JSON, which we sent before; its types are narrower than what it returns.
      blocks: blocks as unknown as KnownBlock[],
    });
  } catch (err) {
    log.warn('Could not replace the buttons of a message', { err });
  }
}
