import type { Intent } from '../../model/intent.js';
import { align, exactly } from './align.js';
import { codeCount, type FoldedText, foldCodes } from './folded.js';
import { lettersBeside, type Pattern, patternsOf, shareThere } from './patterns.js';

/** An error text of the knowledge found in a text. */
export interface SignatureMatch {
  /** The error text as the knowledge lists it. */
  readonly signature: string;
  /** The intents that list it; more than one when several problems show the same text. */
  readonly intents: readonly string[];
  /** 1: letter by letter. Below: share of the error text that is there, less what differs. */
  readonly similarity: number;
  /** Letters and digits of the error text. */
  readonly letters: number;
  /** False when whole words of the error text lack: a fragment. */
  readonly isWhole: boolean;
  /** True when more letters of the same word stand beside it: a slip, or another error of a similar name. */
  readonly isDoubtful: boolean;
  /** Where it stands in the text, end exclusive. */
  readonly start: number;
  readonly end: number;
}

/** Finds the error texts of the knowledge in a text. */
export type FindSignatures = (text: FoldedText) => SignatureMatch[];

/** Seeds are runs of this many letters that a text and an error text share. */
const seedLength = 4;
/** Diagonals within a band of this width belong to one occurrence: room for the letters OCR drops or doubles. */
const bandWidth = 16;
/** Least share of an error text that must be there. */
const leastSimilarity = 0.6;
/**
 * Shorter error texts must be there more fully, and as words of their own: chance gets close to them. A letter or two
 * beside ("GENERAL_NONSUCCESS2") leave them doubtful, for which a very short text has no room.
 */
const shorter = [
  { below: 12, leastSimilarity: 0.88, mostBeside: 0 },
  { below: 18, leastSimilarity: 0.74, mostBeside: 2 },
] as const;
/** Share of an error text's seeds that a place must have to be compared; a text cut to 60 % with a slip has 0.45. */
const leastHits = 0.4;
/** From here on a text is the error text whatever differs. */
const surelyMeant = 0.9;
/**
 * At most this many places of a text are compared letter by letter, the most promising first: a short message has room
 * for few error texts, however many a large library has that are a little like it.
 */
const comparisons = { least: 12, lettersEach: 16, most: 400 };

/**
 * Builds the finder for all signatures of these intents. It tolerates case, quotes, dashes, spaces, line breaks (they are
 * folded away), misread letters and truncation at either end. Time is linear in the text, with a bounded number of
 * comparisons after it.
 */
export function signatureFinder(intents: Iterable<Intent>): FindSignatures {
  const patterns = patternsOf(intents, foldCodes, seedLength);
  const seeds = indexSeeds(patterns);
  return (text) => keepBest(candidates(text, patterns, seeds).flatMap((candidate) => compare(text, candidate)));
}

/** Open hash table from seed to the places it has in the patterns: `heads[hash]` → linked list of places. */
interface Seeds {
  readonly heads: Int32Array;
  readonly next: Int32Array;
  readonly key: Int32Array;
  readonly pattern: Int32Array;
  readonly position: Int32Array;
  /** How many seeds of each pattern are in the table. */
  readonly perPattern: Int32Array;
}

function seedAt(codes: Uint8Array, position: number): number {
  let seed = 0;
  for (let offset = 0; offset < seedLength; offset += 1) seed = seed * codeCount + (codes[position + offset] ?? 0);
  return seed;
}

const hashBits = 16;
function hash(seed: number): number {
  return Math.imul(seed, 0x9e3779b1) >>> (32 - hashBits);
}

/**
 * Seeds that more error texts than this share ("Workspace ONE" in a large library) tell them apart from nothing: only
 * the others are looked up, else a message would be compared with every text that names the product.
 */
const mostSharers = 64;

function indexSeeds(patterns: readonly Pattern[]): Seeds {
  const sharers = new Map<number, number>();
  for (const pattern of patterns) {
    for (const seed of new Set(seedsOf(pattern))) sharers.set(seed, (sharers.get(seed) ?? 0) + 1);
  }
  const total = patterns.reduce((sum, { codes }) => sum + codes.length - seedLength + 1, 0);
  const seeds: Seeds = {
    heads: new Int32Array(1 << hashBits).fill(-1),
    next: new Int32Array(total),
    key: new Int32Array(total),
    pattern: new Int32Array(total),
    position: new Int32Array(total),
    perPattern: new Int32Array(patterns.length),
  };
  let entry = 0;
  patterns.forEach((pattern, index) => {
    const own = seedsOf(pattern);
    const isTelling = (seed: number) => (sharers.get(seed) ?? 0) <= mostSharers;
    // A text made of common words only has nothing better to be found by.
    const useAll = own.filter(isTelling).length < own.length / 4;
    own.forEach((seed, position) => {
      if (!useAll && !isTelling(seed)) return;
      const bucket = hash(seed);
      seeds.key[entry] = seed;
      seeds.pattern[entry] = index;
      seeds.position[entry] = position;
      seeds.next[entry] = seeds.heads[bucket] ?? -1;
      seeds.heads[bucket] = entry;
      seeds.perPattern[index] = (seeds.perPattern[index] ?? 0) + 1;
      entry += 1;
    });
  });
  return seeds;
}

function seedsOf({ codes }: Pattern): number[] {
  return Array.from({ length: codes.length - seedLength + 1 }, (_, position) => seedAt(codes, position));
}

interface Candidate {
  readonly pattern: Pattern;
  /** Where the pattern's first letter would stand in the text; may be negative when its start was cut off. */
  readonly diagonal: number;
  readonly hits: number;
}

/** Places of the text that share enough seeds, in order, with a pattern. */
function candidates(text: FoldedText, patterns: readonly Pattern[], seeds: Seeds): Candidate[] {
  const least = patterns.map((_, index) => leastHitsOf(seeds.perPattern[index] ?? 0));
  const found: Candidate[] = [];
  for (const [index, bands] of bandsOf(text.codes, seeds, least)) {
    const pattern = patterns[index];
    if (pattern === undefined) continue;
    for (const candidate of promising(pattern, seeds.perPattern[index] ?? 0, bands)) found.push(candidate);
  }
  const room = Math.ceil(text.codes.length / comparisons.lettersEach);
  const most = Math.min(comparisons.most, Math.max(comparisons.least, room));
  return found.sort((a, b) => b.hits - a.hits).slice(0, most);
}

/** How many of a pattern's seeds a place must have. */
function leastHitsOf(seedsOfPattern: number): number {
  return Math.min(seedsOfPattern, Math.max(3, Math.ceil(seedsOfPattern * leastHits)));
}

/**
 * For each pattern (by its index) with enough seeds in the text: how many fall into each band of diagonals. Seeds are
 * counted first and placed after, because in a large library most patterns that are hit at all are hit by chance.
 */
function bandsOf(
  codes: Uint8Array,
  seeds: Seeds,
  least: readonly number[],
): ReadonlyMap<number, ReadonlyMap<number, number>> {
  const counts = hitCounts(codes, seeds, least.length);
  const hits = new Map<number, Map<number, number>>();
  for (let at = 0; at + seedLength <= codes.length; at += 1) {
    const seed = seedAt(codes, at);
    for (let entry = seeds.heads[hash(seed)] ?? -1; entry !== -1; entry = seeds.next[entry] ?? -1) {
      const pattern = seeds.pattern[entry] ?? 0;
      if (seeds.key[entry] !== seed || (counts[pattern] ?? 0) < (least[pattern] ?? 0)) continue;
      let bands = hits.get(pattern);
      if (bands === undefined) {
        bands = new Map();
        hits.set(pattern, bands);
      }
      const band = Math.floor((at - (seeds.position[entry] ?? 0)) / bandWidth);
      bands.set(band, (bands.get(band) ?? 0) + 1);
    }
  }
  return hits;
}

/** How many seeds the text shares with each pattern, wherever they stand. */
function hitCounts(codes: Uint8Array, seeds: Seeds, patterns: number): Uint32Array {
  const counts = new Uint32Array(patterns);
  for (let at = 0; at + seedLength <= codes.length; at += 1) {
    const seed = seedAt(codes, at);
    for (let entry = seeds.heads[hash(seed)] ?? -1; entry !== -1; entry = seeds.next[entry] ?? -1) {
      if (seeds.key[entry] !== seed) continue;
      const pattern = seeds.pattern[entry] ?? 0;
      counts[pattern] = (counts[pattern] ?? 0) + 1;
    }
  }
  return counts;
}

function promising(pattern: Pattern, most: number, bands: ReadonlyMap<number, number>): Candidate[] {
  const least = leastHitsOf(most);
  const found: Candidate[] = [];
  for (const [band, count] of bands) {
    const hits = count + (bands.get(band + 1) ?? 0);
    if (hits >= least) found.push({ pattern, diagonal: band * bandWidth, hits: hits / most });
  }
  return found;
}

/** Compares the pattern with the text around the diagonal, letter by letter. */
function compare(text: FoldedText, { pattern, diagonal }: Candidate): SignatureMatch[] {
  const { codes } = pattern;
  // The hits lie on diagonals of two neighbouring bands; letters that lack or are too many move it a little further.
  const slack = Math.ceil(codes.length * 0.15);
  const from = Math.max(0, diagonal - slack);
  const to = Math.min(text.codes.length, diagonal + codes.length + 2 * bandWidth + slack);
  const lowest = diagonal - slack - from;
  const band = { lowest, highest: lowest + 2 * (bandWidth + slack) };
  const aligned = align(codes, text.codes.subarray(from, to), exactly, band);
  const short = shorter.find(({ below }) => codes.length < below);
  const start = text.offsets[from + aligned.start] ?? 0;
  const end = (text.offsets[from + aligned.end - 1] ?? 0) + 1;
  const beside = short === undefined ? 0 : lettersBeside(text.source, start, end);
  if (short !== undefined && beside > short.mostBeside) return [];
  const similarity = (aligned.score - beside) / codes.length;
  if (similarity < (short?.leastSimilarity ?? leastSimilarity)) return [];
  const there = pattern.words.map((word) => isThere(word, aligned.matched));
  if (similarity < surelyMeant && !isSlipOrCut(pattern, there, text.source, start, end)) return [];
  const isWhole = there.every((present) => present);
  const { signature, intents } = pattern;
  return [{ signature, intents, similarity, letters: codes.length, isWhole, isDoubtful: beside > 0, start, end }];
}

/** A word counts as there when most of its letters are; of a long one more, since long words share endings. */
function isThere(word: Pattern['words'][number], matched: Uint8Array): boolean {
  return shareThere(word, matched) >= (word.to - word.from >= 6 ? 0.7 : 0.5);
}

/**
 * Whether what differs looks like misreading or truncation rather than another error of the same template ("The required
 * field “Topic” is missing"): no whole word within the match differs, and words lacking at an end are cut off there.
 */
function isSlipOrCut(pattern: Pattern, there: readonly boolean[], source: string, start: number, end: number): boolean {
  const first = there.indexOf(true);
  const last = there.lastIndexOf(true);
  const differsWithin = pattern.words.some(
    ({ from, to }, index) => index > first && index < last && !there[index] && to - from > 3,
  );
  if (differsWithin) return false;
  const headMissing = first > 0 && restOfLineBefore(source, start);
  const tailMissing = last < there.length - 1 && restOfLineAfter(source, end);
  return !headMissing && !tailMissing;
}

/** Whether other words stand before this place on its line, so that nothing was cut off there. */
function restOfLineBefore(source: string, start: number): boolean {
  const before = source.slice(Math.max(0, start - 40), start);
  const line = before.slice(before.lastIndexOf('\n') + 1);
  return /[\p{L}\p{N}]/u.test(line) && !/(?:\.\.|…)\s*$/u.test(line);
}

function restOfLineAfter(source: string, end: number): boolean {
  const after = source.slice(end, end + 40);
  const line = after.split('\n', 1)[0] ?? '';
  return (
    /^[\p{L}\p{N}]{0,3}[^\p{L}\p{N}]+[\p{L}\p{N}]{2}/u.test(line) && !/^[\p{L}\p{N}]{0,3}\s*(?:\.\.|…)/u.test(line)
  );
}

/** Of matches over the same words keeps the one that explains most of them; all of them when they are equally good. */
function keepBest(matches: readonly SignatureMatch[]): SignatureMatch[] {
  // In letters, as punctuation was not compared; of equal ones the fuller match leads ("IDP not found" is itself, not a
  // cut-off "404.idp.not.found").
  const explained = ({ similarity, letters }: SignatureMatch) => similarity * letters;
  const ordered = [...matches].sort((a, b) => explained(b) - explained(a) || b.similarity - a.similarity);
  const kept: SignatureMatch[] = [];
  for (const match of ordered) {
    const overlaps = kept.some((other) => match.start < other.end && other.start < match.end);
    const repeats = kept.some((other) => other.signature === match.signature);
    if (!overlaps && !repeats) kept.push(match);
  }
  return kept.sort((a, b) => a.start - b.start);
}
