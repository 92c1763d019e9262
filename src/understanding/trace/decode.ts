import { longestMessage, xmlOf } from './inflate.js';

/** A message as XML, or why it cannot be one: a whole sentence. */
export type Decoded = { readonly xml: string } | { readonly why: string };

/** Base64 of the longest message, every character percent-encoded, three times over. */
const longestValue = longestMessage * 8;

/**
 * The value of a SAMLRequest or SAMLResponse as it stands in an address, a form or a log: percent-encoded (maybe several
 * times, in the address of another page) or with HTML entities, Base64, maybe deflated (SAML 2.0 Bindings, 3.4.4.1 and
 * 3.5.4).
 */
export function decodeValue(value: string): Decoded {
  if (value.length > longestValue) return { why: 'A message is too long to be one of SAML.' };
  const base64 = base64In(value);
  if (!/^[A-Za-z0-9+/]{16,}={0,2}$/.test(base64)) {
    return { why: 'A value is not Base64: it was cut, hidden by the tool, or is another thing.' };
  }
  const xml = xmlOf(Buffer.from(base64, 'base64'));
  if (xml !== undefined) return { xml };
  return { why: 'A value is Base64, but what it holds is neither XML nor deflated XML: probably it was cut.' };
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
