/** One engine in a process of its own: trains, gives its predictions, is timed a pass at a time. */

import { serve } from '../lib/child.js';
import { heldMemory } from '../lib/figures.js';
import { heldOutMessages } from '../lib/held-out.js';
import { shippedIntents } from '../lib/shipped.js';
import { engines } from './engines/index.js';

const texts = await heldOutMessages();
const surfaceOf = ({ surface }) => surface ?? 'direct';
let classify;
let memoryBefore = 0;

serve({
  /** → name, how it is used, training time in ms. */
  async train({ engine }) {
    const intents = await shippedIntents();
    memoryBefore = heldMemory();
    const { name, how, train } = await engines[engine]();
    const start = performance.now();
    classify = await train(intents);
    return { name, how, trainMs: performance.now() - start };
  },
  /** → for each message what the engine says of it, null for nothing; MB held afterwards, the engine's code included. */
  async predict() {
    const predictions = [];
    for (const item of texts) predictions.push((await classify(item.text, surfaceOf(item))) ?? null);
    return { predictions, memoryMb: heldMemory() - memoryBefore };
  },
  /** → microseconds for every text whose place in the list is a multiple of `every`. */
  async time({ every }) {
    const times = [];
    for (let index = 0; index < texts.length; index += every) {
      const { text } = texts[index];
      const surface = surfaceOf(texts[index]);
      const start = performance.now();
      const result = classify(text, surface);
      if (result instanceof Promise) await result;
      times.push((performance.now() - start) * 1_000);
    }
    return times;
  },
});
