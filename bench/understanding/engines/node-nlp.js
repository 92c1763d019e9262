import nodeNlp from 'node-nlp';
import { labelled } from './labelled.js';

/** node-nlp's neural classifier, by the call its documentation names. */
export const nodeNlpEngine = {
  name: 'node-nlp',
  how: '`NlpManager.process`, English given, its None feature on, built-in entities and sentiment off',
  async train(intents) {
    const manager = new nodeNlp.NlpManager({
      languages: ['en'],
      autoSave: false,
      autoLoad: false,
      forceNER: false,
      nlu: { log: false, useNoneFeature: true },
      ner: { builtins: [] },
    });
    for (const { text, label } of labelled(intents)) manager.addDocument('en', text, label);
    await manager.train();
    return async (text) => {
      const { intent, score } = await manager.process('en', text);
      return intent === 'None' ? undefined : { label: intent, score };
    };
  },
};
