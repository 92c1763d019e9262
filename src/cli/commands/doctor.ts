import { Command } from 'commander';
import type { Parts } from '../parts.js';
import { toJson } from '../plain-text.js';

/** `doctor`: whether everything that the bot needs is in order, and what to do where it is not. */
export function doctorCommand({ output, doctor, exitWith }: Parts): Command {
  return new Command('doctor')
    .summary('check configuration, credentials, rights and knowledge')
    .description(
      'Checks Node.js, the configuration, the data folder, the knowledge and, as far as they are configured, the tokens and scopes at Slack, the channels of the alerts, and the credentials at Okta, Workspace ONE Access and UEM, read by read. Says what to do next where something is not right, and which rights lookups need. Changes nothing.',
    )
    .option('--json', 'print the findings as one JSON object')
    .addHelpText(
      'after',
      `
Exit code: 0 all right, 1 something is wrong, 2 the configuration is wrong, 3 Slack or a live system could not be asked.

Examples:
  $ wo-okta doctor
  $ wo-okta doctor --json`,
    )
    .action(async ({ json }: { readonly json?: true }) => {
      const { examine, exitCodeFor, findingsText, rightsText } = await import('../doctor/examine.js');
      const parts = await doctor();
      const [findings, needs] = await Promise.all([examine(parts), parts.needs()]);
      const exitCode = exitCodeFor(findings);
      exitWith(exitCode);
      await output.print(
        json
          ? `${toJson({ exitCode, findings, leastRights: needs })}\n`
          : `${findingsText(findings, output.paint)}${rightsText(needs, output.paint)}`,
      );
    });
}
