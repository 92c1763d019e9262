import { Command } from 'commander';
import { type HeldOut, readHeldOut } from '../evaluation/read-cases.js';
import { readPictures } from '../evaluation/read-pictures.js';
import { redactionJson, redactionText } from '../evaluation/redaction-report.js';
import { reportJson, reportText } from '../evaluation/report.js';
import type { Output } from '../output.js';
import type { Parts } from '../parts.js';
import { toJson } from '../plain-text.js';

interface Options {
  readonly dir?: string;
  readonly pictures: boolean;
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
    .option('--no-pictures', 'leave out the screenshots: reading one takes about a second')
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
    .action(async ({ dir, pictures: withPictures, misses = false, json }: Options) => {
      const { evaluate, evaluateRedaction, readCase, openPictureReader, ownFolder } = await evaluation();
      const folder = dir ?? ownFolder;
      const { texts, pictures } = await readHeldOut(folder, { withPictures, readCase });
      const { understand } = await knowledge();
      const progress = progressOn(output, stopwatch);

      const pictureStart = stopwatch();
      const readTexts = await textsIn(pictures);
      const pictureMs = stopwatch() - pictureStart;

      const cases = [...texts, ...readTexts];
      const start = stopwatch();
      const report = evaluate(cases, understand, (done) => progress.say(`${done} of ${cases.length} texts`));
      const run = {
        texts: cases.length,
        msPerText: Number(((stopwatch() - start) / cases.length).toFixed(3)),
        pictures: pictures.length,
        msPerPicture: pictures.length === 0 ? 0 : Math.round(pictureMs / pictures.length),
      };
      const redaction = await evaluateRedaction(folder);
      progress.end();
      const { paint } = output;
      const readToo =
        pictures.length === 0 ? '' : `; ${run.pictures} of them read in pictures, ${run.msPerPicture} ms each`;
      await output.print(
        json
          ? `${toJson({ ...run, ...reportJson(report, { misses }), ...redactionJson(redaction, { misses }) })}\n`
          : `${run.texts} held-out texts, ${run.msPerText} ms each${readToo}\n\n${reportText(report, { paint, misses })}${redactionText(redaction, { misses })}`,
      );

      async function textsIn(given: HeldOut['pictures']) {
        if (given.length === 0) return [];
        const reader = await openPictureReader();
        try {
          return await readPictures(given, reader.read, (done) => progress.say(`${done} of ${given.length} pictures`));
        } finally {
          await reader.close();
        }
      }
    });
}

/** How far a run is: a line that is written over for people, now and then a line for a log file. */
function progressOn(output: Output, stopwatch: () => number): { say(line: string): void; end(): void } {
  const patience = output.isWatched ? patienceMs.terminal : patienceMs.file;
  let told = stopwatch();
  let hasTold = false;
  return {
    say(line) {
      if (stopwatch() - told < (hasTold && output.isWatched ? 200 : patience)) return;
      told = stopwatch();
      hasTold = true;
      output.note(output.isWatched ? `\r\u001B[K${line}` : `${line}\n`);
    },
    end() {
      // The line of progress makes room for the result.
      if (hasTold && output.isWatched) output.note('\r\u001B[K');
    },
  };
}
