import { Command, Option } from 'commander';
import type { Surface, Understanding } from '../../model/understanding.js';
import { exitCodes } from '../exit-codes.js';
import { readText } from '../input.js';
import { type Line, linesOf } from '../lines.js';
import type { Output } from '../output.js';
import type { Parts } from '../parts.js';
import { plainLine, toJson, wrap } from '../plain-text.js';

interface Options {
  readonly surface: Surface;
  readonly json?: true;
  readonly jsonl?: true;
}

/** Longest input line, in bytes: the longest text that understanding looks at, with every character escaped in JSON. */
const longestLine = 16 * 1_048_576;

/** `classify`: what a text was understood as. */
export function classifyCommand(parts: Parts): Command {
  return new Command('classify')
    .summary('say what a text means, without answering it')
    .description(
      'Says what a text means: the decision, the intents with the evidence for each, and what the text names.',
    )
    .argument('[text...]', 'the text; from standard input when left out')
    .addOption(
      new Option('-s, --surface <surface>', 'how the text came: asked directly, or overheard in a channel')
        .choices(['direct', 'channel'])
        .default('direct'),
    )
    .option('--json', 'print one JSON object')
    .addOption(new Option('--jsonl', 'read {"id","text","surface"} a line, write one result a line').conflicts('json'))
    .addHelpText(
      'after',
      `
With --jsonl a line that can't be read gives {"id":null,"error":"…"} in its place and the run goes on; the exit code is
then 2, and standard error says how many lines it were.

Examples:
  $ wo-okta classify GENERAL_NONSUCCESS
  $ wo-okta classify --json < error.log
  $ echo '{"id":"1","text":"IDP not found"}' | wo-okta classify --jsonl`,
    )
    .action(async (words: readonly string[], options: Options, command: Command) => {
      if (options.jsonl && words.length > 0) {
        command.error('error: --jsonl reads standard input, so it takes no text');
      }
      if (options.jsonl) await classifyLines(parts);
      else await classifyText(parts, words, options);
    });
}

async function classifyText(parts: Parts, words: readonly string[], { surface, json }: Options): Promise<void> {
  const { input, output, stopwatch } = parts;
  const text = await readText(words, input, () =>
    output.note('Type or paste the text, then Ctrl+D on a line of its own.\n'),
  );
  const { understand } = await parts.knowledge();
  const before = stopwatch();
  const understanding = understand(text, { surface });
  const ms = stopwatch() - before;
  if (json) {
    const { classificationOf } = await import('../classification.js');
    await output.print(`${toJson(classificationOf(understanding, ms))}\n`);
  } else {
    await output.print(describe(understanding, output));
  }
}

/**
 * One line in, one line out, in the same order; what can't be read gives an error in its place. How many those were is
 * told at the end: a script that looks at the exit code alone must not take the results for complete.
 */
async function classifyLines({ input, output, knowledge, stopwatch, exitWith }: Parts): Promise<void> {
  const { classificationOf, readItem } = await import('../classification.js');
  const { understand } = await knowledge();
  let lines = 0;
  let refused = 0;
  const refusal = (error: string) => {
    refused += 1;
    return { id: null, error };
  };
  const resultOf = (line: Line): { readonly id: unknown } => {
    lines += 1;
    if ('tooLong' in line) return refusal('The line is longer than 16 MiB. Send the text in parts.');
    const read = readItem(line.text);
    if (!read.ok) return refusal(read.error);
    const { id, text, surface = 'direct' } = read.item;
    const before = stopwatch();
    const understanding = understand(text, { surface });
    return { id, ...classificationOf(understanding, stopwatch() - before) };
  };
  for await (const line of linesOf(input, longestLine)) {
    // Waiting here is the backpressure: no line is read before the last result has room.
    await output.print(`${toJson(resultOf(line))}\n`);
  }
  if (refused === 0) return;
  exitWith(exitCodes.usage);
  const were = refused === 1 ? 'line was' : 'lines were';
  output.note(`${refused} of ${lines} ${were} refused; the result in its place says why ("id":null).\n`);
}

const decisions: Readonly<Record<Understanding['decision'], string>> = {
  answer: 'sure enough to answer',
  ask: 'one question decides between these',
  none: 'not recognised; nearest, if any:',
};

function describe({ decision, intents, question, entities, facts, redactions }: Understanding, output: Output): string {
  const { paint, width } = output;
  const named: readonly (readonly [string, readonly string[]])[] = [
    ['Question', question === undefined ? [] : [question]],
    ['Users', entities.users],
    ['Error codes', entities.errorCodes],
    ['Products', entities.products],
    ['Facts', facts],
    ['Secrets taken out', redactions.map(({ kind, count }) => `${kind} × ${count}`)],
  ];
  return [
    `${paint.bold(decision)}: ${decisions[decision]}`,
    ...intents.flatMap(({ id, confidence, evidence }) => [
      `  ${confidence.toFixed(2)}  ${paint.code(id)}`,
      ...evidence.map((text) => `        ${wrap(plainLine(text), width - 8, '        ')}`),
    ]),
    ...named
      .filter(([, values]) => values.length > 0)
      .map(([name, values]) =>
        wrap(`${name}: ${values.map((value) => plainLine(value, 300)).join(', ')}`, width, '  '),
      ),
    '',
  ].join('\n');
}
