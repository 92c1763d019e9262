import { number, percent, table } from '../lib/table.js';
import { judgedKinds } from '../understanding/score.js';

export function embeddingReport({ texts, engines, cost }) {
  return [
    `EMBEDDING  ${texts} held-out messages; the classifier alone, without error texts`,
    '',
    table(
      ['first right', ...judgedKinds, 'all', 'right at ≤ 0.5 % false'],
      engines.map(({ name, kinds, all, rightWhenQuiet }) => [
        name,
        ...judgedKinds.map((kind) => percent(kinds[kind])),
        ...[all, rightWhenQuiet].map(percent),
      ]),
    ),
    '',
    `a message: ${number(cost.lightMicroseconds)} µs light, ${number(cost.heavyMicroseconds)} µs with the embedding (${number(cost.times)} ×)`,
    `memory held: ${number(cost.light.memoryMb)} MB light, ${number(cost.heavy.memoryMb)} MB with the embedding and its examples' vectors (resident ${number(cost.light.residentMb)} and ${number(cost.heavy.residentMb)} MB)`,
  ].join('\n');
}
