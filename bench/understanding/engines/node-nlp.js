import { createRequire } from 'node:module';
import { labelled } from './labelled.js';

/** node-nlp as its README starts it: intent, entities and sentiment of a message. */
export const nodeNlpAsDocumented = {
  name: 'node-nlp',
  how: 'as its README starts it (`forceNER: true`): intent, entities and sentiment, as ours also gives entities',
  train: (intents) => trainManager(intents, { forceNER: true }),
};

/** The least of it: the intent alone. */
export const nodeNlpIntentsOnly = {
  name: 'node-nlp, intent alone',
  how: 'entities and sentiment switched off: nothing but its classifier',
  train: (intents) => trainManager(intents, { forceNER: false, ner: { builtins: [] }, calculateSentiment: false }),
};

/** Its own threshold is off: what is sure enough is decided for all engines alike. */
async function trainManager(intents, settings) {
  const { NlpManager } = createRequire(import.meta.url)('node-nlp');
  const manager = new NlpManager({
    languages: ['en'],
    threshold: 0,
    autoSave: false,
    autoLoad: false,
    nlu: { log: false },
    ...settings,
  });
  for (const { text, label } of labelled(intents)) manager.addDocument('en', text, label);
  await manager.train();
  return async (text) => {
    const { intent, score } = await manager.process('en', text);
    return intent === 'None' ? undefined : { label: intent, score };
  };
}
