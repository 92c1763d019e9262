/** The engine on CLINC150, a public set of 150 intents with queries that belong to none of them. */
import { readFile } from 'node:fs/promises';
import { classifier, learn } from '../../dist/understanding/classify.js';
import { signsOf } from '../../dist/understanding/decision/confidence.js';
import { featuresOf } from '../../dist/understanding/features.js';
import { regress } from '../../scripts/lib/regress.js';

const file = new URL('../../../shared/benchmarks/clinc150.json', import.meta.url);

/** What the intents do not cover is a class of its own, as talk is in `intents/`. */
const outside = 'outside';

/** Of the queries that the validation texts get right, the share that a quiet bot still answers. */
const quietly = 0.97;

/**
 * Learns the training texts, chooses what it chooses on the validation texts, and counts on the test texts once.
 * Resolves with `skipped`, a sentence, when the data is not there.
 */
export async function benchClinc({ say }) {
  const sets = await readSets();
  if (sets === undefined)
    return { skipped: 'CLINC150 is not in ../shared/benchmarks/clinc150.json, so it was not run.' };
  const examples = [...sets.train, ...sets.oos_train].map(([text, intent]) => ({ text, labels: [intent] }));
  say(`learning ${examples.length} texts of ${new Set(sets.train.map(([, intent]) => intent)).size} intents`);
  const start = performance.now();
  const model = learn(examples);
  const trainMs = performance.now() - start;
  const { classify } = classifier(model, examples);
  say('choosing the threshold on the validation texts');
  const look = (list) => list.map((entry) => predictionOf(classify, entry));
  const validation = { within: look(sets.val), outside: look(sets.oos_val) };
  const sureness = surenessFrom(validation);
  say('the test texts');
  const before = performance.now();
  const test = { within: look(sets.test), outside: look(sets.oos_test) };
  const texts = test.within.length + test.outside.length;
  return {
    examples: examples.length,
    texts,
    trainMs,
    microseconds: ((performance.now() - before) * 1_000) / texts,
    results: [
      { how: 'as learnt, no threshold', ...count(test, ({ isOutside }) => !isOutside) },
      { how: 'threshold: most right', ...count(test, over(sureness, mostRight(validation, sureness))) },
      { how: 'threshold: quiet', ...count(test, over(sureness, quiet(validation, sureness))) },
    ],
  };
}

async function readSets() {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const sets = JSON.parse(text);
  for (const name of ['oos_train', 'oos_val', 'oos_test']) sets[name] = sets[name].map(([query]) => [query, outside]);
  return sets;
}

/** The likeliest intent, what speaks for it, and whether “outside” is likelier. */
function predictionOf(classify, [text, wanted]) {
  const classification = classify(featuresOf(text));
  const { label } = classification.ranked.find((entry) => entry.label !== outside);
  const { odds, like, known } = signsOf(classification, label);
  return {
    isRight: label === wanted,
    isOutside: classification.ranked[0].label === outside,
    signs: [1, odds, like, known],
  };
}

/** The same signs as the bot's confidence, weighed anew: the bot's weights are of its own library. */
function surenessFrom({ within, outside: beyond }) {
  const weights = regress(
    [
      ...within.map(({ signs }) => ({ x: signs, y: 1 })),
      ...beyond.map(({ signs }) => ({ x: signs, y: 0, weight: within.length / beyond.length })),
    ],
    { steps: 2_000 },
  );
  return ({ signs }) => signs.reduce((sum, value, index) => sum + value * weights[index], 0);
}

/** The threshold at which most validation texts, outside or within, are treated rightly. */
function mostRight({ within, outside: beyond }, sureness) {
  const seen = [
    ...within.map((prediction) => ({ at: sureness(prediction), gain: prediction.isRight ? -1 : 0 })),
    ...beyond.map((prediction) => ({ at: sureness(prediction), gain: 1 })),
  ].sort((a, b) => a.at - b.at);
  let best = { gain: 0, threshold: Number.NEGATIVE_INFINITY };
  let gain = 0;
  for (const entry of seen) {
    gain += entry.gain;
    if (gain > best.gain) best = { gain, threshold: entry.at };
  }
  return best.threshold;
}

/** The threshold above which all but 3 % of the right answers stay. */
function quiet({ within }, sureness) {
  const right = within
    .filter(({ isRight }) => isRight)
    .map(sureness)
    .sort((a, b) => a - b);
  return right[Math.floor((1 - quietly) * right.length)];
}

function over(sureness, threshold) {
  return (prediction) => sureness(prediction) > threshold;
}

function count({ within, outside: beyond }, isAnswered) {
  return {
    accuracy: within.filter((prediction) => prediction.isRight && isAnswered(prediction)).length / within.length,
    recall: beyond.filter((prediction) => !isAnswered(prediction)).length / beyond.length,
  };
}
