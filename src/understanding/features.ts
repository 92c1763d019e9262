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

/** FNV-1a, 32 bit: among the 50,000 features of a usual library a collision is unlikely, and harmless. */
function hash(name: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < name.length; index += 1) {
    value = Math.imul(value ^ name.charCodeAt(index), 0x01000193);
  }
  return value >>> 0;
}

/**
 * The features of a text: stems, pairs of neighbouring stems, runs of 3 to 5 letters within words (which survive
 * misspelling), concepts of the lexicon and pairs of them.
 */
export function featuresOf(text: string): Features {
  const tokens = words(text).slice(0, mostWords);
  const stems = tokens.map(stem);
  const concepts = findConcepts(stems);
  const counts: Readonly<Record<Kind, Map<number, number>>> = {
    word: new Map(),
    pair: new Map(),
    letters: new Map(),
    concept: new Map(),
    conceptPair: new Map(),
  };
  const add = (kind: Kind, name: string) => {
    const id = hash(`${kind} ${name}`);
    counts[kind].set(id, (counts[kind].get(id) ?? 0) + 1);
  };
  stems.forEach((current, index) => {
    add('word', current);
    add('pair', `${stems[index - 1] ?? '^'} ${current}`);
  });
  for (const token of tokens) {
    const padded = `^${token.slice(0, 40)}$`;
    for (let size = 3; size <= 5; size += 1) {
      for (let at = 0; at + size <= padded.length; at += 1) add('letters', padded.slice(at, at + size));
    }
  }
  concepts.forEach((concept, index) => {
    add('concept', concept);
    for (const other of concepts.slice(index + 1)) {
      add('conceptPair', concept < other ? `${concept} ${other}` : `${other} ${concept}`);
    }
  });
  return { counts, concepts, words: tokens.length };
}
