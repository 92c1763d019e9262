import { Command } from 'commander';
import { type Given, givenOf, isAllWell, isLogsAlone, readingsOf } from '../../desk/given/given.js';
import { allWell, withLogs } from '../../desk/given/log-words.js';
import { peopleInLogs } from '../../desk/given/named.js';
import { quoted } from '../../desk/given/quotes.js';
import { type Knowledge, nearestArticles, replyFor } from '../../desk/replies.js';
import type { ReadAlong } from '../../model/reading.js';
import { card, type ShellReply } from '../cards.js';
import { exitCodes } from '../exit-codes.js';
import { fileAt } from '../given-file.js';
import { readText } from '../input.js';
import type { Parts } from '../parts.js';
import { toJson } from '../plain-text.js';
import { fullTextCard, readingBlocks } from '../read-along-card.js';

interface Options {
  readonly json?: true;
  readonly file?: readonly string[];
  readonly showText?: true;
}

/** `fix`: the answer that the bot would give to a text or a file sent directly. */
export function fixCommand({ input, output, knowledge, readFiles, exitWith }: Parts): Command {
  return new Command('fix')
    .summary('find the fix for an error text, a screenshot or a description')
    .description(
      'Finds the fix for an error text, a screenshot, a log or a description: the cause, and what to do step by step. Screenshots are read on this machine; nothing is sent anywhere.',
    )
    .argument('[text...]', 'the error or the description; from standard input when left out and no file is given')
    .option(
      '-f, --file <path...>',
      'a screenshot (PNG, JPEG), a log, or JSON of Okta’s System Log or the audit of Access',
    )
    .option('--show-text', 'print what was read in the files, and no more')
    .option('--json', 'print the reply as one JSON object')
    .addHelpText(
      'after',
      `
Examples:
  $ wo-okta fix federationArtifact.not.found
  $ wo-okta fix "people get thrown back and forth between the two login pages on their work iPads"
  $ wo-okta fix --file screenshot.png
  $ wo-okta fix --file system-log.json
  $ wo-okta fix < access.log
  $ wo-okta fix -- -a text that starts with a dash`,
    )
    .action(async (words: readonly string[], { json, file: paths = [], showText }: Options) => {
      const files = await Promise.all(paths.map(fileAt));
      const text =
        files.length > 0 && words.length === 0
          ? ''
          : await readText(words, input, () =>
              output.note('Type or paste the error text, then Ctrl+D on a line of its own.\n'),
            );
      const { library, understand } = await knowledge();
      const given = givenOf(text, await readFiles(files), understand);
      const nothing = given.text.trim() === '' && given.logs.length === 0;
      if (nothing) exitWith(exitCodes.usage);
      if (showText || nothing) {
        const unread = readingsOf(given).filter(({ what }) => what === 'unread');
        for (const block of readingBlocks({ readings: unread }, output)) output.note(`${block}\n`);
        const texts = given.parts.flatMap(({ shown }) => shown ?? []);
        await output.print(json ? `${toJson(texts)}\n` : fullTextCard(texts, output));
        return;
      }
      const { reply, read } = answer(given, { library, understand });
      if (json) await output.print(`${toJson(read.readings.length === 0 ? reply : { ...reply, read })}\n`);
      else
        await output.print(
          [card(reply, output), ...readingBlocks(read, output).map((block) => `${block}\n`)].join('\n'),
        );
    });
}

function answer(
  given: Given,
  { library, understand }: Knowledge,
): { readonly reply: ShellReply; readonly read: ReadAlong } {
  const understanding = withLogs(understand(given.text, { surface: 'direct' }), given.logs, {
    isAlone: isLogsAlone(given),
  });
  const { decision, intents, redactions } = understanding;
  const people = peopleInLogs(given);
  const read = { readings: quoted(given, understanding), ...(people.length === 0 ? {} : { people }) };
  if (decision === 'none' && isAllWell(given)) return { reply: allWell, read };
  if (decision === 'none')
    return { reply: { kind: 'unknown', nearest: nearestArticles(intents, library), redactions }, read };
  return { reply: replyFor(understanding, library), read };
}
