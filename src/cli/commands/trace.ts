import { Command } from 'commander';
import { UserError } from '../../model/errors.js';
import { exitCodes } from '../exit-codes.js';
import { readText } from '../input.js';
import type { Parts } from '../parts.js';
import { toJson } from '../plain-text.js';
import { traceCard } from '../trace-card.js';
import { readTraceFile } from '../trace-file.js';

/** `trace`: what a SAML trace says, and what is wrong with it. */
export function traceCommand({ input, output, readTrace, exitWith }: Parts): Command {
  return new Command('trace')
    .summary('read a SAML trace and say what is wrong')
    .description(
      'Reads the SAML messages in a file or from standard input: XML, Base64, addresses and forms with SAMLRequest or SAMLResponse, exports of SAML-tracer, HAR files, captured headers. Says who sent what to whom, until when it is valid, and what is wrong. All of it happens here: nothing is sent anywhere, and attribute values, signatures and sessions are never shown.',
    )
    .argument('[file]', 'the file; from standard input when left out or -')
    .option('--json', 'print all of it as one JSON object')
    .addHelpText(
      'after',
      `
Exit code: 0 nothing is wrong, 1 something is, 2 no SAML message could be read.

Examples:
  $ wo-okta trace SAML-tracer-export.json
  $ wo-okta trace acme.okta.com.har --json
  $ pbpaste | wo-okta trace`,
    )
    .action(async (file: string | undefined, { json }: { readonly json?: true }) => {
      const text =
        file === undefined || file === '-'
          ? await readText([], input, () => output.note('Paste the trace, then Ctrl+D on a line of its own.\n'), {
              missing: 'There is no trace. Name its file, or pipe it in: wo-okta trace < saml-tracer.json',
            })
          : await readTraceFile(file);
      const trace = await readTrace(text);
      if (json) await output.print(`${toJson(trace)}\n`);
      if (trace.status === 'none') throw new UserError('bad-input', notATrace(trace.unread));
      if (!json) await output.print(traceCard(trace, output));
      exitWith(trace.status === 'finding' ? exitCodes.foundWrong : exitCodes.ran);
    });
}

function notATrace(unread: readonly string[]): string {
  const why = unread.length === 0 ? 'The text holds no SAML message.' : unread.join(' ');
  return `${why} Give an export of SAML-tracer, a HAR file, or the SAMLRequest or SAMLResponse itself, whole.`;
}
