import { type Message, toMessage } from '../limits.js';
import { link, mentionChannel, mentionUser, quote } from '../text.js';
import { context, section } from './blocks.js';

/** A question handed to colleagues in their channel. `excerpt` is redacted; `permalink` leads to the conversation. */
export function handOverView(handed: {
  readonly by: string;
  readonly channel: string;
  readonly excerpt: string;
  readonly permalink?: string | undefined;
}): Message {
  const where =
    handed.permalink === undefined ? mentionChannel(handed.channel) : link(handed.permalink, 'the conversation');
  return toMessage(
    [
      section(`:exclamation: *A question needs a person.* ${mentionUser(handed.by)} handed it over from ${where}.`),
      section(quote(handed.excerpt)),
      context('Secrets were taken out. Answer in the conversation, so that the asker sees it.'),
    ],
    '… The whole question is in the conversation.',
  );
}
