import { type Features, featuresOf, type Kind, kinds } from './features.js';
import { words } from './tokens.js';
import { unknownCodeFinder } from './unknown-codes.js';

/** Texts that ask about the same. */
export interface Alike {
  /** Their places in the list that was handed in, ascending. */
  readonly members: readonly number[];
  /** The place of the one that is most like all the others; of several the shortest. */
  readonly telling: number;
}

/** Tells which texts ask about the same. */
export interface Likeness {
  /** Sorts texts into groups of those that ask about the same. The order of the texts changes nothing but their places. */
  groups(texts: readonly string[]): Alike[];
  /** The words of a text that say most about what it asks, at most so many, in their order. */
  tellingWords(text: string, most: number): string[];
}

/** Background beyond this is left out, evenly: how rare a word is shows in fewer texts than a library has. */
const mostBackground = 1_500;

/** What each kind of feature weighs: what is meant more than how it is spelled, unlike where intents are told apart. */
const kindWeights: Readonly<Record<Kind, number>> = { word: 1, pair: 0.6, letters: 0.8, concept: 1, conceptPair: 0.6 };

/** Texts that are less alike on average are two groups; chosen on paraphrases whose meaning is known. */
const leastLikeness = 0.22;

/** Of a longer text the beginning is compared: what somebody asks stands there, and five hundred whole logs take seconds. */
const longestCompared = 400;

/** Two texts with the same unknown error code are about the same, whatever else they say. */
const sameCode = 0.9;
/** These two are not about the same: far enough down that no third text brings them together. */
const apart = -10;

/** A text made ready to be compared. */
interface Compared {
  /** By feature, together of length 1. */
  readonly weights: ReadonlyMap<number, number>;
  /** The error codes in it that the background lacks. */
  readonly codes: readonly string[];
  /** A name alone, as "okta": part of many questions, and none itself. */
  readonly isOneWord: boolean;
}

/**
 * Makes ready to compare texts. `background` are texts of the same field: what many of them have says little about what
 * one asks. Pure and deterministic. Comparing takes time with the square of the texts: 500 take half a second.
 */
export function createLikeness(background: readonly string[]): Likeness {
  const every = Math.max(1, Math.ceil(background.length / mostBackground));
  const counted = background.filter((_, index) => index % every === 0);
  const counts = new Map<number, number>();
  for (const text of counted) {
    const { ids } = featuresOf(text);
    for (const kind of kinds) for (const id of new Set(ids[kind])) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  const rarity = (id: number) => Math.log((1 + counted.length) / (1 + (counts.get(id) ?? 0))) + 1;
  // A code that is known can have many causes; one that nobody knows is all there is to go by.
  const unknownCodes = unknownCodeFinder(() => background);
  const compared = (text: string): Compared => ({
    weights: weightsOf(featuresOf(text.slice(0, longestCompared)), rarity),
    codes: unknownCodes(text),
    isOneWord: words(text).length === 1,
  });
  return {
    groups(texts) {
      // In an order of their own, so that the order they come in decides no tie.
      const order = [...texts.keys()].sort((a, b) => compareTexts(texts[a] ?? '', texts[b] ?? '') || a - b);
      const ready = order.map((place) => compared(texts[place] ?? ''));
      return grouped(ready).map((group) => ({
        members: group.map((at) => order[at] ?? 0).sort((a, b) => a - b),
        telling: order[tellingOf(group, ready, (at) => (texts[order[at] ?? 0] ?? '').length)] ?? 0,
      }));
    },
    tellingWords(text, most) {
      const all = [...new Set(words(text))];
      const weightOf = (word: string) => rarity(featuresOf(word).ids.word[0] ?? 0);
      const chosen = new Set([...all].sort((a, b) => weightOf(b) - weightOf(a)).slice(0, most));
      return all.filter((word) => chosen.has(word));
    },
  };
}

/** The one of a group that is most like all of it. */
function tellingOf(group: readonly number[], texts: readonly Compared[], lengthOf: (at: number) => number): number {
  const all = new Map<number, number>();
  for (const at of group) for (const [id, value] of weightsAt(texts, at)) all.set(id, (all.get(id) ?? 0) + value);
  const likeAll = (at: number) =>
    weightsAt(texts, at).reduce((sum, [id, value]) => sum + value * (all.get(id) ?? 0), 0);
  const scored = group.map((at) => ({ at, score: likeAll(at) }));
  scored.sort((a, b) =>
    // What differs in the last digit only depends on the order of adding.
    Math.abs(a.score - b.score) > 1e-9 ? b.score - a.score : lengthOf(a.at) - lengthOf(b.at) || a.at - b.at,
  );
  return scored[0]?.at ?? 0;
}

function weightsAt(texts: readonly Compared[], at: number): (readonly [number, number])[] {
  return [...(texts[at]?.weights ?? [])];
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Counts damped and weighed by rarity, each kind scaled to its own weight, all together to length 1. */
function weightsOf({ ids }: Features, rarity: (id: number) => number): ReadonlyMap<number, number> {
  const weights = new Map<number, number>();
  let all = 0;
  for (const kind of kinds) {
    const own = kindVector(ids[kind], rarity);
    const squares = [...own.values()].reduce((sum, value) => sum + value * value, 0);
    const scale = kindWeights[kind] / Math.sqrt(squares || 1);
    for (const [id, value] of own) weights.set(id, value * scale);
    if (squares > 0) all += kindWeights[kind] ** 2;
  }
  const length = Math.sqrt(all || 1);
  for (const [id, value] of weights) weights.set(id, value / length);
  return weights;
}

function kindVector(ids: Uint32Array, rarity: (id: number) => number): Map<number, number> {
  const counts = new Map<number, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return new Map([...counts].map(([id, count]) => [id, (1 + Math.log(count)) * rarity(id)]));
}

/** What the features say of two texts, unless a code or the lack of a second word says more. */
function judged(product: number, one: Compared | undefined, other: Compared | undefined): number {
  if (one === undefined || other === undefined) return product;
  if (one.codes.length > 0 && other.codes.length > 0)
    return one.codes.some((code) => other.codes.includes(code)) ? Math.max(product, sameCode) : apart;
  return one.isOneWord !== other.isOneWord ? apart : product;
}

/**
 * Average linkage: the two groups that are most alike on average become one, until none are alike enough. By chains of
 * nearest neighbours, so that time grows with the square of the texts. Gives groups of places in `texts`.
 */
function grouped(texts: readonly Compared[]): number[][] {
  const count = texts.length;
  const table = likenessTable(texts);
  const members: number[][] = texts.map((_, index) => [index]);
  const alive = new Set(texts.keys());
  const at = (a: number, b: number) => table[a * count + b] ?? 0;
  const chain: number[] = [];
  const done: number[][] = [];
  for (;;) {
    const start = chain.at(-1) ?? alive.values().next().value;
    if (start === undefined) return done;
    if (chain.length === 0) chain.push(start);
    const before = chain.at(-2);
    // Of equally near ones the one we came from, else the chain would never end.
    let nearest = before;
    for (const other of alive) {
      if (other === start) continue;
      if (nearest === undefined || at(start, other) > at(start, nearest)) nearest = other;
    }
    if (nearest === undefined || at(start, nearest) < leastLikeness) {
      // Nothing is near it, nor will anything be: groups only get farther away by growing.
      done.push(members[start] ?? []);
      alive.delete(start);
      chain.pop();
      continue;
    }
    if (nearest !== before) {
      chain.push(nearest);
      continue;
    }
    chain.length -= 2;
    const [kept, gone] = start < nearest ? [start, nearest] : [nearest, start];
    const ofKept = members[kept] ?? [];
    const ofGone = members[gone] ?? [];
    alive.delete(gone);
    for (const other of alive) {
      if (other === kept) continue;
      const joined =
        (at(kept, other) * ofKept.length + at(gone, other) * ofGone.length) / (ofKept.length + ofGone.length);
      table[kept * count + other] = joined;
      table[other * count + kept] = joined;
    }
    members[kept] = [...ofKept, ...ofGone];
  }
}

/** How alike each two of the texts are, row by row; through the texts that share a feature, since most share none. */
function likenessTable(texts: readonly Compared[]): Float64Array {
  const count = texts.length;
  const table = new Float64Array(count * count);
  const holders = new Map<number, { readonly text: number; readonly value: number }[]>();
  texts.forEach(({ weights }, text) => {
    for (const [id, value] of weights) {
      const known = holders.get(id) ?? [];
      for (const other of known) {
        const cell = other.text * count + text;
        table[cell] = (table[cell] ?? 0) + value * other.value;
      }
      known.push({ text, value });
      holders.set(id, known);
    }
  });
  for (let a = 0; a < count; a += 1) {
    for (let b = a + 1; b < count; b += 1) {
      const joined = judged(table[a * count + b] ?? 0, texts[a], texts[b]);
      table[a * count + b] = joined;
      table[b * count + a] = joined;
    }
  }
  return table;
}
