import { type Features, type Kind, kinds } from './features.js';

/** A text as numbers: rows of the model and the value of each. */
export interface Vector {
  readonly rows: Int32Array;
  readonly values: Float32Array;
  /** Share of the text's words that the vocabulary has, 0 to 1. */
  readonly known: number;
}

/** The features the model knows: row of each by hashed name, and how telling (rare) it is. */
export interface Vocabulary {
  readonly ids: Uint32Array;
  readonly rarity: Float32Array;
}

/** Features seen in a single example tell a person's style, not a meaning. */
const leastOccurrences = 2;

/** What each kind of feature weighs as a whole; chosen by cross-validation over the examples of `intents/`. */
export const kindWeights: Record<Kind, number> = { word: 1, pair: 0.6, letters: 0.8, concept: 1, conceptPair: 0.6 };

/** The vocabulary of these texts: every feature that at least two of them have. */
export function vocabularyOf(texts: readonly Features[]): Vocabulary {
  const occurrences = new Map<number, number>();
  for (const { counts } of texts) {
    for (const kind of kinds) for (const id of counts[kind].keys()) occurrences.set(id, (occurrences.get(id) ?? 0) + 1);
  }
  const known = [...occurrences].filter(([, count]) => count >= leastOccurrences);
  return {
    ids: Uint32Array.from(known, ([id]) => id),
    rarity: Float32Array.from(known, ([, count]) => Math.log((1 + texts.length) / (1 + count)) + 1),
  };
}

/** Turns features into vectors: counts damped, weighed by rarity, each kind scaled to its own length. */
export function vectoriser(vocabulary: Vocabulary): (features: Features) => Vector {
  const rowOf = new Map<number, number>();
  vocabulary.ids.forEach((id, row) => {
    rowOf.set(id, row);
  });
  return ({ counts }) => {
    const rows: number[] = [];
    const values: number[] = [];
    let knownWords = 0;
    for (const kind of kinds) {
      const from = rows.length;
      let squares = 0;
      for (const [id, count] of counts[kind]) {
        const row = rowOf.get(id);
        if (row === undefined) continue;
        const value = (1 + Math.log(count)) * (vocabulary.rarity[row] ?? 0);
        rows.push(row);
        values.push(value);
        squares += value * value;
      }
      if (kind === 'word') knownWords = rows.length - from;
      const scale = kindWeights[kind] / Math.sqrt(squares || 1);
      for (let index = from; index < values.length; index += 1) values[index] = (values[index] ?? 0) * scale;
    }
    return {
      rows: Int32Array.from(rows),
      values: Float32Array.from(values),
      known: knownWords / Math.max(1, counts.word.size),
    };
  };
}

/** A vector for looking up values by row, with its length. */
export interface SparseVector {
  readonly values: ReadonlyMap<number, number>;
  readonly length: number;
}

/** Prepares a vector for comparing it with many. */
export function sparse(vector: Vector): SparseVector {
  const values = new Map<number, number>();
  vector.rows.forEach((row, index) => {
    values.set(row, vector.values[index] ?? 0);
  });
  return { values, length: lengthOf(vector) };
}

/** How alike two vectors are: the cosine of the angle between them, 0 to 1. */
export function likeness(a: SparseVector, b: Vector): number {
  let product = 0;
  for (let index = 0; index < b.rows.length; index += 1) {
    product += (a.values.get(b.rows[index] ?? -1) ?? 0) * (b.values[index] ?? 0);
  }
  return product === 0 ? 0 : product / (a.length * lengthOf(b));
}

function lengthOf({ values }: Vector): number {
  let squares = 0;
  for (const value of values) squares += value * value;
  return Math.sqrt(squares);
}
