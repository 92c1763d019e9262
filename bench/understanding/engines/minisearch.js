import MiniSearch from 'minisearch';
import { labelled } from './labelled.js';

/** So many best hits vote, each with its score. One hit alone is right less often. */
const voters = 10;

/** MiniSearch: full-text search over the examples; the intent that the best hits speak for is the answer. */
export const miniSearch = {
  name: 'MiniSearch',
  how: `one document an example; misspelt and cut-off long words allowed; the ${voters} best hits vote with their scores (the most accurate of ten settings tried)`,
  train(intents) {
    const index = new MiniSearch({
      fields: ['text'],
      storeFields: ['label'],
      searchOptions: { fuzzy: (term) => (term.length > 5 ? 0.2 : false), prefix: (term) => term.length > 4 },
    });
    index.addAll(labelled(intents).map((example, id) => ({ id, ...example })));
    return (text) => {
      const votes = new Map();
      for (const { label, score } of index.search(text).slice(0, voters)) {
        votes.set(label, (votes.get(label) ?? 0) + score);
      }
      const [best] = [...votes].sort(([, a], [, b]) => b - a);
      return best === undefined ? undefined : { label: best[0], score: best[1] };
    };
  },
};
