import { Command, CommanderError } from 'commander';
import { commands } from './commands/index.js';
import { type ExitCode, exitCodes } from './exit-codes.js';
import type { Parts } from './parts.js';
import { plain } from './plain-text.js';

/**
 * Runs one command line (without `node` and the script). Help and versions go to standard output, mistakes to standard
 * error as sentences. Resolves with `usage` for a mistake in the line and `ran` otherwise; what a command throws is
 * thrown on.
 */
export async function runProgram(args: readonly string[], version: string, parts: Parts): Promise<ExitCode> {
  try {
    await createProgram(version, parts).parseAsync(args, { from: 'user' });
    return exitCodes.ran;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    // Commander ends help and versions this way too.
    return error.exitCode === 0 ? exitCodes.ran : exitCodes.usage;
  }
}

function createProgram(version: string, parts: Parts): Command {
  const program = prepare(new Command('wo-okta'), version, parts)
    .helpCommand('help [command]', 'print the help of a command')
    .description('From pasted error to proven cause: finds the fix for problems where Okta and Workspace ONE meet.')
    .addHelpText(
      'after',
      `
Examples:
  $ wo-okta fix "federationArtifact.not.found Federation Artifact not found"
  $ wo-okta article scim-domain-mismatch
  $ wo-okta playground
  $ wo-okta help classify

Exit code: 0 it ran, 1 it found something wrong, 2 usage or configuration, 3 a system could not be read.`,
    );
  for (const command of commands) {
    // Of their own they have no `help`: it is a word that a text can start with.
    program.addCommand(prepare(command(parts), version, parts).helpCommand(false));
  }
  return program;
}

/** What all commands have in common. */
function prepare(command: Command, version: string, { output }: Parts): Command {
  return command
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .showSuggestionAfterError()
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void output.print(called(text, output.call)),
      writeErr: (text) => output.note(called(text, output.call)),
      outputError: (message, write) => write(sentence(message, command.name(), output.call)),
    });
}

/** A help, which is written for where the program is installed, as it holds here. */
function called(help: string, call: string): string {
  return help.replace(/^(Usage: | {2}\$ (?:.*\| )?)wo-okta(?= )/gm, (_, before: string) => before + call);
}

/** Commander's "error: unknown command 'fux'\n(Did you mean fix?)" as sentences, and where to read on. */
function sentence(message: string, commandName: string, call: string): string {
  const [what = '', hint] = plain(message)
    .trim()
    .replace(/^error: /, '')
    .split('\n');
  const said = `${what.charAt(0).toUpperCase()}${what.slice(1).replace(/\.$/, '')}.`;
  const meant = hint === undefined ? '' : ` ${hint.replace(/^\((.*)\)$/, '$1')}`;
  const help = commandName === 'wo-okta' ? `${call} --help` : `${call} ${commandName} --help`;
  return `${said}${meant}\n${help} shows how it is used.\n`;
}
