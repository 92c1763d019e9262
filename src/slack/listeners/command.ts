import type { AllMiddlewareArgs, SlackCommandMiddlewareArgs } from '@slack/bolt';
import { isLookupLine, isTraceAlone } from '../../desk/commands.js';
import type { Reply } from '../../desk/reply.js';
import { decodeText } from '../incoming-text.js';
import type { Message } from '../limits.js';
import { isNotInChannel } from '../slack-error.js';
import { renderReply } from '../views/index.js';
import { notInvitedView } from '../views/not-invited.js';
import type { Client, Deps } from './deps.js';
import { proven } from './prove-in-place.js';
import { openTraceForm } from './trace-form.js';
import { realPause, stillAsking, whileWaiting } from './while-waiting.js';

type Args = SlackCommandMiddlewareArgs & AllMiddlewareArgs;

/**
 * `/wo-okta …`. Only the asker sees the reply, since a command is typed in the middle of other people's talk; an answer
 * can be shared with a button. That the bot now reads a channel, or stops, concerns everybody there and is said aloud.
 */
export function onCommand(deps: Deps) {
  const { desk, pause = realPause } = deps;
  return async ({ command, ack, respond, client, context }: Args): Promise<void> => {
    await ack();
    if (!(await desk.firstTime(`command:${command.trigger_id}`))) return;
    const { channel_id: channel, user_id: asker } = command;
    // There is no post to hang the conversation on, so it is named after the one thing that is unique.
    const thread = `command-${command.trigger_id}`;
    const text = decodeText(command.text ?? '').trim();
    const place = { channel, thread };
    if (isTraceAlone(text) && (await openTraceForm(deps, client, command.trigger_id, place))) return;
    const working = desk
      .command({ text, surface: 'direct', place, asker }, { asText: false })
      .then((reply) => proven(desk, reply, { place, asker }));
    // Slack lets nobody replace what was said at a command's address, so this is said only when it is needed.
    const reply = isLookupLine(text)
      ? await whileWaiting(working, pause, () => respond({ response_type: 'ephemeral', text: stillAsking }))
      : await working;
    let message = renderReply(reply, { thread, ephemeral: true });
    if (message !== undefined && changedWatching(text, reply)) {
      if (await announce(client, channel, message)) return;
      if (/^watch\b/i.test(text)) message = notInvitedView(context.botUserId);
    }
    if (message !== undefined) await respond({ response_type: 'ephemeral', replace_original: false, ...message });
  };
}

function changedWatching(text: string, reply: Reply): boolean {
  return /^(?:un)?watch\b/i.test(text) && reply.kind === 'notice' && reply.tone === 'done';
}

/**
 * Tells the whole channel. False when the bot is not in it: posting is how to find out, as asking Slack for the list of
 * members would need one more scope.
 */
async function announce(client: Client, channel: string, { text, blocks }: Message): Promise<boolean> {
  try {
    await client.chat.postMessage({ channel, text, blocks });
    return true;
  } catch (error) {
    if (isNotInChannel(error)) return false;
    throw error;
  }
}
