import { codeCount } from './folded.js';

/** What two letters that stand opposite each other are worth, and a letter that stands opposite nothing. */
export interface Scoring {
  /** For each pair of codes, at `one * codeCount + other`. A letter that matches itself is worth `whole`. */
  readonly pairs: Int8Array;
  readonly gap: number;
  readonly whole: number;
}

/** Where an error text stands in a text, letter by letter. */
export interface Alignment {
  /** Letters that match less letters that differ, lack or are too many. */
  readonly score: number;
  /** In the text, end exclusive. */
  readonly start: number;
  readonly end: number;
  /** For each letter of the pattern what the one opposite is worth; 0 when it differs or there is none. */
  readonly matched: Uint8Array;
}

/** A table of what pairs of codes are worth. */
export function pairsWorth(worth: (one: number, other: number) => number): Int8Array {
  const size = codeCount * codeCount;
  return Int8Array.from({ length: size }, (_, at) => worth(Math.floor(at / codeCount), at % codeCount));
}

/** Letters are the same or they are not. */
export const exactly: Scoring = { pairs: pairsWorth((one, other) => (one === other ? 1 : -1)), gap: -1, whole: 1 };

/**
 * Local alignment (Smith and Waterman, 1981), on the diagonals from `lowest` to `highest` only: a diagonal is a place in
 * the text less the place in the pattern that stands there. Time is the product of the lengths, without a band.
 */
export function align(
  pattern: Uint8Array,
  text: Uint8Array,
  { pairs, gap, whole }: Scoring,
  { lowest, highest } = { lowest: -pattern.length, highest: text.length },
): Alignment {
  const width = pattern.length + 1;
  const scores = new Int16Array(width * (text.length + 1));
  const worth = (row: number, column: number) =>
    pairs[(pattern[row - 1] ?? 0) * codeCount + (text[column - 1] ?? 0)] ?? 0;
  let best = 0;
  for (let column = 1; column <= text.length; column += 1) {
    const here = column * width;
    const last = Math.min(pattern.length, column - lowest);
    for (let row = Math.max(1, column - highest); row <= last; row += 1) {
      const diagonal = (scores[here - width + row - 1] ?? 0) + worth(row, column);
      const gapInPattern = (scores[here - width + row] ?? 0) + gap;
      const gapInText = (scores[here + row - 1] ?? 0) + gap;
      const score = Math.max(0, diagonal, gapInPattern, gapInText);
      scores[here + row] = score;
      if (score > (scores[best] ?? 0)) best = here + row;
    }
  }
  const matched = new Uint8Array(pattern.length);
  let at = best;
  while ((scores[at] ?? 0) > 0) {
    const row = at % width;
    const column = (at - row) / width;
    const here = worth(row, column);
    if (scores[at] === (scores[at - width - 1] ?? 0) + here) {
      matched[row - 1] = Math.max(0, here);
      at -= width + 1;
    } else at -= scores[at] === (scores[at - width] ?? 0) + gap ? width : 1;
  }
  const score = (scores[best] ?? 0) / whole;
  return { score, start: Math.floor(at / width), end: Math.floor(best / width), matched };
}
