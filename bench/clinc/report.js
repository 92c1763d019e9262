import { number, percent, table } from '../lib/table.js';

/** In-scope accuracy and out-of-scope recall, from Larson et al. 2019, trained on the same texts ("oos-train", full). */
const published = [
  { how: 'fastText', accuracy: 0.89, recall: 0.097 },
  { how: 'SVM', accuracy: 0.91, recall: 0.145 },
  { how: 'Rasa', accuracy: 0.915, recall: 0.453 },
  { how: 'MLP on sentence vectors', accuracy: 0.935, recall: 0.474 },
  { how: 'BERT', accuracy: 0.969, recall: 0.403 },
];

export function clincReport({ skipped, examples, texts, trainMs, microseconds, results }) {
  if (skipped !== undefined) return `CLINC150\n\n${skipped}`;
  return [
    `CLINC150  ${examples} texts learnt, ${texts} judged`,
    '',
    table(
      ['engine', 'in-scope accuracy', 'out-of-scope recall'],
      [
        ...results.map(({ how, ...figures }) => ({ how: `wo-okta, ${how}`, ...figures })),
        ...published.map(({ how, ...figures }) => ({ how: `${how} (published)`, ...figures })),
      ].map(({ how, accuracy, recall }) => [how, percent(accuracy), percent(recall)]),
    ),
    '',
    `learnt in ${number(trainMs / 1_000)} s, ${number(microseconds)} µs a text; thresholds chosen on the validation texts`,
  ].join('\n');
}
