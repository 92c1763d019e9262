import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt';
import type { Question } from '../../desk/question.js';
import { filesOf } from '../files/given-files.js';
import { readMessage } from '../incoming-text.js';
import type { Client, Deps } from './deps.js';
import { isFirstDelivery } from './first-delivery.js';
import { answerPost } from './post.js';
import { isFromPerson } from './sender.js';

type Args = SlackEventMiddlewareArgs<'app_mention'> & AllMiddlewareArgs;

/** Somebody mentions the bot in a channel: everything the slash command does, and any other text is asked. */
export function onMention(deps: Deps) {
  return async ({ event, body, client, context }: Args): Promise<void> => {
    if (!isFromPerson(event, context.botUserId)) return;
    const { channel, ts, user } = event;
    if (user === undefined || !(await isFirstDelivery(deps.desk, { eventId: body.event_id, channel, ts }))) return;
    const thread = event.thread_ts ?? ts;
    await answerPost(deps, client, { channel, thread, ts, asker: user }, async () => {
      const own = { text: readMessage(event, context.botUserId), ...filesOf(event, { ...deps, client }) };
      const isBare = own.text === '' && own.files === undefined && thread !== ts;
      const said = isBare ? await threadStart(deps, client, channel, thread) : own;
      return deps.desk.command(
        { ...said, surface: 'direct', place: { channel, thread }, asker: user },
        { asText: true },
      );
    });
  };
}

/** A bare mention in a thread means the post that began it. Empty when it cannot be read: that brings the help. */
async function threadStart(
  deps: Deps,
  client: Client,
  channel: string,
  thread: string,
): Promise<Pick<Question, 'text' | 'files'>> {
  try {
    const { messages } = await client.conversations.replies({ channel, ts: thread, limit: 1 });
    const [first] = messages ?? [];
    return first === undefined
      ? { text: '' }
      : { text: readMessage({ ...first }), ...filesOf(first, { ...deps, client }) };
  } catch (err) {
    deps.log.warn('Could not read the start of a thread', { err });
    return { text: '' };
  }
}
