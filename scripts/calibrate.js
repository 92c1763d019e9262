/**
 * Prints the weights of `src/understanding/decision/confidence.ts`: a logistic regression on "the first label is right", fitted
 * to predictions made in five-fold cross-validation over the examples of intents/. Run after a build.
 */
import { loadLibrary } from '../dist/knowledge/load.js';
import { unrelated } from '../dist/model/intent.js';
import { classifier, learn } from '../dist/understanding/classify.js';
import { signsOf } from '../dist/understanding/decision/confidence.js';
import { featuresOf } from '../dist/understanding/features.js';
import { examplesOf } from '../dist/understanding/index.js';
import { regress } from './lib/regress.js';

const folds = 5;
const root = new URL('..', import.meta.url).pathname;
const library = await loadLibrary({ knowledge: `${root}knowledge`, intents: `${root}intents` });
const examples = spread(examplesOf(library.intents.values()));

const observations = [];
for (let fold = 0; fold < folds; fold += 1) {
  const known = examples.filter((_, index) => index % folds !== fold);
  const { classify } = classifier(learn(known), known);
  for (const { text, labels } of examples.filter((_, index) => index % folds === fold)) {
    const classification = classify(featuresOf(text));
    const best = classification.ranked.find(({ label }) => label !== unrelated);
    if (best === undefined) continue;
    const { odds, like, known: words, length } = signsOf(classification, best.label);
    // A phrasing that means several intents alike is only partly right whichever is named.
    observations.push({ x: [1, odds, like, words, length], y: labels.includes(best.label) ? 1 / labels.length : 0 });
  }
}
const [constant, odds, like, known, length] = regress(observations).map((weight) => Number(weight.toFixed(2)));
console.log(JSON.stringify({ constant, odds, like, known, length }), `over ${observations.length} predictions`);

/** A fixed shuffle, so that each fold has texts of every intent. */
function spread(list) {
  const place = (index) => (Math.imul(index + 1, 0x9e3779b1) >>> 0) / 2 ** 32;
  return list
    .map((item, index) => ({ item, at: place(index) }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}
