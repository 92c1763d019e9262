import { longestMessage, xmlOf } from './inflate.js';

/** A message as XML, or why it cannot be one: a whole sentence. */
export type Decoded = { readonly xml: string } | { readonly why: string };

/** Base64 of the longest message, every character percent-encoded, three times over. */
const longestValue = longestMessage * 8;

/** All messages of a trace together, in bytes; a sign-in with every page has less than one hundred KB of them. */
const mostInflated = 8 * longestMessage;

/**
 * Decodes the values of one trace. A few kilobytes can be deflated from a megabyte, and a trace can hold thousands of
 * such values: together they may come to `mostInflated`. The same value, which a page and its request both hold, is
 * decoded once.
 */
export function createDecoder(): (value: string) => Decoded {
  const known = new Map<string, Decoded>();
  let left = mostInflated;
  const decode = (value: string): Decoded => {
    if (left <= 0)
      return { why: 'The text holds more messages than are read at once: cut out the sign-in that failed.' };
    const { decoded, cost } = decodeValue(value, Math.min(longestMessage, left));
    left -= cost;
    return decoded;
  };
  return (value) => {
    const decoded = known.get(value) ?? decode(value);
    known.set(value, decoded);
    return decoded;
  };
}

/**
 * The value of a SAMLRequest or SAMLResponse as it stands in an address, a form or a log: percent-encoded (maybe several
 * times, in the address of another page) or with HTML entities, Base64, maybe deflated (SAML 2.0 Bindings, 3.4.4.1 and
 * 3.5.4). `most` bytes may come out.
 */
function decodeValue(value: string, most: number): { readonly decoded: Decoded; readonly cost: number } {
  const unread = (why: string, cost = 0) => ({ decoded: { why }, cost });
  if (value.length > longestValue) return unread('A message is too long to be one of SAML.');
  const base64 = base64In(value);
  if (!isBase64(base64)) {
    return unread('A value is not Base64: it was cut, hidden by the tool, or is another thing.');
  }
  const { xml, cost } = xmlOf(Buffer.from(base64, 'base64'), most);
  if (xml !== undefined) return { decoded: { xml }, cost };
  return unread('A value is Base64, but what it holds is neither XML nor deflated XML: probably it was cut.', cost);
}

/** Looks for what does not belong there: to match all of some megabytes takes more stack than there is. */
function isBase64(text: string): boolean {
  const digits = text.endsWith('==') ? text.slice(0, -2) : text.endsWith('=') ? text.slice(0, -1) : text;
  return digits.length >= 16 && !/[^A-Za-z0-9+/]/.test(digits);
}

function base64In(value: string): string {
  let text = value.replace(/&#(?:x([0-9a-fA-F]{1,4})|(\d{1,5}));/g, (_, hex, decimal) =>
    String.fromCharCode(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)),
  );
  for (let round = 0; round < 3 && text.includes('%'); round += 1) {
    text = text.replace(/%([0-9a-fA-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
  }
  // In the address of another page the next field follows, encoded as the value is.
  const [own = ''] = text.split(/[&"'<>]/, 1);
  return (
    own
      .trim()
      .replace(/\\[rn]/g, '')
      .replace(/\\\//g, '/')
      .replace(/[\r\n\t]+ */g, '')
      // What decodes forms takes an unescaped + for a space.
      .replace(/ /g, '+')
      .replace(/-/g, '+')
      .replace(/_/g, '/')
  );
}
