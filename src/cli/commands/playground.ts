import { Command, InvalidArgumentError } from 'commander';
import type { Parts } from '../parts.js';

/** `playground`: the bot on a simulated Slack on this computer, until the process is told to stop. */
export function playgroundCommand({ output, startPlayground, told }: Parts): Command {
  return new Command('playground')
    .summary('run the bot on a simulated Slack on this computer')
    .description(
      'Runs the bot on a simulated Slack with a web page, on this computer only. Needs no account; a configured workspace is left alone. Lookups ask simulated tenants whose scenario the page switches or, where OKTA_, ACCESS_ or UEM_ variables are set, the real ones. Ctrl+C stops it.',
    )
    .option('-p, --port <port>', 'port of the page; 0 takes a free one (default: PLAYGROUND_PORT, else 4747)', portOf)
    .addHelpText(
      'after',
      `
Examples:
  $ wo-okta playground
  $ wo-okta playground --port 8747`,
    )
    .action(async ({ port }: { readonly port?: number }) => {
      const { page, note, stop } = await startPlayground(port);
      await output.print(`The playground is ready: ${page}\n${note} Ctrl+C stops it.\n`);
      await told();
      await stop();
    });
}

function portOf(text: string): number {
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535) {
    throw new InvalidArgumentError('It must be a port number from 0 to 65535.');
  }
  return Number(text);
}
