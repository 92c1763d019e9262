import { productNames } from '../../dist/model/system.js';
import { against, number, table } from '../lib/table.js';
import { systems } from '../lookups/ask.js';

/** The section `diagnosis` as tables. */
export function diagnosisReport({ rounds, slowMs, suspected, time, scenarios, audit }) {
  const right = scenarios.filter(({ isFirst, isHealed }) => isFirst && isHealed).length;
  const all = systems.reduce((sum, system) => sum + audit.calls[system], 0);
  return [
    `DIAGNOSIS: TIME  ${suspected.join(' and ')}, one system slow (${slowMs} ms for each answer), ${rounds} rounds in turn; medians`,
    '',
    table(
      ['slow system', 'whole diagnosis', 'slowest system alone', 'ratio'],
      time.map(({ slow, wholeMs, slowestMs, ratio }) => [
        slow.length === systems.length ? 'all three' : slow.map((system) => productNames[system]).join(', '),
        `${number(wholeMs)} ms`,
        `${number(slowestMs)} ms`,
        against(ratio, 1.2),
      ]),
    ),
    '',
    'DIAGNOSIS: CALLS  API calls in each broken scenario, from the pasted text to the proven cause',
    '',
    table(
      ['scenario', 'calls', 'proven first', 'healed'],
      scenarios.map(({ id, calls, isFirst, isHealed }) => [id, calls, isFirst ? 'yes' : 'NO', isHealed ? 'yes' : 'NO']),
    ),
    '',
    `right cause first, and gone when healed: ${right} of ${scenarios.length}`,
    '',
    `AUDIT  ${audit.checks} checks of healthy tenants in ${number(audit.ms)} ms: ${audit.counts.pass} pass, ${audit.counts.fail} fail, ${audit.counts.unknown} unknown`,
    '',
    table(
      ['API calls', ...systems.map((system) => productNames[system]), 'all'],
      [['one audit', ...systems.map((system) => audit.calls[system]), all]],
    ),
  ].join('\n');
}
