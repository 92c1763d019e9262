/** Every engine measured, by the name of its file. Loaded one at a time, each in a process of its own. */
export const engines = {
  'wo-okta': async () => (await import('./wo-okta.js')).woOkta,
  'natural-bayes': async () => (await import('./natural-bayes.js')).naturalBayes,
  'natural-logistic': async () => (await import('./natural-logistic.js')).naturalLogistic,
  'node-nlp': async () => (await import('./node-nlp.js')).nodeNlpAsDocumented,
  'node-nlp-intents': async () => (await import('./node-nlp.js')).nodeNlpIntentsOnly,
  minisearch: async () => (await import('./minisearch.js')).miniSearch,
};
