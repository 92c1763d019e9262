import { lookupIdSchema } from '../model/intent.js';
import { extractEntities } from '../understanding/entities.js';
import { looksLikeTrace } from '../understanding/trace/index.js';
import { beginsAlertLine, parseAlertLine } from './alert-line.js';
import { nearestWord } from './nearest.js';
import { isLogin } from './whom.js';

/**
 * What can follow `/wo-okta` or a mention, in the order the help shows them. `takes` is what follows the word: a person,
 * any text, a SAML trace, what is done with an alert, or nothing.
 */
export const commands = [
  {
    name: 'fix',
    takes: 'text',
    usage: 'fix <error text or description>',
    does: 'Finds the fix for an error text or a description.',
  },
  {
    name: 'diagnose',
    takes: 'text',
    usage: 'diagnose <user, or error text>',
    does: 'Proves the cause with live checks: of an error text, or of why a person cannot sign in.',
  },
  {
    name: 'article',
    takes: 'text',
    usage: 'article <id or words>',
    does: 'Shows an article; without words, lists them all.',
  },
  {
    name: 'trace',
    takes: 'trace',
    usage: 'trace [SAML trace]',
    does: 'Reads a SAML trace: what the messages say, and what is wrong. Alone it opens a form.',
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
  {
    name: 'audit',
    takes: 'nothing',
    usage: 'audit',
    does: 'Runs every live check of the set-up: a score, what is wrong, and what changed since the last time.',
  },
  {
    name: 'alerts',
    takes: 'alert',
    usage: 'alerts [ack <id> | snooze <id> [1h|1d|until-changed] | wake <id> | test]',
    does: 'What is wrong right now, and who has it in hand; acknowledges or snoozes an alert.',
  },
  { name: 'trail', takes: 'nothing', usage: 'trail', does: 'Who looked up whom; for administrators.' },
  {
    name: 'gaps',
    takes: 'nothing',
    usage: 'gaps',
    does: 'What people asked and no article answers, most frequent first, with drafts; for administrators.',
  },
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

/** Takes the line after `/wo-okta` apart: first word the command, the rest its text. An empty line asks for help. */
export function parseCommand(line: string): Parsed {
  const [, word = '', rest = ''] = /^\s*(\S*)\s*([\s\S]*)$/.exec(withoutCodeMarks(line)) ?? [];
  const typed = word.toLowerCase();
  if (typed === '') return { ok: true, name: 'help', rest: '' };
  const exact = commands.find(({ name }) => name === typed);
  if (exact !== undefined) return { ok: true, name: exact.name, rest: rest.trim() };
  const suggestion = nearestWord(
    typed,
    commands.map(({ name }) => name),
  );
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
  if (takes === 'trace') return looksLikeTrace(parsed.rest) ? parsed : undefined;
  if (takes === 'alert') return beginsAlertLine(parsed.rest) ? parsed : undefined;
  return takes === 'person' && isPerson(parsed.rest) ? parsed : undefined;
}

/** What a command in a thread has to name, since people talk to each other there. */
interface Named {
  /** Whether these words are the id of an article or words of its title. */
  readonly isArticle: (words: string) => boolean;
  /** Whether this text is a problem that is known, or has an error code in it. */
  readonly isProblem: (text: string) => boolean;
}

/**
 * The same for a message in a thread of the bot's that is addressed to nobody: a command only when it names what it is
 * about, for "article was helpful", "fix worked" and "check" are said among people.
 */
export function parseUnaddressed(line: string, { isArticle, isProblem }: Named): Parsed | undefined {
  const parsed = line.trim() === '' ? undefined : parseAsText(line);
  if (parsed?.ok !== true) return undefined;
  const { name, rest } = parsed;
  // "?" and "!" bring the help only to those who address the bot.
  if (name === 'help') return /[a-z]/i.test(line) ? parsed : undefined;
  if (name === 'article') return rest === '' || isArticle(rest) ? parsed : undefined;
  if (name === 'fix' || name === 'diagnose') return isProblem(rest) || isClearlyPerson(rest) ? parsed : undefined;
  if (name === 'alerts') return parseAlertLine(rest).ok ? parsed : undefined;
  if (name === 'check' || name === 'trace') return rest === '' ? undefined : parsed;
  // A noun with any verb behind it: "devices vanish".
  if (name === 'devices') return isClearlyPerson(rest) ? parsed : undefined;
  return parsed;
}

/** A command copied from where it is shown as code brings the marks with it. */
function withoutCodeMarks(line: string): string {
  return /^\s*`([^`\n]{1,4000})`\s*$/.exec(line)?.[1] ?? line;
}

/** One word that names somebody; "check it" and "devices again" are text. */
function isPerson(rest: string): boolean {
  const { users } = extractEntities(rest);
  return !/\s/.test(rest) && (users.length === 1 || isLogin(rest));
}

/** Nobody's word of ordinary talk: an address, a mention, a login with a dot, a sign or a digit. */
function isClearlyPerson(rest: string): boolean {
  return isPerson(rest) && !/^[a-z]*$/i.test(rest);
}

/** Whether this line is `trace` and nothing more: then a surface that has forms asks for the trace with one. */
export function isTraceAlone(line: string): boolean {
  const parsed = parseCommand(line);
  return parsed.ok && parsed.name === 'trace' && parsed.rest === '';
}

/** The command of this line, when it is one that asks the live tenants and so can take a while. */
export function isLookupLine(line: string): boolean {
  const parsed = parseCommand(line);
  return parsed.ok && (liveCommands.has(parsed.name) || lookupIdSchema.safeParse(parsed.name).success);
}

const liveCommands: ReadonlySet<CommandName> = new Set(['fix', 'diagnose', 'audit'] as const);
