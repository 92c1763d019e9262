import type { Reply } from './reply.js';

/**
 * Courtesy: thanks, greetings, a thumb up. Nobody asks anything with it, so it is never a question without an answer.
 * The words are few on purpose: every word of a text must be among them, and a text that says anything more is
 * understood like any other.
 */

const wordSet = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

const thanks = wordSet('thanks thank thankyou thx thnx tx ty cheers danke merci gracias appreciate appreciated');
/** Each of these alone is courtesy, too. */
const kindWords = wordSet(`kudos props bravo ok okay okey kk great perfect super nice cool awesome excellent brilliant
  wonderful fantastic amazing lovely splendid works worked working solved fixed resolved helped sorted done yay hooray woohoo congrats
  congratulations welcome hi hello hey hiya howdy morning afternoon evening bye goodbye ciao`);
/** These only stand beside them: "that was it, thank you so much". */
const besides =
  wordSet(`you youre u ya so very much many lots a lot million again all everyone everybody team guys folks mate bot
  there that thats this it its was is did does has the for now fine good well really just got get understood noted trick
  job one and to too me my i im us have day weekend week see soon later no worries problem at yes yep yeah sure alright
  will do right oh ah wow haha lol kind of course please`);
/** What one says thanks for. Beside other words it may be a request ("ok, help"). */
const thankedFor = wordSet(
  'help helping assistance answer answers reply replies quick fast fix support time info hint tip',
);

/** A longer text is about something. */
const longest = 80;

/**
 * The courtesy that a text is, when it is no more than that; undefined for everything that says something. A text
 * without a letter or digit (👍, `:tada:`, `…`) says nothing either. Linear, on at most 80 characters.
 */
export function courtesyIn(text: string): 'thanks' | 'other' | undefined {
  const line = text.trim();
  if (line === '' || line.length > longest || line.includes('?')) return undefined;
  const words =
    line
      .toLowerCase()
      // How Slack writes emoji.
      .replace(/:[a-z0-9_+-]{1,60}:/g, ' ')
      .replace(/['’]/g, '')
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.length === 0) return 'other';
  const isThanks = words.some((word) => thanks.has(word));
  const isKind = isThanks || words.some((word) => kindWords.has(word));
  const saysNoMore = words.every(
    (word) => thanks.has(word) || kindWords.has(word) || besides.has(word) || (isThanks && thankedFor.has(word)),
  );
  if (!isKind || !saysNoMore) return undefined;
  return isThanks ? 'thanks' : 'other';
}

/** What the bot says back when it was told directly. */
export function courtesyReply(courtesy: 'thanks' | 'other'): Reply {
  const welcome = courtesy === 'thanks' ? 'You are welcome. ' : '';
  return {
    kind: 'notice',
    tone: 'friendly',
    text: `${welcome}I am here when you need me: paste an error text or describe the problem.`,
  };
}

/** A follow-up that begins so and means nothing else is thanks with a few words around ("ok, trying that on monday"). */
export function beginsWithCourtesy(text: string): boolean {
  return (
    text.length < 60 &&
    /^\W*(?:thanks|thank you|thx|ty|cheers|ok|okay|great|perfect|super|nice|cool|works|solved)\b/i.test(text)
  );
}
