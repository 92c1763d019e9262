import { findConcepts, type Said } from './concepts.js';
import type { Respell } from './spelling.js';
import { stem, words } from './tokens.js';

/** Kinds of feature, each scaled to a length of its own so that no kind drowns another. */
export const kinds = ['word', 'pair', 'letters', 'concept', 'conceptPair'] as const;
export type Kind = (typeof kinds)[number];

/** A text as the classifier sees it. */
export interface Features {
  /** For each kind the hashed feature names (32 bit, unsigned), each as often as it occurs. */
  readonly ids: Readonly<Record<Kind, Uint32Array>>;
  readonly concepts: readonly Said[];
  /** Length of the text in words, as far as looked at. */
  readonly words: number;
}

/** Words beyond this are not looked at: a description is short, and a log's relevant lines were picked before. */
const mostWords = 300;
const asWritten: Respell = (word) => word;
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
 * misspelling), concepts of the lexicon and pairs of them. `respell` puts words right before they are looked at.
 */
export function featuresOf(text: string, respell: Respell = asWritten): Features {
  const tokens = words(text).slice(0, mostWords).map(respell);
  const stems = tokens.map(stem);
  const concepts = findConcepts(stems);
  return {
    ids: {
      word: Uint32Array.from(stems, wordId),
      pair: Uint32Array.from(stems, (current, index) =>
        hash(current, hash(' ', hash(stems[index - 1] ?? '^', begun.pair))),
      ),
      letters: Uint32Array.from(lettersOf(tokens)),
      concept: Uint32Array.from(concepts, (concept) => hash(concept, begun.concept)),
      conceptPair: Uint32Array.from(pairsOf(concepts)),
    },
    concepts,
    words: tokens.length,
  };
}

/** The id under which a word, by its stem, is among a text's features. */
export function wordId(stemmed: string): number {
  return hash(stemmed, begun.word) >>> 0;
}

/** Every run of 3 to 5 letters within each word, ends of the word included. */
function lettersOf(tokens: readonly string[]): number[] {
  const hashes: number[] = [];
  for (const token of tokens) {
    const padded = `^${token.slice(0, mostLetters)}$`;
    for (let from = 0; from + 3 <= padded.length; from += 1) {
      let value = begun.letters;
      const end = Math.min(from + 5, padded.length);
      for (let at = from; at < end; at += 1) {
        value = hashUnit(padded.charCodeAt(at), value);
        if (at - from >= 2) hashes.push(value);
      }
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
