import { isForAskerOnly, type Reply } from '../../desk/reply.js';
import type { Message } from '../limits.js';
import { renderReply } from '../views/index.js';
import type { Client, Deps } from './deps.js';
import { liveOf, proveInPlace, withProgress } from './prove-in-place.js';
import { addMark, removeMark } from './reactions.js';
import { isDirect, shownIn } from './shown-in.js';

/** Where a reply belongs. */
export interface Thread {
  readonly channel: string;
  readonly thread: string;
}

/** A post that is answered, and who wrote it or asked about it. */
export interface Asked extends Thread {
  readonly ts: string;
  readonly asker: string;
}

/** Posts in a thread; gives the message's timestamp. Previews of the links in it would bury the answer. */
export async function postInThread(
  client: Client,
  { channel, thread }: Thread,
  message: Message,
): Promise<string | undefined> {
  const { ts } = await client.chat.postMessage({
    channel,
    thread_ts: thread,
    text: message.text,
    blocks: message.blocks,
    unfurl_links: false,
    unfurl_media: false,
  });
  return ts;
}

/** Posts something that only one person sees. In a thread, if one is given. */
export async function postForOne(
  client: Client,
  { channel, thread }: { readonly channel: string; readonly thread?: string },
  user: string,
  { text, blocks }: Message,
): Promise<void> {
  await client.chat.postEphemeral({
    channel,
    user,
    text,
    blocks,
    ...(thread === undefined ? {} : { thread_ts: thread }),
  });
}

/**
 * Posts a Reply to somebody's post: in its thread, or to them alone where it concerns nobody else. What the live tenants
 * can prove of it then takes its place.
 */
export async function postReply(deps: Deps, client: Client, post: Asked, reply: Reply): Promise<void> {
  const { channel, thread, ts, asker } = post;
  const isPrivate = isForAskerOnly(reply) && !isDirect(channel);
  const message = renderReply(reply, shownIn(post, isPrivate));
  if (message === undefined) return;
  if (!isPrivate) {
    const live = liveOf(reply);
    const posted = await postInThread(client, post, live === undefined ? message : withProgress(message));
    if (live !== undefined && posted !== undefined)
      await proveInPlace(deps, client, post, { ts: posted, message }, reply);
  }
  // Slack shows such messages only in threads that have a reply already: below a post without one they would be lost.
  else await postForOne(client, thread === ts ? { channel } : { channel, thread }, asker, message);
}

/**
 * Works on a post that was meant for the bot and replies in its thread, the post marked 👀 meanwhile. Marking and
 * thinking run side by side: the mark must not delay the answer.
 */
export async function answerPost(deps: Deps, client: Client, post: Asked, think: () => Promise<Reply>): Promise<void> {
  const marked = addMark(deps, client, post, 'eyes');
  try {
    await postReply(deps, client, post, await think());
  } finally {
    await marked;
    await removeMark(deps, client, post, 'eyes');
  }
}
