import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt';
import type { Place } from '../../desk/question.js';
import { filesOf } from '../files/given-files.js';
import { mentions, readMessage } from '../incoming-text.js';
import type { Deps } from './deps.js';
import { isFirstDelivery } from './first-delivery.js';
import { answerMention } from './mention.js';
import { answerPost, postReply } from './post.js';
import { isFromPerson } from './sender.js';

type Args = SlackEventMiddlewareArgs<'message'> & AllMiddlewareArgs;

/** Any message the bot can see: a direct one is answered; one in a channel only where the bot was invited to speak. */
export function onMessage(deps: Deps) {
  const { desk } = deps;
  return async ({ event, body, client, context }: Args): Promise<void> => {
    if (!isFromPerson(event, context.botUserId) || !('user' in event) || typeof event.user !== 'string') return;
    const { channel, ts, user: asker } = event;
    const thread = 'thread_ts' in event && event.thread_ts !== undefined ? event.thread_ts : ts;
    const place: Place = { channel, thread };
    const text = readMessage({ ...event }, context.botUserId);
    const files = filesOf(event, { ...deps, client });
    const first = () => isFirstDelivery(desk, { eventId: body.event_id, channel, ts });

    if (event.channel_type === 'im') {
      if (!(await first())) return;
      const question = { text, surface: 'direct' as const, place, asker, ...files };
      await answerPost(deps, client, { ...place, ts, asker }, () => desk.command(question, { asText: true }));
      return;
    }
    if ('text' in event && mentions(event.text, context.botUserId)) {
      // The same post arrives as `app_mention`, in either order, and is answered there; claiming it here would lose it.
      // With a file it may not (slackapi/bolt-python issue 925): then whichever event comes first is answered.
      if (files.files === undefined || !(await first())) return;
      await answerMention(deps, client, { ...place, ts, asker }, { text, ...files });
      return;
    }
    // Before the claim: most messages of a workspace are none of our business and must not cost a write.
    if (!(await isOurs(deps, place, thread !== ts)) || !(await first())) return;
    // Unasked, so no 👀 either: a mark on every message of a watched channel would be noise.
    const reply = await desk.ask({ text, surface: 'channel', place, asker, ...files });
    await postReply(deps, client, { ...place, ts, asker }, reply);
  };
}

/** A follow-up in a thread where the bot understood something, or a message in a watched channel. */
async function isOurs({ desk }: Deps, place: Place, inThread: boolean): Promise<boolean> {
  return (inThread && (await desk.knowsThread(place))) || (await desk.isWatched(place.channel));
}
