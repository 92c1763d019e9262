import MiniSearch from 'minisearch';
import { labelled } from './labelled.js';

/** MiniSearch: full-text search over the examples; the best hit's intent is the answer. */
export const miniSearch = {
  name: 'MiniSearch',
  how: 'one document an example, misspelling (fuzzy 0.2) and prefixes allowed; score: that of the best hit',
  train(intents) {
    const index = new MiniSearch({ fields: ['text'], storeFields: ['label'], searchOptions: { fuzzy: 0.2, prefix: true } });
    index.addAll(labelled(intents).map((example, id) => ({ id, ...example })));
    return (text) => {
      const [best] = index.search(text);
      return best === undefined ? undefined : { label: best.label, score: best.score };
    };
  },
};
