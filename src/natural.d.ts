/**
 * The parts of `natural` used here, by sub-path: importing the package whole costs a second and 110 MB. The package has
 * type files per folder, none per file, and the folder's index loads every language.
 */
declare module 'natural/lib/natural/stemmers/porter_stemmer.js' {
  /** Porter's stemmer for English (Porter, 1980). */
  const PorterStemmer: { stem(word: string): string };
  export default PorterStemmer;
}

declare module 'natural/lib/natural/distance/levenshtein_distance.js' {
  /** Least number of insertions, deletions, substitutions and swaps of neighbours (Damerau) between two words. */
  export function DamerauLevenshteinDistance(
    source: string,
    target: string,
    options?: { restricted?: boolean },
  ): number;
}
