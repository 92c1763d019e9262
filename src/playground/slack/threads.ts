import { type Core, homeOf } from './core.js';
import type { Json, Message } from './objects.js';
import { type MetadataShown, messageShape } from './shapes.js';

/** A reply that its channel does not show: it is in no history. */
export const isHidden = ({ ts, threadTs, subtype }: Message): boolean =>
  threadTs !== undefined && threadTs !== ts && subtype !== 'thread_broadcast';

/**
 * A message with what its thread adds: the first one's replies in short, and a reply's root where the channel shows it
 * (docs.slack.dev/reference/events/message/thread_broadcast).
 */
export const threadedShape = (core: Core, message: Message, metadata: MetadataShown): Json => {
  const repliesTo = (ts: string): readonly Message[] =>
    core.workspace.thread(message.channel, ts).filter((each) => each.ts !== ts);
  const shape = (one: Message, root?: Json): Json =>
    messageShape(one, homeOf(core), {
      replies: repliesTo(one.ts),
      metadata,
      ...(root === undefined ? {} : { root }),
    });
  const root =
    message.subtype === 'thread_broadcast' && message.threadTs !== undefined
      ? core.workspace.message(message.channel, message.threadTs)
      : undefined;
  return root === undefined ? shape(message) : shape(message, shape(root));
};
