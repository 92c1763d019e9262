import { Command } from 'commander';
import { readCases } from '../evaluation/read-cases.js';
import { reportJson, reportText } from '../evaluation/report.js';
import type { Parts } from '../parts.js';
import { toJson } from '../plain-text.js';

interface Options {
  readonly dir?: string;
  readonly misses?: boolean;
  readonly json?: true;
}

/** A run shorter than this needs no progress; a line for a log file comes at most this often. */
const patienceMs = { terminal: 1_000, file: 10_000 };

/** `evaluate`: how well the texts of a held-out set are understood. */
export function evaluateCommand({ output, knowledge, evaluation, stopwatch }: Parts): Command {
  return new Command('evaluate')
    .summary('measure the understanding on held-out texts')
    .description(
      'Measures how well texts are understood that no intent has as an example: how many of each kind are right, how many are answered though they ask for nothing, whether the confidence is to be believed, and what is confused with what.',
    )
    .option('-d, --dir <folder>', 'folder with the held-out texts, *.jsonl (default: test/evaluation of the project)')
    .option('--misses', 'show each text that came out otherwise than expected')
    .option('--json', 'print the report as one JSON object')
    .addHelpText(
      'after',
      `
Examples:
  $ wo-okta evaluate
  $ wo-okta evaluate --misses | less
  $ wo-okta evaluate --dir ./our-texts --json`,
    )
    .action(async ({ dir, misses = false, json }: Options) => {
      const { evaluate, readCase, ownFolder } = await evaluation();
      const cases = await readCases(dir ?? ownFolder, readCase);
      const { understand } = await knowledge();
      const patience = output.isWatched ? patienceMs.terminal : patienceMs.file;
      const start = stopwatch();
      let told = start;
      let hasTold = false;
      const report = evaluate(cases, understand, (done) => {
        if (stopwatch() - told < (hasTold && output.isWatched ? 200 : patience)) return;
        told = stopwatch();
        hasTold = true;
        output.note(output.isWatched ? `\r${done} of ${cases.length} texts` : `${done} of ${cases.length} texts\n`);
      });
      const run = { texts: cases.length, msPerText: Number(((stopwatch() - start) / cases.length).toFixed(3)) };
      // The line of progress makes room for the result.
      if (hasTold && output.isWatched) output.note('\r\u001B[K');
      const { paint } = output;
      await output.print(
        json
          ? `${toJson({ ...run, ...reportJson(report, { misses }) })}\n`
          : `${run.texts} held-out texts, ${run.msPerText} ms each\n\n${reportText(report, { paint, misses })}`,
      );
    });
}
