import type { Classification } from '../classify.js';

/** What speaks for and against a classifier's best label, as numbers. */
export interface Signs {
  /** Log-odds of the label's probability. */
  readonly odds: number;
  /** Likeness of the closest example of the label, 0 to 1. */
  readonly like: number;
  /** Share of the text's words that the examples have, 0 to 1. */
  readonly known: number;
  /** Length of the text in words, at most 40, as a share of 40. */
  readonly length: number;
}

/**
 * Weights of a logistic regression on "the first label is right", over predictions made in five-fold cross-validation
 * on the examples of `intents/`. `npm run calibrate` prints them anew; `npm run evaluate` shows how true they hold on
 * held-out texts. The softmax alone is too sure of texts unlike anything it has seen.
 */
const calibration = { constant: -1.35, odds: 0.75, like: 1.14, known: 0.46, length: 1.47 };

/** The signs for one label of a classification. */
export function signsOf({ ranked, closest, known, words }: Classification, label: string): Signs {
  const probability = ranked.find((entry) => entry.label === label)?.probability ?? 0;
  const bounded = Math.min(1 - 1e-6, Math.max(1e-6, probability));
  return {
    odds: Math.log(bounded / (1 - bounded)),
    like: closest(label)?.likeness ?? 0,
    known,
    length: Math.min(40, words) / 40,
  };
}

/** How likely the label is right, 0 to 1. */
export function confidenceFrom(signs: Signs): number {
  const sum =
    calibration.constant +
    calibration.odds * signs.odds +
    calibration.like * signs.like +
    calibration.known * signs.known +
    calibration.length * signs.length;
  return 1 / (1 + Math.exp(-sum));
}
