import { DamerauLevenshteinDistance } from 'natural/lib/natural/distance/levenshtein_distance.js';

/** Puts a misspelt word of the field right; any other word stays as it is. Words are in lower case. */
export type Respell = (word: string) => string;

/** Words of fewer letters have too many neighbours: "user" is one letter from "used". */
const shortest = 5;
/** From this length on two letters may be wrong. */
const long = 9;
/** Longer "words" are identifiers. */
const longest = 24;

/**
 * Builds the speller. `dictionary` is asked for with the first word that is not known: `isKnown` says which words are
 * right as they are, of the field or not. Of several words that are as near the first in the alphabet is taken.
 *
 * Words are found by what is left of both when letters are taken out, one or, of long ones, two (the way of SymSpell):
 * a word costs some 50 look-ups however large the dictionary.
 */
export function speller(dictionary: () => Iterable<string>, isKnown: (word: string) => boolean): Respell {
  let byRest: ReadonlyMap<string, readonly string[]> | undefined;
  return (word) => {
    if (word.length < shortest - 1 || word.length > longest || !/^[a-z0-9]+$/.test(word) || isKnown(word)) return word;
    byRest ??= wordsByRest(dictionary());
    const found = new Set(restsOf(word).flatMap((rest) => byRest?.get(rest) ?? []));
    const [nearest] = [...found]
      .map((meant) => ({ meant, slips: slipsBetween(word, meant) }))
      .filter(({ meant, slips }) => slips <= slipsIn(meant))
      .sort((a, b) => a.slips - b.slips || (a.meant < b.meant ? -1 : 1));
    return nearest?.meant ?? word;
  };
}

function wordsByRest(dictionary: Iterable<string>): ReadonlyMap<string, readonly string[]> {
  const byRest = new Map<string, string[]>();
  for (const word of new Set(dictionary)) {
    if (word.length < shortest) continue;
    for (const rest of new Set(restsOf(word))) {
      const words = byRest.get(rest);
      if (words === undefined) byRest.set(rest, [word]);
      else words.push(word);
    }
  }
  return byRest;
}

/** The word, and what is left of it without one letter, of a long one without two. */
function restsOf(word: string): string[] {
  const without = (text: string) => Array.from(text, (_, at) => text.slice(0, at) + text.slice(at + 1));
  const less = without(word);
  // A long word that lost a letter is found by the same.
  return word.length < long - 1 ? [word, ...less] : [word, ...less, ...new Set(less.flatMap(without))];
}

function slipsIn(meant: string): number {
  return meant.length >= long ? 2 : 1;
}

function slipsBetween(word: string, meant: string): number {
  return DamerauLevenshteinDistance(word, meant, { restricted: true });
}
