import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt';
import type { Question } from '../../desk/question.js';
import { filesOf } from '../files/given-files.js';
import { readMessage } from '../incoming-text.js';
import type { Client, Deps } from './deps.js';
import { isFirstDelivery } from './first-delivery.js';
import { type Asked, answerPost } from './post.js';
import { isFromPerson } from './sender.js';

type Args = SlackEventMiddlewareArgs<'app_mention'> & AllMiddlewareArgs;

/** Somebody mentions the bot in a channel: everything the slash command does, and any other text is asked. */
export function onMention(deps: Deps) {
  return async ({ event, body, client, context }: Args): Promise<void> => {
    if (!isFromPerson(event, context.botUserId)) return;
    const { channel, ts, user } = event;
    if (user === undefined || !(await isFirstDelivery(deps.desk, { eventId: body.event_id, channel, ts }))) return;
    const own = { text: readMessage(event, context.botUserId), ...filesOf(event, { ...deps, client }) };
    await answerMention(deps, client, { channel, thread: event.thread_ts ?? ts, ts, asker: user }, own);
  };
}

/** Answers a post that mentions the bot, whichever event told of it. */
export async function answerMention(
  deps: Deps,
  client: Client,
  post: Asked,
  own: Pick<Question, 'text' | 'files'>,
): Promise<void> {
  const { channel, thread, ts, asker } = post;
  await answerPost(deps, client, post, async () => {
    const isBare = own.text === '' && own.files === undefined && thread !== ts;
    const said = isBare ? await threadStart(deps, client, channel, thread) : own;
    return deps.desk.command({ ...said, surface: 'direct', place: { channel, thread }, asker }, { asText: true });
  });
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
