import { startChild } from '../lib/child.js';
import { median, quantile, ratio } from '../lib/figures.js';

const megabyte = 1_048_576;
const pastes = 7;

/** Cost per message with the shipped library, and with synthetic ones of 30 and 3,000 intents; then long pastes. */
export async function benchGrowth({ rounds, say }) {
  const libraries = [
    { name: 'shipped' },
    { name: 'synthetic, 30', articles: 30 },
    { name: 'synthetic, 3,000', articles: 3_000 },
  ];
  const runs = libraries.map((library) => ({
    ...library,
    child: startChild(new URL('./child.js', import.meta.url)),
    passes: [],
  }));
  try {
    for (const run of runs) {
      say(`training the ${run.name} library`);
      run.facts = await run.child.ask({ do: 'prepare', articles: run.articles });
    }
    for (let round = 0; round < rounds; round += 1) {
      say(`timing, round ${round + 1} of ${rounds}`);
      for (const { child, passes } of runs) passes.push(await child.ask({ do: 'time' }));
    }
    say('long pastes');
    const paste = await runs[0].child.ask({ do: 'paste', characters: megabyte, times: pastes });
    const medians = ({ passes }) => passes.map(median);
    return {
      rounds,
      libraries: runs.map((run) => ({
        name: run.name,
        ...run.facts,
        medianMicroseconds: median(medians(run)),
        p95Microseconds: median(run.passes.map((pass) => quantile(pass, 0.95))),
        timesShipped: ratio(medians(run), medians(runs[0])),
      })),
      paste: { characters: megabyte, firstMs: paste[0], medianMs: median(paste.slice(1)) },
    };
  } finally {
    await Promise.all(runs.map(({ child }) => child.end()));
  }
}
