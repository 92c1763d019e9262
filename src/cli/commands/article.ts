import { Command } from 'commander';
import { articleReply } from '../../desk/replies.js';
import { UserError } from '../../model/errors.js';
import { card } from '../cards.js';
import type { Parts } from '../parts.js';
import { toJson } from '../plain-text.js';

/** `article`: an article by its id or by words; without words, all of them. */
export function articleCommand({ output, knowledge }: Parts): Command {
  return new Command('article')
    .summary('show an article by id or words; list all without')
    .description(
      'Shows the article with this id, or the one that fits the words. Lists those that fit when several do, and all when no words are given.',
    )
    .argument('[words...]', 'an id such as scim-domain-mismatch, or words of the title')
    .option('--json', 'print JSON: one article, or the list')
    .addHelpText(
      'after',
      `
Examples:
  $ wo-okta article
  $ wo-okta article scim-domain-mismatch
  $ wo-okta article kerberos`,
    )
    .action(async (words: readonly string[], { json }: { readonly json?: true }) => {
      const reply = articleReply(words.join(' '), await knowledge());
      if (reply.kind === 'notice') throw new UserError('bad-input', reply.text);
      await output.print(json ? `${toJson(reply)}\n` : card(reply, output));
    });
}
