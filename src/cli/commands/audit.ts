import { Command, Option } from 'commander';
import { UserError } from '../../model/errors.js';
import { auditCard } from '../audit-card.js';
import { auditCsv, auditJson, auditMarkdown } from '../audit-export.js';
import { readAuditFile } from '../audit-file.js';
import { answered, exitCodeOf, notAsked } from '../live-reply.js';
import type { Parts } from '../parts.js';
import { toJson } from '../plain-text.js';
import { countOnScreen } from '../progress.js';

interface Options {
  readonly json?: true;
  readonly markdown?: true;
  readonly csv?: true;
  readonly compare?: string;
}

/** `audit`: every check of the set-up at once, and what changed since the last time. */
export function auditCommand({ output, audit, exitWith }: Parts): Command {
  return new Command('audit')
    .summary('run every check of the set-up, with a score')
    .description(
      'Runs every check that looks at no person: how Okta, Workspace ONE Access and Workspace ONE UEM are set up to work together. Says what is wrong, what could not be seen, what changed since the last audit from a shell or Slack, and the score: how much of what was seen is as it should be. Changes nothing there.',
    )
    .addOption(new Option('--json', 'print all of it as one JSON object').conflicts(['markdown', 'csv']))
    .addOption(new Option('--markdown', 'print it as Markdown').conflicts(['json', 'csv']))
    .addOption(new Option('--csv', 'print it as CSV, one row for each check').conflicts(['json', 'markdown']))
    .option('--compare <file>', 'compare with this one, which an earlier audit --json printed')
    .addHelpText(
      'after',
      `
Exit code: 0 nothing is wrong, 1 something is, 2 usage or configuration, 3 a system could not be read.

Examples:
  $ wo-okta audit
  $ wo-okta audit --json > audit.json
  $ wo-okta audit --compare audit.json
  $ wo-okta audit --csv > audit.csv`,
    )
    .action(async ({ json, markdown, csv, compare }: Options) => {
      const since = compare === undefined ? undefined : await readAuditFile(compare);
      const progress = countOnScreen(output, 'checks');
      const reply = await answered(audit({ since, onProgress: progress.tell }))
        .finally(progress.end)
        .catch(async (error: unknown) => {
          // Who reads JSON gets the reason as JSON; the sentence on standard error is for the person beside the script.
          if (json && error instanceof UserError) {
            const none = { score: null, counts: { pass: 0, fail: 0, unknown: 0 }, results: [] };
            await output.print(`${toJson({ ...notAsked(error), ...none })}\n`);
          }
          throw error;
        });
      if (reply.kind !== 'audit') throw new TypeError(`An audit gave the reply “${reply.kind}”.`);
      exitWith(exitCodeOf[reply.audit.status]);
      if (json) await output.print(auditJson(reply.audit));
      else if (markdown) await output.print(auditMarkdown(reply.audit));
      else if (csv) await output.print(auditCsv(reply.audit));
      else await output.print(auditCard(reply.audit, output));
    });
}
