import { findInColumns } from './columns.js';
import { cover, coverInOrder, type Found } from './found.js';
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
  const placesOf = placeFinder(rest);
  for (const { kind, hints, begins, pattern, isSecret } of secrets) {
    if (!isHinted(hints)) continue;
    const more: Found[] = [];
    const matches = begins === undefined ? matchesIn(rest, pattern) : matchesAt(placesOf(begins), pattern, rest);
    for (const match of matches) {
      const end = match.index + match[0].length;
      const start = match.index + (match.groups?.['keep']?.length ?? 0);
      const value = rest.slice(start, end);
      // An earlier pattern already took this one.
      if (isGone(value) || isSecret?.(value, new Surroundings(rest, start, end)) === false) continue;
      more.push({ kind, start, end });
    }
    for (const one of more) found.push(one);
    rest = coverInOrder(rest, more);
  }
  return found;
}

/** All matches, by the very pattern: `matchAll` makes a new one each time, which runs slower than one that is used again. */
function* matchesIn(text: string, pattern: RegExp): Generator<RegExpExecArray> {
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    // A match of nothing would be found again and again.
    if (match[0] === '') pattern.lastIndex += 1;
    yield match;
  }
}

/** The matches that begin at these places, none within another. */
function* matchesAt(places: readonly number[], pattern: RegExp, text: string): Generator<RegExpExecArray> {
  let past = 0;
  for (const place of places) {
    if (place < past) continue;
    pattern.lastIndex = place;
    const match = pattern.exec(text);
    if (match === null) continue;
    past = pattern.lastIndex;
    yield match;
  }
}

/** Finds the places of each kind once. What is taken out of the text later has the length of what stood there. */
function placeFinder(text: string): (begins: RegExp) => readonly number[] {
  const known = new Map<RegExp, readonly number[]>();
  return (begins) => {
    const places = known.get(begins) ?? Array.from(matchesIn(text, begins), ({ index }) => index);
    known.set(begins, places);
    return places;
  };
}

/** What stands around a match; cut out only when somebody asks. */
class Surroundings implements Around {
  readonly #text: string;
  readonly #start: number;
  readonly #end: number;

  constructor(text: string, start: number, end: number) {
    this.#text = text;
    this.#start = start;
    this.#end = end;
  }

  get before(): string {
    return this.#text.slice(Math.max(0, this.#start - lookedAt), this.#start);
  }

  get after(): string {
    return this.#text.slice(this.#end, this.#end + lookedAt);
  }
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
