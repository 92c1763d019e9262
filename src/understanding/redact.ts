import type { Redaction, SecretKind } from '../model/understanding.js';
import { secrets } from './secrets.js';

/** A text without its secrets, and what was taken out. */
export interface Redacted {
  readonly text: string;
  readonly redactions: readonly Redaction[];
}

/** What stands in place of a secret. Fixed words, so that the rest of the text still reads and classifies as before. */
export const redactedMark = '[redacted]';

/** Also with the `\` or the full stop that a value may end on. */
const isMark = (value: string) => value.startsWith(redactedMark) && value.length <= redactedMark.length + 1;

/**
 * Takes secrets out of a text: API tokens (SSWS and Okta's 00… form, keys and tokens behind their label), Bearer and
 * Basic credentials, JWTs, Slack tokens, passwords behind their label or in an address, private keys, cookies and SAML
 * messages. Runs before anything is logged, stored or echoed. Linear in the length of the text; a redacted text comes
 * out as it went in.
 */
export function redact(text: string): Redacted {
  const counts = new Map<SecretKind, number>();
  const isHinted = hintFinder(text);
  let rest = text;
  for (const { kind, hints, pattern, isSecret } of secrets) {
    if (!isHinted(hints)) continue;
    rest = rest.replace(pattern, (...match: unknown[]) => {
      const whole = String(match[0]);
      const groups = (match.at(-1) ?? {}) as { readonly keep?: string };
      const keep = typeof groups === 'object' ? (groups.keep ?? '') : '';
      const value = whole.slice(keep.length);
      // An earlier pattern already took this one.
      if (isMark(value) || isSecret?.(value) === false) return whole;
      counts.set(kind, (counts.get(kind) ?? 0) + 1);
      return `${keep}${redactedMark}`;
    });
  }
  return { text: rest, redactions: [...counts].map(([kind, count]) => ({ kind, count })) };
}

/** Whether a text has any of these hints; patterns that share their hints ask once. */
function hintFinder(text: string): (hints: readonly string[]) => boolean {
  const lower = text.toLowerCase();
  const known = new Map<readonly string[], boolean>();
  return (hints) => {
    const answer = known.get(hints) ?? hints.some((hint) => lower.includes(hint));
    known.set(hints, answer);
    return answer;
  };
}
