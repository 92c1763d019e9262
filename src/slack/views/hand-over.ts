import type { ArticleLink } from '../../desk/reply.js';
import { type Message, toMessage } from '../limits.js';
import { cutPlain, escapeLine, link, mentionChannel, mentionUser, quote, titleLength } from '../text.js';
import { context, section } from './blocks.js';

/** What is handed to a colleague. */
export interface HandedOver {
  readonly by: string;
  readonly channel: string;
  /** The question, redacted; empty when an article was opened without one. */
  readonly excerpt: string;
  /** The articles that did not help. */
  readonly tried: readonly ArticleLink[];
  /** Leads to the conversation. */
  readonly permalink?: string | undefined;
}

/** Enough to know what it is about: the rest is in the conversation, one press away. */
const quoted = { characters: 600, lines: 8 };

/** A question handed to colleagues in their channel. */
export function handOverView({ by, channel, excerpt, tried, permalink }: HandedOver): Message {
  const where = permalink === undefined ? mentionChannel(channel) : link(permalink, 'the conversation');
  const beginning = beginningOf(excerpt);
  return toMessage(
    [
      section(`:exclamation: *A question needs a person.* ${mentionUser(by)} handed it over from ${where}.`),
      ...(beginning === '' ? [] : [section(quote(beginning))]),
      ...(tried.length === 0 ? [] : [section(['*Tried, and did not help:*', ...tried.map(triedLine)].join('\n'))]),
      context('Secrets were taken out. Answer in the conversation, so that the asker sees it.'),
    ],
    '… The whole question is in the conversation.',
  );
}

/** The same in one sentence (mrkdwn), where the colleagues see the conversation anyway; empty when nothing was tried. */
export function triedSentence(tried: readonly ArticleLink[]): string {
  if (tried.length === 0) return '';
  return ` Tried, and did not help: ${tried.map(nameOf).join('; ')}.`;
}

function triedLine(article: ArticleLink): string {
  return `• ${nameOf(article)}`;
}

function nameOf({ articleId, title }: ArticleLink): string {
  return escapeLine(`${articleId}: ${cutPlain(title, titleLength)}`);
}

function beginningOf(excerpt: string): string {
  const lines = excerpt.split('\n').filter((line) => line.trim() !== '');
  const beginning = cutPlain(lines.slice(0, quoted.lines).join('\n'), quoted.characters);
  return lines.length > quoted.lines && !beginning.endsWith('…') ? `${beginning}\n…` : beginning;
}
