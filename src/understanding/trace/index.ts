import type { Trace, TracedMessage, TraceFinding } from '../../model/trace.js';
import type { Redaction } from '../../model/understanding.js';
import { redact } from '../redact.js';
import { type Found, findMessages } from './find.js';
import { judge } from './judge.js';
import { type Parsed, parseMessage, Unreadable } from './parse.js';
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

/**
 * Reads a SAML trace: what the messages in a text say, and what is wrong with them by SAML 2.0 and by how Okta and
 * Workspace ONE use it. Nothing of a message leaves it but what `TracedMessage` has. Pure: `now` (milliseconds since 1970)
 * is the only clock. Never throws for what stands in the text.
 */
export function readTrace(text: string, now: number): Trace {
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
  const findings = judge({ messages, now });
  const live = messages
    .flatMap(({ assertion: { isThere, notOnOrAfter } }) =>
      isThere && notOnOrAfter !== undefined ? [notOnOrAfter] : [],
    )
    .filter((until) => Date.parse(until) > now)
    .sort()
    .at(-1);
  return {
    status: messages.length === 0 ? 'none' : findings.some(({ level }) => level === 'wrong') ? 'finding' : 'ok',
    summary: summaryOf(messages, findings, [...unread]),
    messages,
    findings,
    unread: [...unread].slice(0, mostUnread),
    more,
    ...(live === undefined ? {} : { liveUntil: live }),
    redactions: redactionsIn(text, messages, messages.length > 0 && unread.size === 0 && more === 0),
  };
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

function messageOf(read: Parsed, { binding, sentTo, sentAt, isQuerySigned }: Found): TracedMessage {
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
  const { redactions } = redact(bounded(text));
  const others = redactions.filter(({ kind }) => kind !== 'saml-message');
  const assertions = messages.filter(({ assertion }) => assertion.isThere || assertion.isEncrypted).length;
  const seen = redactions.find(({ kind }) => kind === 'saml-message')?.count ?? 0;
  const count = isAllRead ? assertions : Math.max(assertions, seen);
  return count === 0 ? others : [...others, { kind: 'saml-message', count }];
}

function bounded(text: string): string {
  if (text.length <= longestTrace) return text;
  const half = longestTrace / 2;
  return `${text.slice(0, half)}\n${text.slice(-half)}`;
}
