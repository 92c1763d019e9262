import { type Features, featuresOf, wordId } from './features.js';
import { stem } from './tokens.js';
import { type Model, probabilitiesOf, train } from './train.js';
import { comparer, type MostAlike, rowFinder, vectoriser, vocabularyOf } from './vectors.js';

/** A text and the intent it means; several intents when the text leaves open which. */
export interface LabelledText {
  readonly text: string;
  readonly labels: readonly string[];
}

/** What the classifier says of one text. */
export interface Classification {
  /** The likeliest labels, at most 32, most likely first. The probabilities of all labels sum to 1. */
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

/** A trained model, ready for use. */
export interface Classifier {
  readonly classify: Classify;
  /** Whether at least two examples have this word, in any of its forms. */
  readonly knows: (word: string) => boolean;
}

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
export function classifier(model: Model, examples: readonly LabelledText[]): Classifier {
  const rowOf = rowFinder(model.vocabulary.ids);
  const toVector = vectoriser(model.vocabulary, rowOf);
  const textsOf = textsByLabel(examples);
  // Vectors of examples are made when an intent is first named: most of a large library never is.
  const comparers = new Map<string, MostAlike>();
  const mostAlikeOf = (label: string) => {
    const known = comparers.get(label);
    if (known !== undefined) return known;
    const made = comparer((textsOf.get(label) ?? []).map((text) => ({ text, vector: toVector(featuresOf(text)) })));
    comparers.set(label, made);
    return made;
  };
  const classes = model.labels.map((name) => name.split(separator));
  const labels = [...new Set(classes.flat())];
  const place = new Map(labels.map((label, index) => [label, index]));
  const places = classes.map((members) => members.map((label) => place.get(label) ?? 0));
  const probabilities = new Float64Array(classes.length);
  const shares = new Float64Array(labels.length);
  const knows = (word: string) => rowOf(wordId(stem(word))) !== -1;
  const classify: Classify = (features) => {
    const vector = toVector(features);
    probabilitiesOf(model, vector, probabilities);
    shares.fill(0);
    let open: Classification['open'] = { labels: [], probability: 0 };
    places.forEach((members, index) => {
      const probability = probabilities[index] ?? 0;
      for (const label of members) shares[label] = (shares[label] ?? 0) + probability / members.length;
      if (members.length > 1 && probability > open.probability) open = { labels: classes[index] ?? [], probability };
    });
    const closest = new Map<string, ReturnType<MostAlike>>();
    return {
      ranked: likeliest(shares).map((index) => ({ label: labels[index] ?? '', probability: shares[index] ?? 0 })),
      open,
      known: vector.known,
      words: features.words,
      closest(label) {
        // The same label is asked for twice: for the confidence, then for the evidence.
        if (!closest.has(label)) closest.set(label, mostAlikeOf(label)(vector));
        return closest.get(label);
      },
    };
  };
  return { classify, knows };
}

/** Labels that a classification names at most: more than a decision looks at, few enough among thousands. */
const mostRanked = 32;

/** Places of the highest values, highest first; of equal ones the first in the list leads. */
function likeliest(values: Float64Array): number[] {
  const best: number[] = [];
  values.forEach((value, index) => {
    if (best.length === mostRanked) {
      if (value <= (values[best.at(-1) ?? 0] ?? 0)) return;
      best.pop();
    }
    let to = best.length;
    for (; to > 0 && (values[best[to - 1] ?? 0] ?? 0) < value; to -= 1) best[to] = best[to - 1] ?? 0;
    best[to] = index;
  });
  return best;
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
