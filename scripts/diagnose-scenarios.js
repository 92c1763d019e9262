/**
 * Puts the simulated tenants into each broken scenario, pastes what a user would paste, and prints what the diagnosis
 * makes of it: whether the true cause stands first with its evidence, and whether it is gone once the scenario is healed.
 * `--json` prints rows, `--markdown` the README's table. Exit code 1 when a cause is not first or does not heal.
 */
import { parseArgs } from 'node:util';
import { diagnoseScenarios } from './lib/scenarios.js';

const { values } = parseArgs({ options: { json: { type: 'boolean' }, markdown: { type: 'boolean' } } });
const rows = await diagnoseScenarios();
const mark = (isTrue) => (isTrue ? '✅' : '❌');

if (values.json) {
  console.log(JSON.stringify(rows));
} else if (values.markdown) {
  console.log('| scenario | pasted | proven by | first | healed | calls |\n|---|---|---|---|---|---|');
  for (const { id, pasted, check, isFirst, isHealed, calls } of rows)
    console.log(
      `| ${id} | ${pasted.replaceAll('|', '\\|')} | ${check} | ${mark(isFirst)} | ${mark(isHealed)} | ${calls} |`,
    );
} else {
  console.log('Diagnosis of the simulated tenants: the true cause first, and healed on “Run again”\n');
  for (const { id, isFirst, isHealed, said, calls } of rows)
    console.log(`${mark(isFirst)} ${mark(isHealed)} ${id.padEnd(30)} ${String(calls).padStart(3)} calls  ${said}`);
  const right = rows.filter(({ isFirst, isHealed }) => isFirst && isHealed).length;
  console.log(`\n${right} of ${rows.length} scenarios`);
}
process.exitCode = rows.every(({ isFirst, isHealed }) => isFirst && isHealed) ? 0 : 1;
