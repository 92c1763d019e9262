import type { Intent } from '../../model/intent.js';
import type { FoldedText } from './folded.js';

/** An error text of the knowledge, folded for comparison. */
export interface Pattern {
  /** The error text as the knowledge lists it. */
  readonly signature: string;
  /** The intents that list it; more than one when several problems show the same text. */
  readonly intents: readonly string[];
  readonly codes: Uint8Array;
  /** Its words, as places in `codes`, end exclusive. */
  readonly words: readonly { readonly from: number; readonly to: number }[];
}

/** The error texts of these intents, each once, that have at least `shortest` codes when folded. */
export function patternsOf(
  intents: Iterable<Intent>,
  fold: (text: string) => FoldedText,
  shortest: number,
): readonly Pattern[] {
  const byCodes = new Map<string, Pattern & { readonly intents: string[] }>();
  for (const intent of intents) {
    for (const { text } of intent.signatures) {
      const { codes, offsets } = fold(text);
      const key = String.fromCharCode(...codes);
      const known = byCodes.get(key);
      if (known === undefined)
        byCodes.set(key, { signature: text, codes, words: wordsOf(offsets), intents: [intent.id] });
      else known.intents.push(intent.id);
    }
  }
  return [...byCodes.values()].filter(({ codes }) => codes.length >= shortest);
}

function wordsOf(offsets: Int32Array): Pattern['words'] {
  const words: { from: number; to: number }[] = [];
  offsets.forEach((offset, index) => {
    const last = words.at(-1);
    const previous = offsets[index - 1];
    if (last === undefined || previous === undefined || offset > previous + 1)
      words.push({ from: index, to: index + 1 });
    else last.to = index + 1;
  });
  return words;
}

/** What an alignment found of a word, as a share of its letters. */
export function shareThere({ from, to }: Pattern['words'][number], matched: Uint8Array): number {
  return matched.subarray(from, to).reduce((sum, hit) => sum + hit, 0) / (to - from);
}

const letter = /[\p{L}\p{N}]/u;

/** How many letters of the same word stand directly before and behind a place; 3 for more. */
export function lettersBeside(source: string, start: number, end: number): number {
  let count = 0;
  for (let at = start - 1; count < 3 && letter.test(source.charAt(at)); at -= 1) count += 1;
  for (let at = end; count < 3 && letter.test(source.charAt(at)); at += 1) count += 1;
  return count;
}
