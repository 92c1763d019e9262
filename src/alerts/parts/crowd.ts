import * as z from 'zod';
import type { MemberCount } from '../../model/alert.js';

/** Ids are evenly spread over so many. */
const allIds = 2 ** 32;

/** Somebody in a stretch of time: a short id, milliseconds since its beginning, and a login or an empty text. */
const someone = z.tuple([z.int(), z.int(), z.string().max(200)]).readonly();

const stretch = z
  .object({
    /** When it begins, milliseconds since 1970. */
    from: z.int(),
    /** Of very many people only those whose id is below this are kept. */
    below: z.int(),
    people: z.array(someone).max(500).readonly(),
  })
  .readonly();
type Stretch = z.infer<typeof stretch>;

/**
 * Different people over time, in stretches of the same length. Bounded: of more people than it may keep in a stretch it
 * keeps those with the lowest ids, which are as good as drawn by lot, and so tells about how many there are. The same
 * people give the same crowd in whatever order they come.
 */
export const crowdSchema = z.array(stretch).max(100).readonly();
export type Crowd = z.infer<typeof crowdSchema>;

/** Somebody who comes into a crowd. */
export interface Comer {
  readonly personId: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly login?: string | undefined;
}

/** Somebody in a crowd. `at`: when last, milliseconds since 1970. */
export interface Present {
  readonly id: number;
  readonly at: number;
  readonly login?: string;
}

/** How a crowd is kept: the length of its stretches, and how many people one keeps at most. */
export interface CrowdSize {
  readonly stretchMs: number;
  readonly most: number;
}

/** The beginning of the stretch that a moment is in. */
export function stretchOf(at: number, stretchMs: number): number {
  return Math.floor(at / stretchMs) * stretchMs;
}

/** The crowd with these people in it. */
export function joined(crowd: Crowd, comers: Iterable<Comer>, { stretchMs, most }: CrowdSize): Crowd {
  const stretches = new Map<number, Map<number, [number, string]>>();
  const below = new Map(crowd.map((one) => [one.from, one.below]));
  for (const { from, people } of crowd)
    stretches.set(from, new Map(people.map(([id, at, login]) => [id, [at, login]])));
  for (const { personId, at, ...comer } of comers) {
    const id = shortId(personId);
    const login = (comer.login ?? '').slice(0, 200);
    const from = stretchOf(at, stretchMs);
    if (id >= (below.get(from) ?? allIds)) continue;
    const people = stretches.get(from) ?? new Map<number, [number, string]>();
    stretches.set(from, people);
    const known = people.get(id);
    const after = at - from;
    if (known === undefined) people.set(id, [after, login]);
    else people.set(id, [Math.max(known[0], after), better(known[1], login)]);
    // Now and then, so that millions take no more room than a few.
    if (people.size >= 4 * most) below.set(from, cut(people, most, below.get(from)));
  }
  return [...stretches]
    .map(([from, people]): Stretch => {
      const limit = cut(people, most, below.get(from));
      return { from, below: limit, people: inOrder(people) };
    })
    .sort((a, b) => a.from - b.from);
}

/** Of two logins for the same person the same one in any order. */
function better(one: string, other: string): string {
  if (one === '' || other === '') return one || other;
  return one < other ? one : other;
}

/** Takes out whoever is too many; returns the id that all who stay are below. */
function cut(people: Map<number, unknown>, most: number, below = allIds): number {
  if (people.size <= most) return below;
  const ids = [...people.keys()].sort((a, b) => a - b);
  const limit = ids[most] ?? below;
  for (const id of ids.slice(most)) people.delete(id);
  return limit;
}

/** The crowd without stretches that begin before a moment. */
export function since(crowd: Crowd, from: number): Crowd {
  return crowd.filter((one) => one.from >= from);
}

/** Different people, each once, and about how many they stand for. */
export interface Presence {
  readonly people: readonly Present[];
  readonly count: number;
}

/** About how many there are where not everybody is kept; undefined where they all are. */
export function countBeyond({ people, count }: Presence): MemberCount | undefined {
  return count > people.length ? { count, roughly: 'about' } : undefined;
}

/** Who was there from a moment on. */
export function present(crowd: Crowd, from = 0): Presence {
  const below = Math.min(allIds, ...crowd.map((one) => one.below));
  const found = new Map<number, Present>();
  for (const { from: begin, people } of crowd) {
    for (const [id, after, login] of people) {
      const at = begin + after;
      if (id >= below || at < from) continue;
      const known = found.get(id);
      const name = better(known?.login ?? '', login);
      found.set(id, { id, at: Math.max(at, known?.at ?? 0), ...(name === '' ? {} : { login: name }) });
    }
  }
  const people = [...found.values()].sort((a, b) => b.at - a.at || a.id - b.id);
  return { people, count: Math.round((people.length * allIds) / below) };
}

/** Whoever was there from a moment on, as a crowd of one stretch that never ends. */
export function gathered(crowd: Crowd, from: number, most: number): Crowd {
  const people = new Map<number, [number, string]>();
  for (const { id, at, login = '' } of present(crowd, from).people) people.set(id, [at, login]);
  const below = cut(people, most, Math.min(allIds, ...crowd.map((one) => one.below)));
  return [{ from: 0, below, people: inOrder(people) }];
}

/** The length of a stretch that never ends. */
export const forGood = Number.MAX_SAFE_INTEGER;

function inOrder(people: ReadonlyMap<number, readonly [number, string]>): Stretch['people'] {
  return [...people].sort(([a], [b]) => a - b).map(([id, [after, login]]) => [id, after, login] as const);
}

/**
 * An id too short to tell from it who it is, and spread evenly, which is all that the sampling needs: FNV-1a, then the
 * last steps of MurmurHash3. A cryptographic one takes longer than all the rest.
 */
function shortId(personId: string): number {
  let id = 0x811c9dc5;
  for (let place = 0; place < personId.length; place++) id = Math.imul(id ^ personId.charCodeAt(place), 0x01000193);
  id = Math.imul(id ^ (id >>> 16), 0x85ebca6b);
  id = Math.imul(id ^ (id >>> 13), 0xc2b2ae35);
  return (id ^ (id >>> 16)) >>> 0;
}
