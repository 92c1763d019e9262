import type { Reply } from '../../desk/reply.js';
import { type Message, toMessage } from '../limits.js';
import { mentionUser } from '../text.js';
import { articleButtons, articleCard, whereTheRestIs } from './article-card.js';
import { context } from './blocks.js';
import { reportView } from './report.js';

/** An article that somebody shared with the channel, and who it was. `thread` is the conversation it came from. */
export function sharedView(
  { article, live }: Extract<Reply, { kind: 'article' }>,
  by: string,
  thread: string,
): Message {
  const [title, ...rest] = articleCard(article);
  const buttons = articleButtons(article, { thread, ephemeral: false }, 'shared', { live });
  const sharer = context(`Shared by ${mentionUser(by)}`);
  return toMessage(title === undefined ? [sharer] : [title, sharer, ...rest, buttons], whereTheRestIs(article));
}

/** A report that somebody shared with everybody there, and who it was. */
export function sharedReport(reply: Extract<Reply, { kind: 'report' }>, by: string, thread: string): Message {
  const [verdict, ...rest] = reportView(reply, { thread, ephemeral: false });
  const sharer = context(`Shared by ${mentionUser(by)}`);
  return toMessage(verdict === undefined ? [sharer] : [verdict, sharer, ...rest], '… Cut to fit Slack.');
}
