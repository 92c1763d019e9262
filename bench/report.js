/** What was measured, as tables, with the aim beside each figure. Missing an aim is news, not a failure. */
import { alertsReport } from './alerts/report.js';
import { clincReport } from './clinc/report.js';
import { diagnosisReport } from './diagnosis/report.js';
import { embeddingReport } from './embedding/report.js';
import { against, number, percent, table } from './lib/table.js';
import { lookupsReport } from './lookups/report.js';
import { ocrReport } from './ocr/report.js';
import { judgedKinds } from './understanding/score.js';

/** The whole report. Sections that were not run are left out. */
export function report({ understanding, clinc, embedding, bot, growth, lookups, diagnosis, alerts, ocr }) {
  return [
    ...(understanding === undefined ? [] : [understandingReport(understanding)]),
    ...(clinc === undefined ? [] : [clincReport(clinc)]),
    ...(embedding === undefined ? [] : [embeddingReport(embedding)]),
    ...(bot === undefined ? [] : [botReport(bot)]),
    ...(growth === undefined ? [] : [growthReport(growth)]),
    ...(lookups === undefined ? [] : [lookupsReport(lookups)]),
    ...(diagnosis === undefined ? [] : [diagnosisReport(diagnosis)]),
    ...(alerts === undefined ? [] : [alertsReport(alerts)]),
    ...(ocr === undefined ? [] : [ocrReport(ocr)]),
  ].join('\n\n');
}

function understandingReport({ texts, timed, rounds, engines }) {
  const of = (name) => engines.find(({ engine }) => engine === name);
  const others = engines.filter(({ engine }) => engine !== 'wo-okta');
  const ours = of('wo-okta');
  const isMoreAccurate = others.every(({ right, all }) => ours.right > right && ours.all > all);
  return [
    `UNDERSTANDING  ${texts} held-out messages; times over ${timed} of them, ${rounds} rounds in turn`,
    '',
    table(
      ['first answer right', ...judgedKinds, 'all', 'answered right', 'false replies', 'right at ≤ 0.5 % false'],
      engines.map(({ name, kinds, all, right, falseReplies, rightWhenQuiet }) => [
        name,
        ...judgedKinds.map((kind) => percent(kinds[kind])),
        ...[all, right, falseReplies, rightWhenQuiet].map(percent),
      ]),
    ),
    '',
    table(
      ['cost', 'median µs', 'p95 µs', 'times ours', 'training', 'memory'],
      engines.map(({ name, medianMicroseconds, p95Microseconds, timesOurs, trainMs, memoryMb }) => [
        name,
        number(medianMicroseconds),
        number(p95Microseconds),
        `${number(timesOurs)} ×`,
        `${number(trainMs / 1_000)} s`,
        `${number(memoryMb)} MB`,
      ]),
    ),
    '',
    `node-nlp ÷ ours           ${atLeast(of('node-nlp').timesOurs, 20)}`,
    `natural's Bayes ÷ ours    ${atLeast(of('natural-bayes').timesOurs, 1)}`,
    `more accurate than all    ${isMoreAccurate ? 'reached' : 'missed'}`,
    '',
    'How each was used:',
    ...engines.map(({ name, how }) => `  ${name}: ${how}.`),
    'All learn the same examples and error texts. “Answered right” and “false replies” are at our own thresholds, and for the',
    'others at the threshold that serves them best on these very texts (most right less most false): an advantage to them.',
  ].join('\n');
}

function atLeast(ratio, aim) {
  return `${number(ratio)} × (aim: at least ${aim} ×) ${ratio >= aim ? 'reached' : 'missed'}`;
}

function botReport({ rounds, start, memory, messages, reply }) {
  const row = (name, { bot, bare }, unit) => [name, `${number(bot)} ${unit}`, `${number(bare)} ${unit}`];
  return [
    `THE BOT AGAINST A BARE BOLT APP  ${rounds} starts each, ${messages} messages each, in turn; medians`,
    '',
    table(
      ['', 'wo-okta', 'bare app', 'ratio'],
      [
        [...row('start to connected', start, 'ms'), against(start.ratio, 1.5)],
        ...(memory === undefined ? [] : [[...row('resident memory', memory, 'MB'), against(memory.ratio, 1.5)]]),
        [...row('message in, reply out', reply, 'ms'), `${reply.ratio.toFixed(2)} ×`],
        [...row('  95 of 100 within', { bot: reply.botP95, bare: reply.bareP95 }, 'ms'), ''],
      ],
    ),
  ].join('\n');
}

function growthReport({ rounds, libraries, paste }) {
  const large = libraries.at(-1);
  return [
    `GROWTH  the same messages to libraries of other sizes, ${rounds} rounds in turn`,
    '',
    table(
      ['library', 'intents', 'examples', 'median µs', 'p95 µs', 'times shipped', 'training', 'memory'],
      libraries.map((library) => [
        library.name,
        library.intents.toLocaleString('en'),
        library.examples.toLocaleString('en'),
        number(library.medianMicroseconds),
        number(library.p95Microseconds),
        `${number(library.timesShipped)} ×`,
        `${number(library.trainMs / 1_000)} s`,
        `${number(library.memoryMb)} MB`,
      ]),
    ),
    '',
    `30 → 3,000 intents      ${against(large.timesShipped, 3)}`,
    `a paste of 1 MB         ${number(paste.medianMs)} ms (the first ${number(paste.firstMs)} ms)`,
  ].join('\n');
}
