import { type Features, featuresOf } from './features.js';
import { type Model, probabilitiesOf, train } from './train.js';
import { likeness, sparse, type Vector, vectoriser, vocabularyOf } from './vectors.js';

/** A text and the intent it means; several intents when the text leaves open which. */
export interface LabelledText {
  readonly text: string;
  readonly labels: readonly string[];
}

/** What the classifier says of one text. */
export interface Classification {
  /** Every label, most likely first; probabilities sum to 1. */
  readonly ranked: readonly { readonly label: string; readonly probability: number }[];
  /** The labels between which the text is most likely left open, and how likely it is. */
  readonly open: { readonly labels: readonly string[]; readonly probability: number };
  /** Share of the text's words that the examples have, 0 to 1. */
  readonly known: number;
  /** Length of the text in words. */
  readonly words: number;
  /** The example of this label that is most like the text, and how alike they are (0 to 1). */
  closest(label: string): { readonly text: string; readonly likeness: number } | undefined;
}

export type Classify = (features: Features) => Classification;

const separator = '|';

/** Texts that leave the same labels open are a class of their own: vagueness has a sound that can be learnt. */
function classOf({ labels }: LabelledText): string {
  return [...labels].sort().join(separator);
}

/** Learns from examples; takes about half a second for 2,000. `classifier` makes the result usable, at once. */
export function learn(examples: readonly LabelledText[]): Model {
  const classes = [...new Set(examples.map(classOf))].sort();
  const index = new Map(classes.map((name, position) => [name, position]));
  const features = examples.map(({ text }) => featuresOf(text));
  const vocabulary = vocabularyOf(features);
  const toVector = vectoriser(vocabulary);
  return train(
    classes,
    vocabulary,
    examples.map((example, position) => ({
      vector: toVector(features[position] ?? featuresOf(example.text)),
      label: index.get(classOf(example)) ?? 0,
    })),
  );
}

/** The classifier of a trained model. `examples` are those it learnt from, shown to people as the closest phrasing. */
export function classifier(model: Model, examples: readonly LabelledText[]): Classify {
  const toVector = vectoriser(model.vocabulary);
  const textsOf = textsByLabel(examples);
  // Vectors of examples are made when an intent is first named: most of a large library never is.
  const vectorsOf = new Map<string, readonly { readonly text: string; readonly vector: Vector }[]>();
  const closest = (label: string, to: Vector) => {
    let candidates = vectorsOf.get(label);
    if (candidates === undefined) {
      candidates = (textsOf.get(label) ?? []).map((text) => ({ text, vector: toVector(featuresOf(text)) }));
      vectorsOf.set(label, candidates);
    }
    return mostAlike(candidates, to);
  };
  const classes = model.labels.map((name) => name.split(separator));
  const labels = [...new Set(classes.flat())];
  const probabilities = new Float64Array(classes.length);
  return (features) => {
    const vector = toVector(features);
    probabilitiesOf(model, vector, probabilities);
    const shares = new Map(labels.map((label) => [label, 0]));
    let open: Classification['open'] = { labels: [], probability: 0 };
    classes.forEach((members, index) => {
      const probability = probabilities[index] ?? 0;
      for (const label of members) shares.set(label, (shares.get(label) ?? 0) + probability / members.length);
      if (members.length > 1 && probability > open.probability) open = { labels: members, probability };
    });
    const ranked = [...shares]
      .map(([label, probability]) => ({ label, probability }))
      .sort((a, b) => b.probability - a.probability);
    return { ranked, open, known: vector.known, words: features.words, closest: (label) => closest(label, vector) };
  };
}

function textsByLabel(examples: readonly LabelledText[]): ReadonlyMap<string, readonly string[]> {
  const texts = new Map<string, string[]>();
  for (const { text, labels } of examples) {
    for (const label of labels) {
      const known = texts.get(label);
      if (known === undefined) texts.set(label, [text]);
      else known.push(text);
    }
  }
  return texts;
}

function mostAlike(candidates: readonly { readonly text: string; readonly vector: Vector }[], to: Vector) {
  const values = sparse(to);
  let best: { text: string; likeness: number } | undefined;
  for (const { text, vector } of candidates) {
    const alike = likeness(values, vector);
    if (best === undefined || alike > best.likeness) best = { text, likeness: alike };
  }
  return best;
}
