import { type Message, toMessage } from '../limits.js';
import { codeSpan, mentionUser } from '../text.js';
import { section } from './blocks.js';

/** `watch` was noted, but Slack delivers a channel's messages only to its members. */
export function notInvitedView(botUserId: string | undefined): Message {
  const who = botUserId === undefined ? 'me' : mentionUser(botUserId);
  return toMessage(
    [
      section(
        `:information_source: Noted, but I am not in this channel, so Slack does not show me its messages. Type ${codeSpan('/invite')} ${who} here and I start reading.`,
      ),
    ],
    '…',
  );
}
