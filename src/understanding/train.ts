import type { Vector, Vocabulary } from './vectors.js';

/** A trained softmax regression, as plain arrays so that it can be stored. */
export interface Model {
  readonly labels: readonly string[];
  readonly vocabulary: Vocabulary;
  /** Weights of row r are at `starts[r]` up to `starts[r + 1]`, each for the label in `columns`. */
  readonly starts: Int32Array;
  readonly columns: Uint16Array;
  readonly weights: Float32Array;
  readonly bias: Float32Array;
}

/** One training example: its vector and the index of its label. */
export interface Example {
  readonly vector: Vector;
  readonly label: number;
}

/** Chosen by cross-validation over the examples of `intents/`; flat around these values. */
export const training = { epochs: 12, rate: 1.2, cooling: 0.3, decay: 2e-5, biasRate: 0.1 };

/**
 * A feature keeps weights for at most this many labels, those in whose examples it occurs most: what a message costs
 * does not grow with the number of labels beyond it.
 */
const mostLabelsPerRow = 64;

/**
 * A feature of at least this many examples has weights for every label, as long as there are no more labels than
 * `mostLabelsContrasted`. In cross-validation over the examples of `intents/` half a per cent more come first right.
 */
const frequent = 25;
const mostLabelsContrasted = 192;

/**
 * Trains by stochastic gradient descent on cross-entropy. Deterministic: the same examples in the same order give the
 * same model.
 */
export function train(labels: readonly string[], vocabulary: Vocabulary, examples: readonly Example[]): Model {
  const { starts, columns } = connections(vocabulary.ids.length, labels.length, examples);
  const model = {
    labels,
    vocabulary,
    starts,
    columns,
    weights: new Float32Array(columns.length),
    bias: new Float32Array(labels.length),
  };
  const order = examples.map((_, index) => index);
  const random = linearCongruential(20_201_110);
  const probabilities = new Float64Array(labels.length);
  for (let epoch = 0; epoch < training.epochs; epoch += 1) {
    shuffle(order, random);
    const rate = training.rate / (1 + epoch * training.cooling);
    for (const index of order) {
      const example = examples[index];
      if (example !== undefined) learn(model, example, rate, probabilities);
    }
  }
  return model;
}

/** Fills `into` with the probability of each label for this vector; they sum to 1. */
export function probabilitiesOf(model: Model, { rows, values }: Vector, into: Float64Array): void {
  const { starts, columns, weights, bias } = model;
  into.set(bias);
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index] ?? 0;
    const value = values[index] ?? 0;
    const end = starts[row + 1] ?? 0;
    for (let at = starts[row] ?? 0; at < end; at += 1) {
      const label = columns[at] ?? 0;
      into[label] = (into[label] ?? 0) + value * (weights[at] ?? 0);
    }
  }
  let highest = Number.NEGATIVE_INFINITY;
  for (let label = 0; label < into.length; label += 1) highest = Math.max(highest, into[label] ?? 0);
  let sum = 0;
  for (let label = 0; label < into.length; label += 1) {
    const odds = Math.exp((into[label] ?? 0) - highest);
    into[label] = odds;
    sum += odds;
  }
  for (let label = 0; label < into.length; label += 1) into[label] = (into[label] ?? 0) / sum;
}

function learn(model: Model, { vector, label }: Example, rate: number, errors: Float64Array): void {
  const { starts, columns, weights, bias } = model;
  probabilitiesOf(model, vector, errors);
  errors[label] = (errors[label] ?? 0) - 1;
  for (let index = 0; index < bias.length; index += 1) {
    bias[index] = (bias[index] ?? 0) - rate * training.biasRate * (errors[index] ?? 0);
  }
  const keep = 1 - rate * training.decay;
  for (let index = 0; index < vector.rows.length; index += 1) {
    const row = vector.rows[index] ?? 0;
    const step = rate * (vector.values[index] ?? 0);
    const end = starts[row + 1] ?? 0;
    for (let at = starts[row] ?? 0; at < end; at += 1) {
      weights[at] = (weights[at] ?? 0) * keep - step * (errors[columns[at] ?? 0] ?? 0);
    }
  }
}

/**
 * Which labels each row has weights for: those in whose examples it occurs, and for a frequent one all the others too,
 * for being seen often and never with a label speaks against that label.
 */
function connections(
  rows: number,
  labels: number,
  examples: readonly Example[],
): { starts: Int32Array; columns: Uint16Array } {
  const occurrences: Map<number, number>[] = Array.from({ length: rows }, () => new Map());
  for (const { vector, label } of examples) {
    for (const row of vector.rows) {
      const counts = occurrences[row];
      counts?.set(label, (counts.get(label) ?? 0) + 1);
    }
  }
  const every = Array.from({ length: labels }, (_, label) => label);
  const starts = new Int32Array(rows + 1);
  const columns: number[] = [];
  occurrences.forEach((counts, row) => {
    const seen = [...counts.values()].reduce((sum, count) => sum + count, 0);
    const kept = seen >= frequent && labels <= mostLabelsContrasted ? every : likeliestOf(counts);
    for (const label of kept) columns.push(label);
    starts[row + 1] = columns.length;
  });
  return { starts, columns: Uint16Array.from(columns) };
}

function likeliestOf(counts: ReadonlyMap<number, number>): number[] {
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, mostLabelsPerRow)
    .map(([label]) => label);
}

/** Numerical Recipes' generator: training must be repeatable, not unpredictable. */
function linearCongruential(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Fisher and Yates, in place. */
function shuffle(order: number[], random: () => number): void {
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    const moved = order[last] ?? 0;
    order[last] = order[other] ?? 0;
    order[other] = moved;
  }
}
