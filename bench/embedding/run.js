import { ensureComparators } from '../comparators.js';
import { startChild } from '../lib/child.js';
import { median, ratio } from '../lib/figures.js';
import { heldOutMessages } from '../lib/held-out.js';
import { score } from '../understanding/score.js';

/** Times are taken of every sixteenth message. */
const every = 16;

const names = {
  light: 'light classifier (shipped)',
  embedding: 'sentence embedding alone',
  block: 'light, embedding as one more kind of feature',
  mean: 'light and embedding, geometric mean 3 to 1',
};

/** The classifier alone, without error texts and thresholds, beside what a sentence embedding adds to it. */
export async function benchEmbedding({ rounds, say }) {
  ensureComparators(say, new URL('./', import.meta.url));
  const texts = await heldOutMessages();
  const start = () => startChild(new URL('./child.js', import.meta.url));
  const [light, heavy] = [start(), start()];
  try {
    say('learning');
    const memory = { light: await light.ask({ do: 'learn', withEmbedding: false }) };
    say('embedding the examples: some minutes');
    memory.heavy = await heavy.ask({ do: 'learn', withEmbedding: true });
    say('embedding the held-out messages');
    const predictions = await heavy.ask({ do: 'predict' });
    const passes = { light: [], mean: [] };
    for (let round = 0; round < rounds; round += 1) {
      say(`timing, round ${round + 1} of ${rounds}`);
      passes.light.push(median(await light.ask({ do: 'time', engine: 'light', every })));
      passes.mean.push(median(await heavy.ask({ do: 'time', engine: 'mean', every })));
    }
    return {
      texts: texts.length,
      engines: Object.entries(names).map(([engine, name]) => ({ name, ...score(texts, predictions[engine]) })),
      cost: {
        lightMicroseconds: median(passes.light),
        heavyMicroseconds: median(passes.mean),
        times: ratio(passes.mean, passes.light),
        ...memory,
      },
    };
  } finally {
    await Promise.all([light.end(), heavy.end()]);
  }
}
