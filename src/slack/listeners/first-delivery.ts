import type { Desk } from '../../desk/question.js';

/**
 * Whether a post is seen for the first time. Slack delivers an event again when it missed our acknowledgement (same
 * event id), and sends a mention twice, as `app_mention` and as `message` (same channel and timestamp).
 */
export async function isFirstDelivery(
  desk: Desk,
  post: { readonly eventId: string; readonly channel: string; readonly ts: string },
): Promise<boolean> {
  return (await desk.firstTime(`event:${post.eventId}`)) && (await desk.firstTime(`post:${post.channel}:${post.ts}`));
}
