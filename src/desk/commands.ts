import { DamerauLevenshteinDistance } from 'natural/lib/natural/distance/levenshtein_distance.js';
import { lookupIdSchema } from '../model/intent.js';
import { extractEntities } from '../understanding/entities.js';
import { isLogin } from './whom.js';

/**
 * What can follow `/wo-okta` or a mention, in the order the help shows them. `takes` is what follows the word: a person,
 * any text, or nothing.
 */
export const commands = [
  {
    name: 'fix',
    takes: 'text',
    usage: 'fix <error text or description>',
    does: 'Finds the fix for an error text or a description.',
  },
  {
    name: 'article',
    takes: 'text',
    usage: 'article <id or words>',
    does: 'Shows an article; without words, lists them all.',
  },
  {
    name: 'check',
    takes: 'person',
    usage: 'check <user>',
    does: 'What is wrong with a person’s account or sign-in, in all systems.',
  },
  {
    name: 'last-failure',
    takes: 'person',
    usage: 'last-failure <user>',
    does: 'A person’s last failed events in Okta and Workspace ONE Access.',
  },
  {
    name: 'devices',
    takes: 'person',
    usage: 'devices <user>',
    does: 'A person’s devices: enrolment, compliance, the iOS SSO profile.',
  },
  { name: 'token', takes: 'nothing', usage: 'token', does: 'When the Okta API tokens expire, and who owns them.' },
  {
    name: 'idp',
    takes: 'nothing',
    usage: 'idp',
    does: 'The identity provider for Workspace ONE: issuer, matching, certificates, routing rules.',
  },
  { name: 'trail', takes: 'nothing', usage: 'trail', does: 'Who looked up whom; for administrators.' },
  {
    name: 'watch',
    takes: 'nothing',
    usage: 'watch',
    does: 'Reads every message of this channel and answers the problems it is sure of.',
  },
  { name: 'unwatch', takes: 'nothing', usage: 'unwatch', does: 'Stops reading this channel.' },
  { name: 'help', takes: 'nothing', usage: 'help', does: 'Shows what the bot can do.' },
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
  const takes = commands.find(({ name }) => name === parsed.name)?.takes;
  if (takes === 'text' || parsed.rest === '') return parsed;
  return takes === 'person' && isPerson(parsed.rest) ? parsed : undefined;
}

/** One word that names somebody; "check it" and "devices again" are text. */
function isPerson(rest: string): boolean {
  const { users } = extractEntities(rest);
  return !/\s/.test(rest) && (users.length === 1 || isLogin(rest));
}

/** The command of this line, when it is one that asks the live tenants and so can take a while. */
export function isLookupLine(line: string): boolean {
  const parsed = parseCommand(line);
  return parsed.ok && lookupIdSchema.safeParse(parsed.name).success;
}

function nearest(typed: string): CommandName | undefined {
  const [best] = commands
    .map(({ name }) => ({ name, slips: DamerauLevenshteinDistance(typed, name, { restricted: true }) }))
    .sort((a, b) => a.slips - b.slips);
  return best !== undefined && best.slips <= Math.min(mostSlips, best.name.length - 2) ? best.name : undefined;
}
