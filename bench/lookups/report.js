import { productNames } from '../../dist/model/system.js';
import { against, number, table } from '../lib/table.js';
import { systems } from './ask.js';

const mostCalls = 12;
/** kB for a thousand lookups: below, what is held neither grows nor shrinks by more than a collection leaves by chance. */
const flatKb = 100;

export const everySystem = systems.map((system) => productNames[system]).join(' / ');

/** The section `lookups` as tables. */
export function lookupsReport({ rounds, slowMs, time, calls, burst, memory }) {
  return [timeReport(rounds, slowMs, time), callsReport(calls), burstReport(burst), memoryReport(memory)].join('\n\n');
}

function timeReport(rounds, slowMs, time) {
  return [
    `LOOKUPS: TIME  \`check\` with one system slow (${slowMs} ms for each answer), ${rounds} rounds in turn; medians`,
    '',
    table(
      ['slow system', 'whole check', 'slowest half alone', 'ratio'],
      time.map(({ slow, wholeMs, slowestMs, ratio }) => [
        slow.length === systems.length ? 'all three' : slow.map((system) => productNames[system]).join(', '),
        `${number(wholeMs)} ms`,
        `${number(slowestMs)} ms`,
        against(ratio, 1.15),
      ]),
    ),
  ].join('\n');
}

function callsReport(calls) {
  const most = Math.max(...calls.map(({ all }) => all));
  return [
    'LOOKUPS: CALLS  API calls of one `check`, retries included, by scenario (signing in to Access not counted)',
    '',
    table(
      ['scenario', ...systems.map((system) => productNames[system]), 'all', 'report'],
      calls.map(({ scenario, all, status, ...of }) => [scenario, ...systems.map((system) => of[system]), all, status]),
    ),
    '',
    `most calls    ${most} (aim: at most ${mostCalls}) ${verdict(most <= mostCalls)}`,
  ].join('\n');
}

function burstReport({ latencyMs, inFlightLimit, runs }) {
  const peak = Math.max(...runs.flatMap((run) => systems.map((system) => run.peak[system])));
  // More than a minute allows is asked for on purpose in the other.
  const [first] = runs;
  const isUnder = first.buckets.every(({ calls, limit }) => calls <= limit);
  return [
    `LOOKUPS: MANY AT ONCE  checks started at the same moment; every answer ${latencyMs} ms late; Okta’s published limits`,
    '',
    table(
      ['checks', 'whole', 'partial', 'lost', 'all within', 'most in flight', 'calls', 'refused (429)'],
      runs.map((run) => [
        run.checks,
        run.complete,
        run.partial,
        run.lost,
        `${number(run.ms / 1_000)} s`,
        systems.map((system) => run.peak[system]).join(' / '),
        systems.map((system) => run.calls[system]).join(' / '),
        run.refused,
      ]),
    ),
    '',
    `In flight and calls: ${everySystem}.`,
    ...runs.flatMap(({ checks, buckets, partial, reasons }) => [
      `Okta’s limits for one token and minute, of ${checks}: ${buckets.slice(0, 3).map(bucketText).join(', ')}.`,
      ...(partial === 0 ? [] : [`Why partial, of ${checks}: ${reasonsText(reasons)}.`]),
    ]),
    `in flight     ${peak} (limit: ${inFlightLimit} for each system) ${verdict(peak <= inFlightLimit)}`,
    `limits        ${first.refused} of ${first.checks} checks’ calls refused (aim: none) ${verdict(isUnder && first.refused === 0)}`,
    `lost          ${runs.reduce((sum, { lost }) => sum + lost, 0)} (aim: none) ${verdict(runs.every(({ lost }) => lost === 0))}`,
  ].join('\n');
}

function bucketText({ bucket, calls, limit }) {
  return `${bucket} ${calls} of ${limit}`;
}

function reasonsText(reasons) {
  return Object.entries(reasons)
    .map(([reason, count]) => `${reason} × ${count}`)
    .join(', ');
}

function memoryReport({ lookups, calls, failed, seconds, held, kbPerThousand }) {
  return [
    `LOOKUPS: MEMORY  ${lookups.toLocaleString('en')} lookups, every kind in turn (${calls.toLocaleString('en')} calls), in ${number(seconds)} s; ${failed} not whole`,
    '',
    table(
      ['after', 'held after a collection', 'of it compiled code', 'resident'],
      held.map(({ lookups: done, isAtRest, heldMb, codeMb, residentMb }) => [
        `${done.toLocaleString('en')}${isAtRest ? ', at rest' : ''}`,
        `${heldMb.toFixed(2)} MB`,
        `${codeMb.toFixed(2)} MB`,
        `${number(residentMb)} MB`,
      ]),
    ),
    '',
    `growth        ${growthText(kbPerThousand)}`,
  ].join('\n');
}

function growthText(kb) {
  if (kb === undefined) return 'not told by so few lookups: there is only one rest';
  return `${kb.toFixed(1)} kB per 1,000 lookups, from rest to rest, without compiled code (aim: at most ${flatKb} kB) ${verdict(kb <= flatKb)}`;
}

function verdict(isReached) {
  return isReached ? 'reached' : 'missed';
}
