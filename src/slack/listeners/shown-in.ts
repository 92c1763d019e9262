import type { Place } from '../../desk/question.js';
import type { ViewContext } from '../views/view.js';

/** Whether a channel is a direct message, where everything is between two. */
export function isDirect(channel: string): boolean {
  return channel.startsWith('D');
}

/** How a reply is shown in a conversation: to everybody in it, or (`ephemeral`) to one person alone. */
export function shownIn({ channel, thread }: Place, ephemeral: boolean): ViewContext {
  return { thread, ephemeral, isDirect: isDirect(channel) };
}
