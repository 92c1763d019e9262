import { Command } from 'commander';
import { liveIn, type Unproven } from '../../desk/live-in.js';
import type { Reply } from '../../desk/reply.js';
import { UserError } from '../../model/errors.js';
import { card } from '../cards.js';
import { diagnosisCard } from '../diagnosis-card.js';
import { diagnosisJson, noDiagnosis, reportOnlyJson, statusOf, unprovenJson, whyUnproven } from '../diagnosis-json.js';
import { exitCodes } from '../exit-codes.js';
import { readText } from '../input.js';
import { answered, exitCodeOf, notAsked } from '../live-reply.js';
import type { Parts } from '../parts.js';
import { plainLine, toJson } from '../plain-text.js';
import { countOnScreen } from '../progress.js';
import { peopleCard, reportCard } from '../report-card.js';

interface Options {
  readonly user?: string;
  readonly explain?: true;
  readonly json?: true;
}

/** `diagnose`: what the live tenants say of a problem, the proven cause first. */
export function diagnoseCommand({ input, output, knowledge, diagnose, exitWith }: Parts): Command {
  /** The text; none is needed where a person is named. */
  async function textOf(words: readonly string[], user: string | undefined): Promise<string> {
    if (user !== undefined && words.length === 0 && input.isTTY === true) return '';
    const hint = () => output.note('Type or paste the error text, then Ctrl+D on a line of its own.\n');
    return readText(words, input, hint, { mayBeEmpty: user !== undefined });
  }

  async function showUnproven(reply: Unproven, { json }: Options): Promise<void> {
    // Nothing was checked, so neither “wrong” nor “nothing wrong” is true.
    exitWith(exitCodes.usage);
    if (!json && reply.kind !== 'unknown') output.note(`${plainLine(whyUnproven(reply))}\n`);
    await output.print(json ? `${toJson(unprovenJson(reply))}\n` : card(reply, output));
  }

  async function show(reply: Reply, hasText: boolean, { json, explain }: Options): Promise<void> {
    switch (reply.kind) {
      case 'diagnosis': {
        exitWith(exitCodeOf[statusOf(reply)]);
        const isExplained = explain === true;
        await output.print(json ? `${toJson(diagnosisJson(reply))}\n` : diagnosisCard(reply, output, { isExplained }));
        return;
      }
      case 'report':
        exitWith(exitCodeOf[reply.report.status]);
        await output.print(json ? `${toJson(reportOnlyJson(reply.report))}\n` : reportCard(reply, output));
        return;
      case 'people': {
        exitWith(exitCodes.usage);
        const { question: summary, choices } = reply;
        const ask = `diagnose ${hasText ? '… ' : ''}--user`;
        await output.print(json ? `${toJson({ ...noDiagnosis, summary, choices })}\n` : peopleCard(reply, ask, output));
        return;
      }
      default:
        throw new TypeError(`A diagnosis gave the reply “${reply.kind}”.`);
    }
  }

  return new Command('diagnose')
    .summary('prove the cause of an error text, or of somebody’s trouble')
    .description(
      'Understands an error text or a description, or takes a person, and holds the fix against Okta, Workspace ONE Access and Workspace ONE UEM: the proven cause first, with what was seen; then what is still open. Changes nothing there. When it is about a person, the record of lookups gets a line.',
    )
    .argument('[words...]', 'the error, the description or a person; from standard input when left out')
    .option('-u, --user <user>', 'whom it is about: e-mail address, login, short name or Okta user id')
    .option('--explain', 'add what was read: where, when and by which right')
    .option('--json', 'print the diagnosis with all that was read as one JSON object, also when there is none')
    .addHelpText(
      'after',
      `
Exit code: 0 ruled out, or nothing is wrong; 1 a check failed; 2 usage or configuration, also when nothing could be
proven: the text is not recognised, several people fit, or no check knows; 3 a system could not be read.

Examples:
  $ wo-okta diagnose federationArtifact.not.found
  $ wo-okta diagnose ann@acme.example --explain
  $ wo-okta diagnose --user ann "400 Bad Request after signing in to Workspace ONE"
  $ wo-okta diagnose --json < access.log`,
    )
    .action(async (words: readonly string[], options: Options) => {
      const { user, json } = options;
      const text = await textOf(words, user);
      const line = liveIn(text, await knowledge(), user);
      if (line.kind === 'unproven') {
        await showUnproven(line.reply, options);
        return;
      }
      if (!line.isRecognised) output.note('The text is not recognised, so only the person is looked at.\n');
      const progress = countOnScreen(output, 'checks');
      const reply = await answered(diagnose(line.toProve, progress.tell))
        .finally(progress.end)
        .catch(async (error: unknown) => {
          // Who reads JSON gets the reason as JSON; the sentence on standard error is for the person beside the script.
          if (json && error instanceof UserError)
            await output.print(`${toJson({ ...noDiagnosis, ...notAsked(error) })}\n`);
          throw error;
        });
      await show(
        line.also === undefined ? reply : { ...reply, also: line.also },
        line.toProve.live.articles.length > 0,
        options,
      );
    });
}
