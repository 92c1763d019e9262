import type { Reply } from '../../desk/reply.js';
import type { Message } from '../limits.js';
import { renderReply } from '../views/index.js';
import type { Client, Deps } from './deps.js';
import { addMark, removeMark } from './reactions.js';

/** Where a reply belongs. */
export interface Thread {
  readonly channel: string;
  readonly thread: string;
}

/** Posts in a thread. Previews of the links in it would bury the answer. */
export async function postInThread(client: Client, { channel, thread }: Thread, message: Message): Promise<void> {
  await client.chat.postMessage({
    channel,
    thread_ts: thread,
    text: message.text,
    blocks: message.blocks,
    unfurl_links: false,
    unfurl_media: false,
  });
}

/**
 * Works on a post that was meant for the bot and replies in its thread, the post marked 👀 meanwhile. Marking and
 * thinking run side by side: the mark must not delay the answer.
 */
export async function answerPost(
  deps: Deps,
  client: Client,
  post: Thread & { readonly ts: string },
  think: () => Promise<Reply>,
): Promise<void> {
  const marked = addMark(deps, client, post, 'eyes');
  try {
    const message = renderReply(await think(), { thread: post.thread, ephemeral: false });
    if (message !== undefined) await postInThread(client, post, message);
  } finally {
    await marked;
    await removeMark(deps, client, post, 'eyes');
  }
}
