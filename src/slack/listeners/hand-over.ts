import { isNotInChannel } from '../slack-error.js';
import { escapeText, mentionChannel, mentionUser } from '../text.js';
import { type HandedOver, handOverView, triedSentence } from '../views/hand-over.js';
import { renderReply } from '../views/index.js';
import { settle } from './actions.js';
import type { Client, Deps } from './deps.js';
import { onPress, say } from './press.js';
import { addMark, isTimestamp } from './reactions.js';
import { shownIn } from './shown-in.js';

/** "Hand over to a colleague": into the hand-over channel where there is one, else said in the thread. */
export function onHandOver(deps: Deps) {
  return onPress(deps, 'hand-over', { each: true }, async (press, args) => {
    const { place, by, value } = press;
    const { reply, excerpt, tried } = await deps.desk.handOver(place, value.record, by);
    if (reply.kind !== 'notice' || reply.tone === 'refused') {
      const message = renderReply(reply, shownIn(place, press.ephemeral));
      if (message !== undefined) await say(press, args, message);
      return;
    }
    const where = await passOn(deps, args.client, { ...place, by, excerpt, tried });
    await settle(deps, press, args, `:exclamation: ${mentionUser(by)} ${where} ${escapeText(reply.text)}`);
    await addMark(deps, args.client, { channel: place.channel, ts: place.thread }, 'exclamation');
  });
}

/** Posts the question to colleagues. Says what became of it: a question must not look handed over when it is not. */
async function passOn(
  { handOverChannel, log }: Deps,
  client: Client,
  { thread, ...question }: HandedOver & { readonly thread: string },
): Promise<string> {
  if (handOverChannel === undefined) return `asks a colleague here to take over.${triedSentence(question.tried)}`;
  const permalink = await permalinkOf(client, question.channel, thread);
  const { text, blocks } = handOverView({ ...question, permalink });
  try {
    await client.chat.postMessage({ channel: handOverChannel, text, blocks, unfurl_links: false, unfurl_media: false });
    return `handed this over to ${mentionChannel(handOverChannel)}.`;
  } catch (err) {
    log.warn('Could not post to the hand-over channel', { channel: handOverChannel, err });
    const remedy = isNotInChannel(err) ? ' Invite me there.' : '';
    return `asks a colleague to take over; I could not post to ${mentionChannel(handOverChannel)}.${remedy}`;
  }
}

/** The address of the conversation; commands have none, and a refusal must not stop the hand-over. */
async function permalinkOf(client: Client, channel: string, thread: string): Promise<string | undefined> {
  if (!isTimestamp(thread)) return undefined;
  try {
    const { permalink } = await client.chat.getPermalink({ channel, message_ts: thread });
    return permalink;
  } catch {
    return undefined;
  }
}
