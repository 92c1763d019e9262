import { Command } from 'commander';
import { UserError } from '../model/errors.js';
import type { LookupId } from '../model/intent.js';
import { exitCodes } from './exit-codes.js';
import { answered, exitCodeOf, notAsked, nothingRead } from './live-reply.js';
import type { Parts } from './parts.js';
import { toJson } from './plain-text.js';
import { peopleCard, reportCard } from './report-card.js';

/** What the help of a lookup says. */
interface LookupHelp {
  readonly lookup: LookupId;
  readonly summary: string;
  readonly description: string;
  readonly isAboutPerson: boolean;
}

/** A command that asks the live tenants: what they all have in common. */
export function lookupCommand(
  { output, lookUp, exitWith }: Parts,
  { lookup, summary, description, isAboutPerson }: LookupHelp,
): Command {
  const command = new Command(lookup)
    .summary(summary)
    .description(`${description} Changes nothing there. The record of lookups gets a line.`);
  if (isAboutPerson) command.argument('<user>', 'e-mail address, login, DOMAIN\\name, short name or Okta user id');
  return command
    .option('--json', 'print the report as one JSON object, also when there is none because of an error')
    .addHelpText(
      'after',
      `
Exit code: 0 nothing is wrong, 1 something is, 2 usage or configuration (also when several people fit), 3 a system could
not be read.

Examples:
  $ wo-okta ${lookup}${isAboutPerson ? ' ann@acme.example' : ''}
  $ wo-okta ${lookup}${isAboutPerson ? ' ann' : ''} --json`,
    )
    .action(async (...args: readonly unknown[]) => {
      const who = isAboutPerson ? String(args[0]) : undefined;
      const { json } = args[isAboutPerson ? 1 : 0] as { readonly json?: true };
      const reply = await answered(lookUp(lookup, who)).catch(async (error: unknown) => {
        // Who reads JSON gets the reason as JSON; the sentence on standard error is for the person beside the script.
        if (json && error instanceof UserError) await output.print(`${toJson({ lookup, ...notAsked(error) })}\n`);
        throw error;
      });
      if (reply.kind === 'people') {
        exitWith(exitCodes.usage);
        const { question, choices } = reply;
        const document = { lookup, ...nothingRead, summary: question, errors: [], choices };
        await output.print(json ? `${toJson(document)}\n` : peopleCard(reply, lookup, output));
        return;
      }
      if (reply.kind !== 'report') throw new TypeError(`A lookup gave the reply “${reply.kind}”.`);
      exitWith(exitCodeOf[reply.report.status]);
      await output.print(json ? `${toJson(reply.report)}\n` : reportCard(reply, output));
    });
}
