import { startChild } from '../lib/child.js';
import { median, quantile, ratio } from '../lib/figures.js';
import { heldOutMessages } from '../lib/held-out.js';
import { engines } from './engines/index.js';
import { score } from './score.js';

/** Ours, which the others are compared with. */
const own = 'wo-okta';
/** Times are taken of every eighth message: the slowest engines take tens of milliseconds for one. */
const every = 8;

/** Trains every engine on the shipped intents, judges it on the held-out messages and times it, round by round in turn. */
export async function benchUnderstanding({ rounds, say }) {
  const texts = await heldOutMessages();
  const runs = [];
  try {
    for (const engine of Object.keys(engines)) {
      say(`training ${engine}`);
      const child = startChild(new URL('./child.js', import.meta.url));
      runs.push({ engine, child, passes: [] });
      const run = runs.at(-1);
      run.facts = await child.ask({ do: 'train', engine });
      const { predictions, memoryMb } = await child.ask({ do: 'predict' });
      run.score = score(texts, predictions);
      run.facts = { ...run.facts, memoryMb };
    }
    for (let round = 0; round < rounds; round += 1) {
      say(`timing, round ${round + 1} of ${rounds}`);
      for (const { child, passes } of runs) passes.push(await child.ask({ do: 'time', every }));
    }
  } finally {
    await Promise.all(runs.map(({ child }) => child.end()));
  }
  const medians = ({ passes }) => passes.map(median);
  const ours = medians(runs.find(({ engine }) => engine === own));
  return {
    texts: texts.length,
    timed: runs[0].passes[0].length,
    rounds,
    engines: runs.map((run) => ({
      engine: run.engine,
      ...run.facts,
      ...run.score,
      medianMicroseconds: median(medians(run)),
      p95Microseconds: median(run.passes.map((pass) => quantile(pass, 0.95))),
      /** How many times slower than ours: median over the rounds. */
      timesOurs: ratio(medians(run), ours),
    })),
  };
}
