import { Command, InvalidArgumentError } from 'commander';
import type { Parts } from '../parts.js';
import { plainLine, toJson } from '../plain-text.js';
import { hintAtPlayground } from '../playground-hint.js';
import { table } from '../table.js';

/** `trail`: who looked up what about whom. */
export function trailCommand(parts: Parts): Command {
  const { output, trail } = parts;
  return new Command('trail')
    .summary('show who looked up what about whom')
    .description(
      'Shows the record of lookups, newest first: those from Slack and those from a shell, also while the bot runs. Kept for 90 days.',
    )
    .option('-n, --limit <count>', 'how many at most', countOf, 50)
    .option('--json', 'print the entries as one JSON object')
    .addHelpText(
      'after',
      `
Examples:
  $ wo-okta trail
  $ wo-okta trail --limit 1000 --json`,
    )
    .action(async ({ limit, json }: { readonly limit: number; readonly json?: true }) => {
      const { entries, more } = await trail(limit);
      if (json) {
        await output.print(`${toJson({ entries, more })}\n`);
        return;
      }
      if (entries.length === 0) {
        await output.print('No lookup is on record.\n');
        await hintAtPlayground('trail', parts);
        return;
      }
      const rows = entries.map(({ at, by, lookup, asked = '', person = '', channel, outcome }) => [
        at.slice(0, 19).replace('T', ' '),
        by,
        lookup,
        asked,
        person,
        channel === 'cli' ? 'shell' : channel,
        outcome,
      ]);
      const headings = ['when (UTC)', 'who', 'lookup', 'asked', 'person', 'where', 'outcome'];
      const left =
        more === 0 ? '' : `\n${output.paint.dim(plainLine(`${more} more: --limit ${entries.length + more}`))}`;
      await output.print(`${table(headings, rows, output.paint)}${left}\n`);
    });
}

function countOf(text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new InvalidArgumentError('It must be a number from 1 to 999999.');
  return Number(text);
}
