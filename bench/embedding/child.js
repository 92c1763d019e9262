/** The light classifier, or it and the embedding, in a process of its own: learns, predicts, is timed. */
import { unrelated } from '../../dist/model/intent.js';
import { examplesOf } from '../../dist/understanding/index.js';
import { serve } from '../lib/child.js';
import { heldMemory } from '../lib/figures.js';
import { heldOutMessages } from '../lib/held-out.js';
import { shippedIntents } from '../lib/shipped.js';

const texts = await heldOutMessages();
let light;
let embed;
let engines = {};
let memoryBefore = 0;

serve({
  /** → MB held afterwards, and resident, for the light classifier alone or with the embedding. */
  async learn({ withEmbedding }) {
    const examples = examplesOf((await shippedIntents()).values());
    memoryBefore = heldMemory();
    const { lightEngine, embedder, embeddingEngines } = await import('./engines.js');
    light = lightEngine(examples);
    engines = { light: async (text) => light.classify(text) };
    if (withEmbedding) {
      embed = await embedder();
      const embeddings = [];
      for (const { text } of examples) embeddings.push(await embed(text));
      for (const [name, classify] of Object.entries(embeddingEngines(examples, embeddings, light)))
        engines[name] = async (text) => classify(text, await embed(text));
    }
    return { memoryMb: heldMemory() - memoryBefore, residentMb: process.memoryUsage().rss / 1e6 };
  },
  /** → for each engine and message the likeliest intent and how likely it is. */
  async predict() {
    const predictions = {};
    for (const [name, classify] of Object.entries(engines)) {
      predictions[name] = [];
      for (const { text } of texts) predictions[name].push(likeliest(await classify(text)));
    }
    return predictions;
  },
  /** → microseconds of one engine for every text whose place in the list is a multiple of `every`. */
  async time({ engine, every }) {
    const times = [];
    for (let index = 0; index < texts.length; index += every) {
      const start = performance.now();
      await engines[engine](texts[index].text);
      times.push((performance.now() - start) * 1_000);
    }
    return times;
  },
});

/** Each class that leaves several intents open is shared among them, as in the classifier. */
function likeliest(probabilities) {
  const shares = new Map();
  light.labels.forEach((name, index) => {
    const members = name.split('|');
    for (const label of members)
      shares.set(label, (shares.get(label) ?? 0) + (probabilities[index] ?? 0) / members.length);
  });
  shares.delete(unrelated);
  const [label, score] = [...shares].reduce((a, b) => (b[1] > a[1] ? b : a));
  return { label, score };
}
