import { findConcepts, type Said } from './concepts.js';
import { stem, words } from './tokens.js';

/** Kinds of feature, each scaled to a length of its own so that no kind drowns another. */
export const kinds = ['word', 'pair', 'letters', 'concept', 'conceptPair'] as const;
export type Kind = (typeof kinds)[number];

/** A text as the classifier sees it: for each kind, hashed feature names and how often each occurs. */
export interface Features {
  readonly counts: Readonly<Record<Kind, ReadonlyMap<number, number>>>;
  readonly concepts: readonly Said[];
  /** Length of the text in words, as far as looked at. */
  readonly words: number;
}

/** Words beyond this are not looked at: a description is short, and a log's relevant lines were picked before. */
const mostWords = 300;
/** Letters of a word beyond this are not looked at. */
const mostLetters = 40;

/**
 * FNV-1a, 32 bit, of what `before` is the hash of and then `text`: among the 50,000 features of a usual library a
 * collision is unlikely, and harmless.
 */
function hash(text: string, before = 0x811c9dc5): number {
  let value = before;
  for (let index = 0; index < text.length; index += 1) value = hashUnit(text.charCodeAt(index), value);
  return value;
}

function hashUnit(unit: number, before: number): number {
  return Math.imul(before ^ unit, 0x01000193);
}

/** A feature's name is its kind, a space and what it is; the beginning is hashed once. */
const begun: Readonly<Record<Kind, number>> = {
  word: hash('word '),
  pair: hash('pair '),
  letters: hash('letters '),
  concept: hash('concept '),
  conceptPair: hash('conceptPair '),
};

/**
 * The features of a text: stems, pairs of neighbouring stems, runs of 3 to 5 letters within words (which survive
 * misspelling), concepts of the lexicon and pairs of them.
 */
export function featuresOf(text: string): Features {
  const tokens = words(text).slice(0, mostWords);
  const stems = tokens.map(stem);
  const concepts = findConcepts(stems);
  return {
    counts: {
      word: counted(stems.map((current) => hash(current, begun.word))),
      pair: counted(stems.map((current, index) => hash(current, hash(' ', hash(stems[index - 1] ?? '^', begun.pair))))),
      letters: counted(tokens.flatMap(lettersOf)),
      concept: counted(concepts.map((concept) => hash(concept, begun.concept))),
      conceptPair: counted(pairsOf(concepts)),
    },
    concepts,
    words: tokens.length,
  };
}

function counted(hashes: readonly number[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const value of hashes) {
    const id = value >>> 0;
    counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}

/** Every run of 3 to 5 letters, ends of the word included. */
function lettersOf(token: string): number[] {
  const padded = `^${token.slice(0, mostLetters)}$`;
  const hashes: number[] = [];
  for (let from = 0; from + 3 <= padded.length; from += 1) {
    let value = begun.letters;
    for (let at = from; at < from + 5 && at < padded.length; at += 1) {
      value = hashUnit(padded.charCodeAt(at), value);
      if (at - from >= 2) hashes.push(value);
    }
  }
  return hashes;
}

function pairsOf(concepts: readonly Said[]): number[] {
  return concepts.flatMap((concept, index) =>
    concepts.slice(index + 1).map((other) => {
      const [first, second] = concept < other ? [concept, other] : [other, concept];
      return hash(second, hash(' ', hash(first, begun.conceptPair)));
    }),
  );
}
