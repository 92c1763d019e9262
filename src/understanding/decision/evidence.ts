import type { Classification } from '../classify.js';
import { withoutPeople } from '../entities.js';
import type { SignatureMatch } from '../signatures/legible.js';

/** Quoted texts are cut to this many characters, on one line: examples can be whole logs. */
const longestQuote = 120;

function short(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= longestQuote ? line : `${line.slice(0, longestQuote - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/** Below this an example has no more in common with the text than small words: quoting it would explain nothing. */
const leastLikeness = 0.3;

/** The example that is most like the text. Whoever is named in it is nobody the reader knows. */
export function phrasing(closest: ReturnType<Classification['closest']>): string[] {
  if (closest === undefined || closest.likeness < leastLikeness) return [];
  return [`closest phrasing “${short(withoutPeople(closest.text))}”`];
}

/** That a code is in the text which nobody knows. */
export function unknown(code: string): string {
  return `no article names the code “${short(code)}”`;
}

/** Which error text was found, and how nearly. */
export function quote({ signature, similarity }: Pick<SignatureMatch, 'signature' | 'similarity'>): string {
  return similarity >= 0.995
    ? `matches the error text “${short(signature)}”`
    : `nearly matches the error text “${short(signature)}” (${Math.round(similarity * 100)} %)`;
}
