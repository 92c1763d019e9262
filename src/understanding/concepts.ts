import { type Concept, deniable, lexicon, opposites } from './lexicon.js';
import { stem, words } from './tokens.js';

/** One phrase of the lexicon, compiled: each slot is the stems accepted there, or a gap. */
interface Phrase {
  readonly concept: Concept;
  readonly slots: readonly (ReadonlySet<string> | 'gap')[];
}

/** A concept, or the denial of one: "no device trust in play". */
export type Said = Concept | `no ${Concept}`;

/** Where a concept was found: stem positions, end exclusive. */
interface Found {
  readonly concept: Concept;
  readonly denied: boolean;
  readonly start: number;
  readonly end: number;
}

/** A gap (`*` in the lexicon) stands for up to this many words. */
const longestGap = 3;

/** Compiled with the first text: a start does not wait for the stems of a thousand words. */
let compiled: ReadonlyMap<string, readonly Phrase[]> | undefined;

function phrasesFrom(first: string): readonly Phrase[] {
  compiled ??= compile();
  return compiled.get(first) ?? [];
}

function compile(): ReadonlyMap<string, readonly Phrase[]> {
  const byFirst = new Map<string, Phrase[]>();
  for (const [concept, phrases] of Object.entries(lexicon)) {
    for (const phrase of phrases) {
      const slots = phrase.split(' ').map((slot) => (slot === '*' ? 'gap' : new Set(slot.split('|').map(stem))));
      const first = slots[0];
      if (first === undefined || first === 'gap') throw new Error(`A phrase starts with a word: "${phrase}".`);
      for (const start of first) {
        const list = byFirst.get(start) ?? [];
        list.push({ concept: concept as Concept, slots });
        byFirst.set(start, list);
      }
    }
  }
  return byFirst;
}

/** Words that deny what follows, and what may stand between. */
const denials = new Set(
  ['no', 'not', 'without', 'isnt', 'arent', 'never', 'neither', 'nor', 'dont', 'doesnt', 'zero', 'wasnt'].map(stem),
);
const fillers = new Set(
  [
    'any',
    'a',
    'an',
    'the',
    'using',
    'use',
    'have',
    'has',
    'in',
    'on',
    'about',
    'it',
    'its',
    'getting',
    'get',
    'see',
    'seeing',
    'do',
    'kind',
    'sort',
    'of',
    'real',
    'such',
  ].map(stem),
);

/**
 * All concepts of the lexicon that the words (as stems, in order) express, each once, in order of appearance. A set-up
 * or a symptom that the text denies comes out as denied.
 */
export function findConcepts(stems: readonly string[]): Said[] {
  const found: Found[] = [];
  for (let start = 0; start < stems.length; start += 1) {
    for (const phrase of phrasesFrom(stems[start] ?? '')) {
      const end = endOfMatch(phrase.slots, 1, stems, start + 1);
      if (end !== undefined) {
        found.push({
          concept: phrase.concept,
          start,
          end,
          denied: deniable.has(phrase.concept) && (isDenied(stems, start) || isDeniedAfter(stems, end)),
        });
      }
    }
  }
  const contested = found.filter(({ concept }) => contradicted([concept]).length > 0);
  const standing = found.filter((match) => !isOverruled(match, contested));
  const affirmed = new Set(standing.filter(({ denied }) => !denied).map(({ concept }) => concept));
  return [
    ...new Set(
      standing.map(({ concept, denied }): Said => (denied && !affirmed.has(concept) ? `no ${concept}` : concept)),
    ),
  ];
}

/** "No", "without", "isn't" directly before, or with a filler or two between. */
function isDenied(stems: readonly string[], start: number): boolean {
  for (let at = start - 1; at >= Math.max(0, start - 3); at -= 1) {
    const word = stems[at] ?? '';
    if (denials.has(word)) return true;
    if (!fillers.has(word)) return false;
  }
  return false;
}

/** What is denied of a set-up by the words after it: "device trust isn't licensed", "routing rules are not in use". */
const inUse = new Set(
  ['licensed', 'licenced', 'used', 'use', 'involved', 'configured', 'enabled', 'active', 'play', 'installed'].map(stem),
);
const off = new Set(['off', 'disabled', 'deactivated', 'unused'].map(stem));
const auxiliaries = new Set(
  ['is', 'are', 'was', 'were', 'has', 'have', 'being', 'been', 'switched', 'turned', 'in'].map(stem),
);

/** "Isn't licensed", "is not in use", "is switched off" directly after. */
function isDeniedAfter(stems: readonly string[], end: number): boolean {
  let hasDenial = false;
  for (let at = end; at < end + 4; at += 1) {
    const word = stems[at] ?? '';
    if (off.has(word)) return !hasDenial;
    if (denials.has(word)) hasDenial = true;
    else if (inUse.has(word)) return hasDenial;
    else if (!auxiliaries.has(word)) return false;
  }
  return false;
}

/** The concepts of a short text. */
export function conceptsOf(text: string): Said[] {
  return findConcepts(words(text).map(stem));
}

/** What can't hold when these concepts do. */
export function contradicted(concepts: readonly Said[]): Concept[] {
  return opposites.flatMap(([a, b]) => [
    ...(concepts.some((concept) => concept === a) ? [b] : []),
    ...(concepts.some((concept) => concept === b) ? [a] : []),
  ]);
}

/** End of the phrase if its slots from `slot` on match the stems from `position` on. Depth is the phrase's length. */
function endOfMatch(
  slots: Phrase['slots'],
  slot: number,
  stems: readonly string[],
  position: number,
): number | undefined {
  const wanted = slots[slot];
  if (wanted === undefined) return position;
  if (wanted !== 'gap') {
    return wanted.has(stems[position] ?? '') ? endOfMatch(slots, slot + 1, stems, position + 1) : undefined;
  }
  for (let skipped = 0; skipped <= longestGap; skipped += 1) {
    const end = endOfMatch(slots, slot + 1, stems, position + skipped);
    if (end !== undefined) return end;
  }
  return undefined;
}

function isOverruled(match: Found, all: readonly Found[]): boolean {
  const contrary = contradicted([match.concept]);
  return all.some(
    (other) =>
      contrary.includes(other.concept) &&
      other.start < match.end &&
      match.start < other.end &&
      other.end - other.start > match.end - match.start,
  );
}
