import { DamerauLevenshteinDistance } from 'natural/lib/natural/distance/levenshtein_distance.js';

/** A typing slip changes a letter or two. */
const mostSlips = 2;
const longestTyped = 40;

/** The one of `words` that was probably meant, when what was typed is only a slip away from it. */
export function nearestWord<Word extends string>(typed: string, words: readonly Word[]): Word | undefined {
  const short = typed.slice(0, longestTyped);
  const [best] = words
    .map((word) => ({ word, slips: DamerauLevenshteinDistance(short, word, { restricted: true }) }))
    .sort((a, b) => a.slips - b.slips);
  return best !== undefined && best.slips <= Math.min(mostSlips, best.word.length - 2) ? best.word : undefined;
}
