import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt';
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
      const own = readMessage(event, context.botUserId);
      const text = own === '' && thread !== ts ? await threadStart(deps, client, channel, thread) : own;
      return deps.desk.command({ text, surface: 'direct', place: { channel, thread }, asker: user }, { asText: true });
    });
  };
}

/** A bare mention in a thread means the post that began it. Empty when it cannot be read: that brings the help. */
async function threadStart({ log }: Deps, client: Client, channel: string, thread: string): Promise<string> {
  try {
    const { messages } = await client.conversations.replies({ channel, ts: thread, limit: 1 });
    const [first] = messages ?? [];
    return first === undefined ? '' : readMessage({ ...first });
  } catch (err) {
    log.warn('Could not read the start of a thread', { err });
    return '';
  }
}
