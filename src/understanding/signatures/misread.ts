import type { Intent } from '../../model/intent.js';
import { longestExcerpt } from '../excerpt.js';
import { align, pairsWorth, type Scoring } from './align.js';
import { codeCount, type FoldedText, foldCodes } from './folded.js';
import { lettersBeside, type Pattern, patternsOf, shareThere } from './patterns.js';

/** An error text that a bad reading may have made this text of. */
export interface Misreading {
  /** The error text as the knowledge lists it. */
  readonly signature: string;
  /** The intents that list it. */
  readonly intents: readonly string[];
  /** 1: every letter is there. Letters of the same shape count a part, others are taken off. */
  readonly similarity: number;
  /** So many letters of the text it explains. */
  readonly explained: number;
}

/** Finds the error texts that a text may be a bad reading of, best first. */
export type FindMisread = (text: string) => Misreading[];

/**
 * Letters that are taken for each other where print is small, blurred or cut: round ones, upright ones, those of short
 * strokes, and those of two bows. Letters in no family are rarely misread.
 */
const families = ['oqceadg9', 'itjf', 'nrhmuvwy', 's5b863', 'z27', 'kx'];

/** What a reading makes of one letter, or one of two: the two are taken as one wherever they stand, in both texts. */
const twoAsOne: Readonly<Record<string, string>> = { rn: 'm', nn: 'm', ri: 'n', ii: 'u', vv: 'w', cl: 'd' };

const codeOf = (letter: string) => foldCodes(letter).codes[0] ?? 0;

/** The family of each code; a letter without one is a family of its own. */
const familyOf = Uint8Array.from({ length: codeCount }, (_, code) => code);
for (const family of families) for (const letter of family) familyOf[codeOf(letter)] = codeOf(family.charAt(0));

const merged = new Map(
  Object.entries(twoAsOne).map(([two, one]) => [pair(codeOf(two.charAt(0)), codeOf(two.charAt(1))), codeOf(one)]),
);

function pair(one: number, other: number): number {
  return one * codeCount + other;
}

/** In tenths of a letter. A lost letter says less against a text than a wrong one. */
const byShape: Scoring = {
  pairs: pairsWorth((one, other) => (one === other ? 10 : familyOf[one] === familyOf[other] ? 4 : -10)),
  gap: -8,
  whole: 10,
};

/** Error texts shorter than this are in anything. */
const shortest = 9;
/** Families of this many letters in a row are looked up. */
const runLength = 4;
/** An error text is compared when this share of its runs is somewhere in the text, */
const leastRuns = 0.2;
/** and when it is among this many, the most promising first. */
const mostCompared = 8;
/**
 * Error texts with one letter in five misread are this similar in 99 of 100; so were 16 of 499 texts that ask for nothing,
 * and most of those name an error text.
 */
const leastSimilarity = 0.5;
/** A short error text has to be there more fully: three words of five letters are half like a lot. */
const leastLetters = 7.6;
/** What is as legible as this is another word when more letters of it than these follow (“GENERAL_NONSUCCESSFULLY”). */
const legible = 0.95;
const mostBeside = 2;
/** A word of more letters than this tells which error it is ("The required field “Topic” is missing"). */
const fillers = 3;
/** Least share of such a word that has to be there. */
const leastOfWord = 0.3;

/**
 * Builds the finder for all error texts of these intents: for a short text (a screenshot, a line or two) that
 * `signatureFinder` finds nothing in. It looks at shapes of letters, so it finds more, and is sure of less. Time is
 * bounded by the longest excerpt and the number of comparisons.
 */
export function misreadFinder(intents: Iterable<Intent>): FindMisread {
  // Made ready with the first text that needs it: most error texts are legible.
  let ready: Ready | undefined;
  return (text) => {
    ready ??= makeReady(intents);
    const shapes = shapesOf(text.slice(0, longestExcerpt));
    return promising(shapes, ready)
      .flatMap((pattern) => compare(pattern, shapes))
      .sort((a, b) => b.explained - a.explained);
  };
}

interface Ready {
  readonly patterns: readonly Pattern[];
  /** How many different runs each pattern has. */
  readonly runs: readonly number[];
  /** Which patterns, by index, have a run: from `starts[places.get(run)]` on, to the next start. */
  readonly places: ReadonlyMap<number, number>;
  readonly starts: Uint32Array;
  readonly sharers: Uint32Array;
  /** A place to count in for each pattern: a call does not make it anew. */
  readonly counts: Uint16Array;
}

function makeReady(intents: Iterable<Intent>): Ready {
  const patterns = patternsOf(intents, shapesOf, shortest);
  const runs = patterns.map(({ codes }) => runsOf(codes));
  const byRun = new Map<number, number[]>();
  runs.forEach((own, index) => {
    for (const run of own) {
      const known = byRun.get(run);
      if (known === undefined) byRun.set(run, [index]);
      else known.push(index);
    }
  });
  const lists = [...byRun.values()];
  const starts = new Uint32Array(lists.length + 1);
  lists.forEach(({ length }, place) => {
    starts[place + 1] = (starts[place] ?? 0) + length;
  });
  return {
    patterns,
    runs: runs.map(({ size }) => size),
    places: new Map([...byRun.keys()].map((run, place) => [run, place])),
    starts,
    sharers: Uint32Array.from(lists.flat()),
    counts: new Uint16Array(patterns.length),
  };
}

/** The error texts that share enough runs with a text, most first. */
function promising(
  { codes }: FoldedText,
  { patterns, runs, places, starts, sharers, counts }: Ready,
): readonly Pattern[] {
  counts.fill(0);
  for (const run of runsOf(codes)) {
    const place = places.get(run);
    if (place === undefined) continue;
    const end = starts[place + 1] ?? 0;
    for (let at = starts[place] ?? 0; at < end; at += 1) {
      const index = sharers[at] ?? 0;
      counts[index] = (counts[index] ?? 0) + 1;
    }
  }
  const found: { pattern: Pattern; share: number }[] = [];
  patterns.forEach((pattern, index) => {
    const share = (counts[index] ?? 0) / (runs[index] ?? 1);
    if (share >= leastRuns) found.push({ pattern, share });
  });
  return found
    .sort((a, b) => b.share - a.share)
    .slice(0, mostCompared)
    .map(({ pattern }) => pattern);
}

/** The folded text with the two letters that are read for one as that one. */
function shapesOf(source: string): FoldedText {
  const { codes, offsets } = foldCodes(source);
  let length = 0;
  for (let index = 0; index < codes.length; index += 1) {
    const one = merged.get(pair(codes[index] ?? 0, codes[index + 1] ?? 0));
    offsets[length] = offsets[index] ?? 0;
    codes[length] = one ?? codes[index] ?? 0;
    length += 1;
    if (one !== undefined) index += 1;
  }
  return { source, codes: codes.subarray(0, length), offsets: offsets.subarray(0, length) };
}

function runsOf(codes: Uint8Array): ReadonlySet<number> {
  const runs = new Set<number>();
  for (let at = 0; at + runLength <= codes.length; at += 1) {
    let run = 0;
    for (let offset = 0; offset < runLength; offset += 1) run = pair(run, familyOf[codes[at + offset] ?? 0] ?? 0);
    runs.add(run);
  }
  return runs;
}

function compare({ signature, intents, codes, words }: Pattern, text: FoldedText): Misreading[] {
  const { score, start, end, matched } = align(codes, text.codes, byShape);
  const similarity = score / codes.length;
  if (similarity < leastSimilarity || score < leastLetters) return [];
  const beside = lettersBeside(text.source, text.offsets[start] ?? 0, (text.offsets[end - 1] ?? 0) + 1);
  if (similarity >= legible && beside > mostBeside) return [];
  const there = words.map((word) => shareThere(word, matched) >= leastOfWord * byShape.whole);
  const first = there.indexOf(true);
  const last = there.lastIndexOf(true);
  // What lacks at an end was cut off; a word within that differs makes it another error.
  const isOther = words.some(
    ({ from, to }, index) => index > first && index < last && !there[index] && to - from > fillers,
  );
  return isOther ? [] : [{ signature, intents, similarity, explained: score }];
}
