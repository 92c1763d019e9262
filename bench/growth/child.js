/** Understanding by one library in a process of its own. */
import { createUnderstand, examplesOf, learn } from '../../dist/understanding/index.js';
import { serve } from '../lib/child.js';
import { heldMemory } from '../lib/figures.js';
import { heldOutTexts } from '../lib/held-out.js';
import { shippedIntents } from '../lib/shipped.js';
import { syntheticIntents } from './library.js';

const texts = await heldOutTexts();
let understand;

function pass() {
  return texts.map(({ text, surface = 'direct' }) => {
    const start = performance.now();
    understand(text, { surface });
    return (performance.now() - start) * 1_000;
  });
}

serve({
  /** `articles` undefined: the shipped library. → intents, examples, training in ms, MB held when ready and warm. */
  async prepare({ articles }) {
    const intents = articles === undefined ? await shippedIntents() : syntheticIntents(articles);
    const before = heldMemory();
    const examples = examplesOf(intents.values());
    const start = performance.now();
    const model = learn(examples);
    const trainMs = performance.now() - start;
    understand = createUnderstand(intents, model);
    pass();
    return { intents: intents.size, examples: examples.length, trainMs, memoryMb: heldMemory() - before };
  },
  /** → microseconds for each held-out text. */
  time: pass,
  /** → milliseconds for a paste of `characters`, each of `times` times. */
  paste({ characters, times }) {
    const log = logOf(characters);
    return Array.from({ length: times }, () => {
      const start = performance.now();
      understand(log);
      return performance.now() - start;
    });
  },
});

/** The held-out logs one after the other until there is enough, each round with other numbers, as logs have. */
function logOf(characters) {
  const lines = texts.filter(({ kind }) => kind.startsWith('log')).map(({ text }) => text);
  let log = '';
  for (let index = 0; log.length < characters; index += 1) {
    log += `${lines[index % lines.length].replace(/\d/g, (digit) => String((Number(digit) + index) % 10))}\n`;
  }
  return log.slice(0, characters);
}
