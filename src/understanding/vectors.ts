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
  const rowOf = rowFinder(vocabulary.ids);
  return ({ counts }) => {
    const rows: number[] = [];
    const values: number[] = [];
    let knownWords = 0;
    for (const kind of kinds) {
      const from = rows.length;
      let squares = 0;
      for (const [id, count] of counts[kind]) {
        const row = rowOf(id);
        if (row === -1) continue;
        const damped = count === 1 ? 1 : 1 + Math.log(count);
        const value = damped * (vocabulary.rarity[row] ?? 0);
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

/**
 * Finds the row of a feature by its id, -1 when there is none. An open-addressed table of its own: a message looks up
 * hundreds of ids among some 50,000, and takes half the time a `Map` does.
 */
function rowFinder(ids: Uint32Array): (id: number) => number {
  // At most half full, so that a search ends after a step or two. Ids are hashes: their low bits are a place as good as any.
  const places = 2 ** Math.ceil(Math.log2(ids.length * 2 + 2));
  const rows = new Int32Array(places).fill(-1);
  const placeOf = (id: number) => {
    let place = id & (places - 1);
    while (rows[place] !== -1 && ids[rows[place] ?? 0] !== id) place = (place + 1) & (places - 1);
    return place;
  };
  ids.forEach((id, row) => {
    rows[placeOf(id)] = row;
  });
  return (id) => rows[placeOf(id)] ?? -1;
}

/** A text among those that others are compared with. */
export interface Comparable {
  readonly text: string;
  readonly vector: Vector;
  readonly length: number;
}

/** Makes a text ready to be compared with. */
export function comparable(text: string, vector: Vector): Comparable {
  return { text, vector, length: lengthOf(vector) };
}

/** Finds the text most like a vector among candidates, with the cosine of the angle between the two, 0 to 1. */
export type MostAlike = (
  vector: Vector,
  candidates: readonly Comparable[],
) => { readonly text: string; readonly likeness: number } | undefined;

/** Makes `MostAlike` for vectors of `rows` rows. */
export function comparer(rows: number): MostAlike {
  // One array with a place for every row, clean between calls: a message is compared with hundreds of examples, and
  // looking its values up in a map cost more than all else together.
  const values = new Float32Array(rows);
  return (vector, candidates) => {
    vector.rows.forEach((row, index) => {
      values[row] = vector.values[index] ?? 0;
    });
    const length = lengthOf(vector);
    let best: { text: string; likeness: number } | undefined;
    for (const candidate of candidates) {
      const product = productOf(values, candidate.vector);
      const likeness = product === 0 ? 0 : product / (length * candidate.length);
      if (best === undefined || likeness > best.likeness) best = { text: candidate.text, likeness };
    }
    for (const row of vector.rows) values[row] = 0;
    return best;
  };
}

function productOf(dense: Float32Array, { rows, values }: Vector): number {
  let product = 0;
  for (let index = 0; index < rows.length; index += 1) product += (dense[rows[index] ?? 0] ?? 0) * (values[index] ?? 0);
  return product;
}

function lengthOf({ values }: Vector): number {
  let squares = 0;
  for (const value of values) squares += value * value;
  return Math.sqrt(squares);
}
