import { samlKindNames, type Trace, type TracedMessage, type TraceFinding } from '../../model/trace.js';
import type { Redaction } from '../../model/understanding.js';
import { redact } from '../redact.js';
import { plainAddress } from './address.js';
import { type Found, findMessages } from './find.js';
import { judge } from './judge.js';
import { type Parsed, parseMessage, Unreadable } from './parse.js';
import { isUnsigned } from './rules/trust.js';
import { sidesOf } from './sides.js';

/** Longest text looked at, in characters; of a longer one the first and the last half of this. */
export const longestTrace = 16 * 1_048_576;
const mostMessages = 100;
const mostUnread = 5;

/**
 * Whether a text is worth reading as a trace: cheap, and true for some that are none. A name of a parameter, a root
 * element, or Base64 with nothing around it.
 */
export function looksLikeTrace(text: string): boolean {
  return (
    /SAML(?:Request|Response)(?!\w)|<(?:\w{1,40}:)?(?:AuthnRequest|Response|Assertion|Logout(?:Request|Response))\s/.test(
      text,
    ) ||
    /(?:^|[\s"'`])[A-Za-z0-9+/%_-]{60}/.test(text) ||
    /&lt;(?:\w{1,40}:)?(?:AuthnRequest|Response|Assertion)\s/.test(text)
  );
}

/** A text that may hold a trace, and the file it stands in. */
export interface TraceSource {
  readonly text: string;
  /** The file's name, one bounded line; left out for what was written. */
  readonly file?: string | undefined;
}

/**
 * Reads a SAML trace: what the messages in a text say, and what is wrong with them by SAML 2.0 and by how Okta and
 * Workspace ONE use it. Nothing of a message leaves it but what `TracedMessage` has. Pure: `now` (milliseconds since 1970)
 * is the only clock. Never throws for what stands in the text.
 */
export function readTrace(text: string, now: number): Trace {
  return readTraces([{ text }], now).trace;
}

/**
 * The same of several texts. Each is judged by itself, so that two sign-ins are not taken for one, but the request to an
 * answer may be in another. Where several hold messages each finding begins with the name of its file. `holds` says of
 * each text whether it holds a message.
 */
export function readTraces(
  sources: readonly TraceSource[],
  now: number,
): { readonly trace: Trace; readonly holds: readonly boolean[] } {
  const read = sources.map(({ text }) => readMessages(text));
  const holds = read.map(({ messages }) => messages.length > 0);
  const isSeveral = holds.filter(Boolean).length > 1;
  const names = namesOf(sources);
  const files = read.map(({ messages, ...rest }, at) => {
    const file = isSeveral ? names[at] : undefined;
    return { ...rest, file, messages: file === undefined ? messages : messages.map((one) => ({ ...one, file })) };
  });
  const messages = files.flatMap((one) => one.messages);
  const unread = [...new Set(files.flatMap((one) => one.unread.map((why) => inFile(one.file, why))))];
  const findings = findingsOf(files, now);
  const live = messages
    .flatMap((message) => {
      const { isThere, notOnOrAfter } = message.assertion;
      return isThere && notOnOrAfter !== undefined && !isUnsigned(message) ? [notOnOrAfter] : [];
    })
    .filter((until) => Date.parse(until) > now)
    .sort()
    .at(-1);
  const trace: Trace = {
    status: messages.length === 0 ? 'none' : findings.some(({ level }) => level === 'wrong') ? 'finding' : 'ok',
    summary: summaryOf(messages, findings, unread),
    messages,
    findings,
    unread: unread.slice(0, mostUnread),
    more: files.reduce((sum, { more }) => sum + more, 0),
    ...(live === undefined ? {} : { liveUntil: live }),
    redactions: summed(files.flatMap(({ redactions }) => redactions)),
  };
  return { trace, holds };
}

/** How each text is called; of files with one name the further ones are numbered. */
function namesOf(sources: readonly TraceSource[]): readonly string[] {
  const names = sources.map(({ file = 'the message itself' }) => file);
  return names.map((name, at) => {
    const nth = names.slice(0, at + 1).filter((other) => other === name).length;
    return nth === 1 ? name : `${name} (${nth})`;
  });
}

/** What was read of one text. */
interface OneRead extends Pick<Trace, 'messages' | 'more' | 'unread' | 'redactions'> {
  readonly file?: string | undefined;
}

function readMessages(text: string): OneRead {
  const found = findMessages(bounded(text));
  const messages: TracedMessage[] = [];
  const places = new Map<string, number>();
  const unread = new Set<string>();
  let more = 0;
  for (const one of found) {
    const read = parsed(one);
    if (typeof read === 'string') {
      unread.add(read);
      continue;
    }
    const key = read.id ?? JSON.stringify(read);
    const place = places.get(key);
    if (place === undefined) {
      if (messages.length >= mostMessages) more += 1;
      else {
        places.set(key, messages.length);
        messages.push(messageOf(read, one));
      }
      continue;
    }
    const earlier = messages[place];
    if (earlier !== undefined) messages[place] = merged(earlier, messageOf(read, one), one.isSent);
  }
  const isAllRead = messages.length > 0 && unread.size === 0 && more === 0;
  return { messages, unread: [...unread], more, redactions: redactionsIn(text, messages, isAllRead) };
}

/** The findings of all files, faults first; the messages are counted through all of them. */
function findingsOf(files: readonly OneRead[], now: number): readonly TraceFinding[] {
  let before = 0;
  const found = files.flatMap(({ file, messages }) => {
    const elsewhere = files.flatMap((other) => (other.messages === messages ? [] : other.messages));
    const own = [...judge({ messages, now, elsewhere }), ...sharedIds(messages, before, files)];
    const start = before;
    before += messages.length;
    return own.map((one) => ({ ...one, said: inFile(file, one.said), message: start + one.message }));
  });
  return [...found.filter(({ level }) => level === 'wrong'), ...found.filter(({ level }) => level === 'note')];
}

/** Messages that have the ID of one in an earlier file: `before` messages are earlier. An ID is one message's (Core, 1.3.4). */
function sharedIds(
  messages: readonly TracedMessage[],
  before: number,
  files: readonly OneRead[],
): readonly TraceFinding[] {
  const earlier = files.flatMap((one) => one.messages).slice(0, before);
  return messages.flatMap((message, index): TraceFinding[] => {
    const { id, kind } = message;
    const same = id === undefined ? undefined : earlier.find((one) => one.id === id);
    if (same === undefined) return [];
    const says = saysSame(message, same)
      ? 'it is the same message.'
      : 'but it says something else. No two messages have one ID, so one of these was changed after it was made.';
    const said = `This ${samlKindNames[kind]} has the ID ${id}, as the ${samlKindNames[same.kind]} in ${same.file} has: ${says}`;
    return [{ level: 'note', said, message: index }];
  });
}

/** Whether two messages say the same, whatever is known of how each was sent. */
function saysSame(one: TracedMessage, other: TracedMessage): boolean {
  const [first, second] = [one, other].map(({ file: _f, times: _t, binding: _b, sentTo: _s, sentAt: _a, ...says }) =>
    JSON.stringify({ ...says, from: '', to: '' }),
  );
  return first === second;
}

function inFile(file: string | undefined, said: string): string {
  return file === undefined ? said : `${file}: ${said}`;
}

function summed(redactions: readonly Redaction[]): readonly Redaction[] {
  const counts = new Map<Redaction['kind'], number>();
  for (const { kind, count } of redactions) counts.set(kind, (counts.get(kind) ?? 0) + count);
  return [...counts].map(([kind, count]) => ({ kind, count }));
}

function parsed({ decoded }: Found): Parsed | string {
  if ('why' in decoded) return decoded.why;
  try {
    return parseMessage(decoded.xml);
  } catch (error) {
    if (error instanceof Unreadable) return error.message;
    throw error;
  }
}

function messageOf(read: Parsed, { binding, sentTo: given, sentAt, isQuerySigned }: Found): TracedMessage {
  const sentTo = given === undefined ? undefined : plainAddress(given);
  return {
    ...read,
    ...sidesOf(read, sentTo),
    times: 1,
    signed: { ...read.signed, message: read.signed.message || isQuerySigned === true },
    ...(binding === undefined ? {} : { binding }),
    ...(sentTo === undefined ? {} : { sentTo }),
    ...(sentAt === undefined ? {} : { sentAt }),
  };
}

/** The same message stands in the page that posts it and in the request: sent counts, and how it was sent is kept. */
function merged(earlier: TracedMessage, again: TracedMessage, isSent: boolean): TracedMessage {
  // Passed on to another address is not sent anew.
  const isSentAgain = isSent && earlier.sentTo !== undefined && again.sentTo === earlier.sentTo;
  const { binding, sentTo, sentAt } = { ...again, ...earlier };
  return {
    ...(earlier.isCutOff && !again.isCutOff ? again : earlier),
    ...sidesOf(earlier, sentTo),
    signed: {
      message: earlier.signed.message || again.signed.message,
      assertion: earlier.signed.assertion || again.signed.assertion,
    },
    times: earlier.times + (isSentAgain ? 1 : 0),
    ...(binding === undefined ? {} : { binding }),
    ...(sentTo === undefined ? {} : { sentTo }),
    ...(sentAt === undefined ? {} : { sentAt }),
  };
}

function summaryOf(
  messages: readonly TracedMessage[],
  findings: readonly TraceFinding[],
  unread: readonly string[],
): string {
  const [first] = findings;
  if (first?.level === 'wrong') return first.said;
  if (messages.length > 0) {
    const count = messages.length === 1 ? 'One SAML message' : `${messages.length} SAML messages`;
    return `${count}: nothing in ${messages.length === 1 ? 'it' : 'them'} is wrong.`;
  }
  return unread[0] ?? 'The text holds no SAML message.';
}

/**
 * A message with an assertion is a secret even where it is not recognised as one in the text; one that was read and holds
 * none is no secret. What could not be read may be one.
 */
function redactionsIn(text: string, messages: readonly TracedMessage[], isAllRead: boolean): readonly Redaction[] {
  const redactions = summed(piecesOf(bounded(text)).flatMap((piece) => redact(piece).redactions));
  const others = redactions.filter(({ kind }) => kind !== 'saml-message');
  const assertions = messages.filter(({ assertion }) => assertion.isThere || assertion.isEncrypted).length;
  const seen = redactions.find(({ kind }) => kind === 'saml-message')?.count ?? 0;
  const count = isAllRead ? assertions : Math.max(assertions, seen);
  return count === 0 ? others : [...others, { kind: 'saml-message', count }];
}

/** So much is looked through for secrets at once: one value of many megabytes takes more stack than there is. */
const longestPiece = 1_048_576;

function piecesOf(text: string): string[] {
  return Array.from({ length: Math.ceil(text.length / longestPiece) }, (_, at) =>
    text.slice(at * longestPiece, (at + 1) * longestPiece),
  );
}

function bounded(text: string): string {
  if (text.length <= longestTrace) return text;
  const half = longestTrace / 2;
  return `${text.slice(0, half)}\n${text.slice(-half)}`;
}
