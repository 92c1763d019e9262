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
export const kindWeights: Record<Kind, number> = { word: 1, pair: 1, letters: 1.3, concept: 0.8, conceptPair: 0.5 };

/** The vocabulary of these texts: every feature that at least two of them have. */
export function vocabularyOf(texts: readonly Features[]): Vocabulary {
  const occurrences = new Map<number, number>();
  for (const { ids } of texts) {
    for (const kind of kinds) for (const id of new Set(ids[kind])) occurrences.set(id, (occurrences.get(id) ?? 0) + 1);
  }
  const known = [...occurrences].filter(([, count]) => count >= leastOccurrences);
  return {
    ids: Uint32Array.from(known, ([id]) => id),
    rarity: Float32Array.from(known, ([, count]) => Math.log((1 + texts.length) / (1 + count)) + 1),
  };
}

/** Turns features into vectors: counts damped, weighed by rarity, each kind scaled to its own length. */
export function vectoriser(
  vocabulary: Vocabulary,
  rowOf: RowOf = rowFinder(vocabulary.ids),
): (features: Features) => Vector {
  // One place for every row, clean between calls: hundreds of features are counted for each message.
  const counts = new Uint16Array(vocabulary.ids.length);
  return ({ ids }) => {
    const rows: number[] = [];
    const values: number[] = [];
    for (const kind of kinds) {
      const from = rows.length;
      for (const id of ids[kind]) {
        const row = rowOf(id);
        if (row === -1) continue;
        const count = counts[row] ?? 0;
        if (count === 0) rows.push(row);
        counts[row] = count + 1;
      }
      let squares = 0;
      for (let index = from; index < rows.length; index += 1) {
        const row = rows[index] ?? 0;
        const value = (1 + Math.log(counts[row] ?? 1)) * (vocabulary.rarity[row] ?? 0);
        counts[row] = 0;
        values.push(value);
        squares += value * value;
      }
      const scale = kindWeights[kind] / Math.sqrt(squares || 1);
      for (let index = from; index < values.length; index += 1) values[index] = (values[index] ?? 0) * scale;
    }
    const words = new Set(ids.word);
    let known = 0;
    for (const id of words) if (rowOf(id) !== -1) known += 1;
    return { rows: Int32Array.from(rows), values: Float32Array.from(values), known: known / Math.max(1, words.size) };
  };
}

/** The row of a feature by its id; -1 when the vocabulary does not have it. */
export type RowOf = (id: number) => number;

/**
 * Finds the rows of features. An open-addressed table of its own: a message looks up
 * hundreds of ids among some 50,000, and takes half the time a `Map` does.
 */
export function rowFinder(ids: Uint32Array): RowOf {
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

/** Finds the text most like a vector, with the cosine of the angle between the two, 0 to 1. */
export type MostAlike = (vector: Vector) => { readonly text: string; readonly likeness: number } | undefined;

/** Makes texts ready to be compared with. */
export function comparer(texts: readonly { readonly text: string; readonly vector: Vector }[]): MostAlike {
  const vectors = texts.map(({ vector }) => vector);
  const lengths = Float64Array.from(vectors, lengthOf);
  const { places, starts, holders, weights } = holdersOf(vectors);
  const products = new Float64Array(texts.length);
  return (vector) => {
    products.fill(0);
    vector.rows.forEach((row, index) => {
      const place = places.get(row);
      if (place === undefined) return;
      const value = vector.values[index] ?? 0;
      const end = starts[place + 1] ?? 0;
      for (let at = starts[place] ?? 0; at < end; at += 1) {
        const holder = holders[at] ?? 0;
        products[holder] = (products[holder] ?? 0) + value * (weights[at] ?? 0);
      }
    });
    const length = lengthOf(vector);
    let best = 0;
    let highest = 0;
    products.forEach((product, index) => {
      const likeness = product === 0 ? 0 : product / (length * (lengths[index] ?? 1));
      if (likeness <= highest) return;
      best = index;
      highest = likeness;
    });
    const text = texts[best]?.text;
    return text === undefined ? undefined : { text, likeness: highest };
  };
}

/** Which of the vectors have a row, and with what weight: those of row r from `starts[places.get(r)]` to the next start. */
interface Holders {
  readonly places: ReadonlyMap<number, number>;
  readonly starts: Uint32Array;
  readonly holders: Uint32Array;
  readonly weights: Float32Array;
}

/**
 * Turns vectors round. A message shares few rows with most examples: going from its rows to the examples that have them
 * costs a fraction of going through every example.
 */
function holdersOf(vectors: readonly Vector[]): Holders {
  const entries = vectors.flatMap(({ rows, values }, holder) =>
    Array.from(rows, (row, index) => ({ row, holder, weight: values[index] ?? 0 })),
  );
  entries.sort((a, b) => a.row - b.row || a.holder - b.holder);
  const places = new Map<number, number>();
  const starts: number[] = [];
  entries.forEach(({ row }, index) => {
    if (places.has(row)) return;
    places.set(row, starts.length);
    starts.push(index);
  });
  return {
    places,
    starts: Uint32Array.from([...starts, entries.length]),
    holders: Uint32Array.from(entries, ({ holder }) => holder),
    weights: Float32Array.from(entries, ({ weight }) => weight),
  };
}

function lengthOf({ values }: Vector): number {
  let squares = 0;
  for (const value of values) squares += value * value;
  return Math.sqrt(squares);
}
