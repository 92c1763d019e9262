import { type Features, featuresOf } from './features.js';
import { type Model, probabilitiesOf, train } from './train.js';
import { likeness, type Vector, vectoriser, vocabularyOf } from './vectors.js';

/** A text and the intent it means. */
export interface LabelledText {
  readonly text: string;
  readonly label: string;
}

/** What the classifier says of one text. */
export interface Classification {
  /** Every label, most likely first; probabilities sum to 1. */
  readonly ranked: readonly { readonly label: string; readonly probability: number }[];
  /** The example of this label that is most like the text, and how alike they are (0 to 1). */
  closest(label: string): { readonly text: string; readonly likeness: number } | undefined;
}

export type Classify = (features: Features) => Classification;

/** Learns from examples; takes about half a second for 2,000. `classifier` makes the result usable, at once. */
export function learn(examples: readonly LabelledText[]): Model {
  const labels = [...new Set(examples.map(({ label }) => label))].sort();
  const index = new Map(labels.map((label, position) => [label, position]));
  const features = examples.map(({ text }) => featuresOf(text));
  const vocabulary = vocabularyOf(features);
  const toVector = vectoriser(vocabulary);
  return train(
    labels,
    vocabulary,
    features.map((text, position) => ({
      vector: toVector(text),
      label: index.get(examples[position]?.label ?? '') ?? 0,
    })),
  );
}

/** The classifier of a trained model. `examples` are those it learnt from, shown to people as the closest phrasing. */
export function classifier(model: Model, examples: readonly LabelledText[]): Classify {
  const toVector = vectoriser(model.vocabulary);
  const byLabel = new Map<string, LabelledText[]>();
  for (const example of examples) byLabel.set(example.label, [...(byLabel.get(example.label) ?? []), example]);
  const probabilities = new Float64Array(model.labels.length);
  return (features) => {
    const vector = toVector(features);
    probabilitiesOf(model, vector, probabilities);
    const ranked = model.labels
      .map((label, index) => ({ label, probability: probabilities[index] ?? 0 }))
      .sort((a, b) => b.probability - a.probability);
    return { ranked, closest: (label) => closestOf(byLabel.get(label) ?? [], vector, toVector) };
  };
}

function closestOf(examples: readonly LabelledText[], vector: Vector, toVector: (features: Features) => Vector) {
  let best: { text: string; likeness: number } | undefined;
  for (const { text } of examples) {
    const similarity = likeness(vector, toVector(featuresOf(text)));
    if (best === undefined || similarity > best.likeness) best = { text, likeness: similarity };
  }
  return best;
}
