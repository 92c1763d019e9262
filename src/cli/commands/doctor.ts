import { Command } from 'commander';
import type { Parts } from '../parts.js';
import { toJson } from '../plain-text.js';

/** `doctor`: whether everything that the bot needs is in order, and what to do where it is not. */
export function doctorCommand({ output, doctor, exitWith }: Parts): Command {
  return new Command('doctor')
    .summary('check configuration, tokens, scopes and knowledge')
    .description(
      'Checks Node.js, the configuration, the data folder, the knowledge and, when a workspace is configured, the tokens and scopes at Slack itself. Says what to do next where something is not right. Changes nothing.',
    )
    .option('--json', 'print the findings as one JSON object')
    .addHelpText(
      'after',
      `
Exit code: 0 all right, 1 something is wrong, 2 the configuration is wrong, 3 Slack could not be asked.

Examples:
  $ wo-okta doctor
  $ wo-okta doctor --json`,
    )
    .action(async ({ json }: { readonly json?: true }) => {
      const { examine, exitCodeFor, findingsText } = await import('../doctor/examine.js');
      const findings = await examine(await doctor());
      const exitCode = exitCodeFor(findings);
      exitWith(exitCode);
      await output.print(json ? `${toJson({ exitCode, findings })}\n` : findingsText(findings, output.paint));
    });
}
