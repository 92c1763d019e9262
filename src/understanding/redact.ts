import type { Redaction, SecretKind } from '../model/understanding.js';
import { decode } from './secrets/decode.js';
import { findSecrets } from './secrets/find.js';
import { cover, type Found, withoutOverlap } from './secrets/found.js';

/** A text without its secrets, and what was taken out. */
export interface Redacted {
  readonly text: string;
  readonly redactions: readonly Redaction[];
}

/** What stands in place of a secret. Fixed words, so that the rest of the text still reads and classifies as before. */
export const redactedMark = '[redacted]';

/** How often one encoding is looked for inside another: a query in a query, in JSON. */
const deepestEncoding = 3;

/**
 * Takes secrets out of a text: API tokens (SSWS and Okta's 00… form, keys and tokens behind their label), Bearer and
 * Basic credentials, JWTs, Slack tokens, passwords behind their label or in an address, client secrets, private keys,
 * cookies, SAML messages, one-time codes and links that sign in. Finds them also where the text is escaped (JSON, HTML,
 * addresses), in full-width letters or with characters that nobody sees. Runs before anything is logged, stored or
 * echoed. Linear in the length of the text; a redacted text comes out as it went in.
 */
export function redact(text: string): Redacted {
  const found = search(text);
  const counts = new Map<SecretKind, number>();
  const pieces: string[] = [];
  let at = 0;
  for (const { kind, start, end } of withoutOverlap(found)) {
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
    pieces.push(text.slice(at, start), redactedMark);
    at = end;
  }
  pieces.push(text.slice(at));
  return { text: pieces.join(''), redactions: [...counts].map(([kind, count]) => ({ kind, count })) };
}

/** What is in the text as it stands, then what is in it once it is decoded, decoded twice and so on. */
function search(text: string): Found[] {
  const found: Found[] = [];
  let rest = text;
  /** Where a place in `rest` is in the text. */
  let inText = (index: number) => index;
  for (let depth = 0; depth <= deepestEncoding; depth += 1) {
    const at = inText;
    const more = findSecrets(rest, redactedMark);
    // One by one: a call takes no more arguments than the stack has room for.
    for (const { kind, start, end } of more) found.push({ kind, start: at(start), end: at(end) });
    const decoded = decode(cover(rest, more));
    if (decoded === undefined) break;
    rest = decoded.text;
    inText = (index) => at(decoded.starts[index] ?? 0);
  }
  return found;
}
