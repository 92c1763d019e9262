import { DamerauLevenshteinDistance } from 'natural/lib/natural/distance/levenshtein_distance.js';

/** What can follow `/wo-okta` or a mention, in the order the help shows them. */
export const commands = [
  { name: 'fix', usage: 'fix <error text or description>', does: 'Finds the fix for an error text or a description.' },
  { name: 'article', usage: 'article <id or words>', does: 'Shows an article; without words, lists them all.' },
  {
    name: 'watch',
    usage: 'watch',
    does: 'Reads every message of this channel and answers the problems it is sure of.',
  },
  { name: 'unwatch', usage: 'unwatch', does: 'Stops reading this channel.' },
  { name: 'help', usage: 'help', does: 'Shows what the bot can do.' },
] as const;
export type CommandName = (typeof commands)[number]['name'];

/** A command line taken apart, or what was probably meant. */
export type Parsed =
  | { readonly ok: true; readonly name: CommandName; readonly rest: string }
  | { readonly ok: false; readonly typed: string; readonly suggestion?: CommandName };

/** A typing slip changes a letter or two. */
const mostSlips = 2;

/** Takes the line after `/wo-okta` apart: first word the command, the rest its text. An empty line asks for help. */
export function parseCommand(line: string): Parsed {
  const [, word = '', rest = ''] = /^\s*(\S*)\s*([\s\S]*)$/.exec(line) ?? [];
  const typed = word.toLowerCase();
  if (typed === '') return { ok: true, name: 'help', rest: '' };
  const exact = commands.find(({ name }) => name === typed);
  if (exact !== undefined) return { ok: true, name: exact.name, rest: rest.trim() };
  const suggestion = nearest(typed.slice(0, 40));
  return { ok: false, typed: word.slice(0, 40), ...(suggestion === undefined ? {} : { suggestion }) };
}

/**
 * The same for a mention or a direct message, where most lines are plain text: a command only when the line can't well
 * be anything else (`help`, `article scim-domain-mismatch`, `fix …`).
 */
export function parseAsText(line: string): Parsed | undefined {
  if (/^[\s?!]*$/.test(line)) return { ok: true, name: 'help', rest: '' };
  const parsed = parseCommand(line);
  if (!parsed.ok) return undefined;
  const takesText = parsed.name === 'fix' || parsed.name === 'article';
  return takesText || parsed.rest === '' ? parsed : undefined;
}

function nearest(typed: string): CommandName | undefined {
  const [best] = commands
    .map(({ name }) => ({ name, slips: DamerauLevenshteinDistance(typed, name, { restricted: true }) }))
    .sort((a, b) => a.slips - b.slips);
  return best !== undefined && best.slips <= Math.min(mostSlips, best.name.length - 2) ? best.name : undefined;
}
