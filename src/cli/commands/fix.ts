import { Command } from 'commander';
import { type Knowledge, nearestArticles, replyFor } from '../../desk/replies.js';
import { card, type ShellReply } from '../cards.js';
import { readText } from '../input.js';
import type { Parts } from '../parts.js';
import { toJson } from '../plain-text.js';

/** `fix`: the answer that the bot would give to a text sent directly. */
export function fixCommand({ input, output, knowledge }: Parts): Command {
  return new Command('fix')
    .summary('find the fix for an error text or a description')
    .description('Finds the fix for an error text or a description: the cause, and what to do step by step.')
    .argument('[text...]', 'the error or the description; from standard input when left out')
    .option('--json', 'print the reply as one JSON object')
    .addHelpText(
      'after',
      `
Examples:
  $ wo-okta fix federationArtifact.not.found
  $ wo-okta fix "people get thrown back and forth between the two login pages on their work iPads"
  $ wo-okta fix < access.log
  $ wo-okta fix -- -a text that starts with a dash`,
    )
    .action(async (words: readonly string[], { json }: { readonly json?: true }) => {
      const text = await readText(words, input, () =>
        output.note('Type or paste the error text, then Ctrl+D on a line of its own.\n'),
      );
      const reply = answer(text, await knowledge());
      await output.print(json ? `${toJson(reply)}\n` : card(reply, output));
    });
}

function answer(text: string, { library, understand }: Knowledge): ShellReply {
  const understanding = understand(text, { surface: 'direct' });
  const { decision, intents, redactions } = understanding;
  if (decision === 'none') return { kind: 'unknown', nearest: nearestArticles(intents, library), redactions };
  return replyFor(understanding, library);
}
