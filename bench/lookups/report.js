import { productNames } from '../../dist/model/system.js';
import { against, number, table } from '../lib/table.js';
import { systems } from './ask.js';

const mostCalls = 12;
/** MB for a thousand lookups: below, what is held neither grows nor shrinks by more than a collection leaves by chance. */
const flatKb = 100;

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
        productNames[slow],
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
    `most calls    ${most} (aim: at most ${mostCalls}) ${most <= mostCalls ? 'reached' : 'missed'}`,
  ].join('\n');
}

function burstReport(runs) {
  return [
    'LOOKUPS: MANY AT ONCE  checks started at the same moment, Okta’s published limits, nothing raised',
    '',
    table(
      [
        'checks',
        'whole',
        'partial',
        'lost',
        'all within',
        'most in flight',
        'calls',
        'refused (429)',
        '/logs per minute',
      ],
      runs.map((run) => [
        run.checks,
        run.complete,
        run.partial,
        run.lost,
        `${number(run.ms / 1_000)} s`,
        systems.map((system) => run.peak[system]).join(' / '),
        systems.map((system) => run.calls[system]).join(' / '),
        run.refused,
        `${run.logs} of ${run.logsLimit}`,
      ]),
    ),
    '',
    `In flight and calls: ${systems.map((system) => productNames[system]).join(' / ')}. Each start has limits of its own.`,
    ...runs
      .filter(({ partial }) => partial > 0)
      .map(({ checks, reasons }) => {
        const all = Object.entries(reasons).map(([reason, count]) => `${reason} × ${count}`);
        return `Why partial, of ${checks}: ${all.join(', ')}.`;
      }),
    `lost          ${runs.reduce((sum, { lost }) => sum + lost, 0)} (aim: none) ${runs.every(({ lost }) => lost === 0) ? 'reached' : 'missed'}`,
  ].join('\n');
}

function memoryReport({ lookups, failed, seconds, heldMb, firstMb, lastMb, kbPerThousand }) {
  return [
    `LOOKUPS: MEMORY  ${lookups.toLocaleString('en')} lookups (\`devices\` and \`token\` in turn) in ${number(seconds)} s, ${failed} not whole`,
    '',
    table(
      ['after', 'held'],
      heldMb.map(({ lookups: done, mb }) => [done.toLocaleString('en'), `${mb.toFixed(2)} MB`]),
    ),
    '',
    `first → last  ${firstMb.toFixed(2)} → ${lastMb.toFixed(2)} MB`,
    `growth        ${kbPerThousand.toFixed(1)} kB per 1,000 lookups (aim: at most ${flatKb} kB) ${kbPerThousand <= flatKb ? 'reached' : 'missed'}`,
  ].join('\n');
}
