import { findInColumns } from './columns.js';
import { cover, type Found, taken } from './found.js';
import { secrets } from './index.js';
import type { Around } from './secret.js';

/** So much of what stands around a match is looked at. */
const lookedAt = 160;

/** The secrets in a text, in the order in which they were recognised. `mark` stands where an earlier run took one out. */
export function findSecrets(text: string, mark: string): Found[] {
  const isHinted = hintFinder(text);
  /** Also with the `\` or the full stop that a value may end on. */
  const isGone = (value: string) =>
    (value.startsWith(mark) && value.length <= mark.length + 1) || /^\ue000+.?$/s.test(value);
  const found: Found[] = findInColumns(text).filter(({ start, end }) => !isGone(text.slice(start, end)));
  let rest = cover(text, found);
  for (const { kind, hints, pattern, isSecret } of secrets) {
    if (!isHinted(hints)) continue;
    rest = rest.replace(pattern, (...match: unknown[]) => {
      const { whole, keep, start, around } = readMatch(match);
      const value = whole.slice(keep.length);
      // An earlier pattern already took this one.
      if (isGone(value) || isSecret?.(value, around) === false) return whole;
      found.push({ kind, start, end: start + value.length });
      return keep + taken.repeat(value.length);
    });
  }
  return found;
}

/** What `String.replace` hands over: the match, its groups, where, in what, and the named groups if there are any. */
function readMatch(match: readonly unknown[]): { whole: string; keep: string; start: number; around: Around } {
  const last = match.at(-1);
  const hasGroups = typeof last === 'object' && last !== null;
  const keep = hasGroups ? ((last as { readonly keep?: string }).keep ?? '') : '';
  const text = String(hasGroups ? match.at(-2) : last);
  const whole = String(match[0]);
  const start = Number(hasGroups ? match.at(-3) : match.at(-2)) + keep.length;
  const end = start - keep.length + whole.length;
  return {
    whole,
    keep,
    start,
    around: {
      get before() {
        return text.slice(Math.max(0, start - lookedAt), start);
      },
      get after() {
        return text.slice(end, end + lookedAt);
      },
    },
  };
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
