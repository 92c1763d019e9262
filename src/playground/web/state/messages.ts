/** Keeping a channel's messages in order, and reading threads out of them. */
import type { PageMessage } from '../../page-protocol.js';

/** The list with the message in its place by `ts`; one of the same `ts` is replaced. */
export function putMessage(known: readonly PageMessage[] | undefined, message: PageMessage): readonly PageMessage[] {
  const messages = [...(known ?? [])];
  let at = messages.length;
  // Arrivals are nearly always the newest, so the search starts at the end.
  while (at > 0 && compareTs(messages[at - 1]?.ts ?? '', message.ts) > 0) at -= 1;
  const isKnown = at > 0 && messages[at - 1]?.ts === message.ts;
  messages.splice(isKnown ? at - 1 : at, isKnown ? 1 : 0, message);
  return messages;
}

/** The list without the message of that `ts`. */
export function removeMessage(known: readonly PageMessage[] | undefined, ts: string): readonly PageMessage[] {
  return (known ?? []).filter((message) => message.ts !== ts);
}

/** Orders two `ts`: they are compared as text of equal form, because a float would lose their last digits. */
export function compareTs(a: string, b: string): number {
  const [aSeconds = '', aRest = ''] = a.split('.');
  const [bSeconds = '', bRest = ''] = b.split('.');
  return (
    aSeconds.length - bSeconds.length || order(aSeconds, bSeconds) || order(aRest.padEnd(6, '0'), bRest.padEnd(6, '0'))
  );
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** True for a message that stands in a thread under another one. */
function isReply(message: PageMessage): boolean {
  return message.threadTs !== undefined && message.threadTs !== message.ts;
}

export interface ThreadSummary {
  readonly replies: number;
  /** Who replied, in order of their first reply. */
  readonly users: readonly string[];
  readonly lastTs: string;
}

/** Parent `ts` → its replies in short. What only the person sees counts for nobody, as in Slack. */
export function summariseThreads(messages: readonly PageMessage[]): ReadonlyMap<string, ThreadSummary> {
  const threads = new Map<string, ThreadSummary>();
  for (const message of messages) {
    if (!isReply(message) || message.ephemeral === true || message.threadTs === undefined) continue;
    const before = threads.get(message.threadTs) ?? { replies: 0, users: [], lastTs: '' };
    const users = before.users.includes(message.user) ? before.users : [...before.users, message.user];
    threads.set(message.threadTs, { replies: before.replies + 1, users, lastTs: message.ts });
  }
  return threads;
}

/** What a channel shows: messages outside of threads, and replies that were broadcast to it. */
export function channelMessages(messages: readonly PageMessage[]): readonly PageMessage[] {
  return messages.filter((message) => !isReply(message) || message.broadcast === true);
}

/** The parent and its replies. */
export function threadMessages(messages: readonly PageMessage[], ts: string): readonly PageMessage[] {
  return messages.filter((message) => message.ts === ts || message.threadTs === ts);
}
