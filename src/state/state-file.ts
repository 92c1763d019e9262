import * as z from 'zod';
import { type CollectionName, collectionNames, collections } from './collections.js';

/** The version of the file's layout. Raised when an older bot could no longer read what a newer one writes. */
const format = 1;

/** A value kept as JSON, so that nobody can change it from outside and writing the file costs no second look at it. */
export interface Saved {
  readonly json: string;
  /** Milliseconds since 1970; without it the record stays. */
  readonly expiresAt?: number | undefined;
}

/** Everything the bot remembers. A map's order is the order of writing. Never changed in place: see `draft.ts`. */
export interface State {
  /** Key to the moment the claim ends, milliseconds since 1970. */
  readonly claims: ReadonlyMap<string, number>;
  readonly collections: { readonly [C in CollectionName]: ReadonlyMap<string, Saved> };
}

/** A record that could not be understood, as it stood in the file. */
interface RejectedRecord {
  readonly collection: string;
  readonly problem: string;
  readonly record: unknown;
}

/** What reading a state file can lead to. */
export type Decoded =
  | { readonly kind: 'state'; readonly state: State; readonly rejected: readonly RejectedRecord[] }
  | { readonly kind: 'corrupt'; readonly problem: string }
  | { readonly kind: 'newer'; readonly format: number };

/** A state in which nothing is remembered. */
export function emptyState(): State {
  return { claims: new Map(), collections: byCollection(() => new Map()) };
}

/** One value for each collection. */
export function byCollection<Value>(make: (name: CollectionName) => Value): { readonly [C in CollectionName]: Value } {
  return Object.fromEntries(collectionNames.map((name) => [name, make(name)])) as { [C in CollectionName]: Value };
}

/**
 * The file's content: JSON with one record a line, so that a person can read, compare and mend it. Collections that did
 * not change since the last time are not encoded again.
 */
export function encode(state: State): Buffer {
  const parts = collectionNames.flatMap((name, index) => [
    Buffer.from(`${index === 0 ? '' : ','}${JSON.stringify(name)}:`),
    encoded(state.collections[name], encodeRecords),
  ]);
  return Buffer.concat([
    Buffer.from(`{"format":${format},\n"claims":`),
    encoded(state.claims, encodeClaims),
    Buffer.from(',\n"collections":{\n'),
    ...parts,
    Buffer.from('}}\n'),
  ]);
}

/** A map of a state never changes, so what it became stays right. */
const encodedMaps = new WeakMap<object, Buffer>();

function encoded<M extends object>(map: M, encodeMap: (map: M) => string[]): Buffer {
  const known = encodedMaps.get(map);
  if (known !== undefined) return known;
  const lines = encodeMap(map);
  const buffer = Buffer.from(lines.length === 0 ? '[]\n' : `[\n${lines.join(',\n')}\n]\n`);
  encodedMaps.set(map, buffer);
  return buffer;
}

function encodeClaims(claims: State['claims']): string[] {
  return [...claims].map((claim) => JSON.stringify(claim));
}

function encodeRecords(records: ReadonlyMap<string, Saved>): string[] {
  return [...records].map(([key, { json, expiresAt }]) => {
    const until = expiresAt === undefined ? '' : `"expiresAt":${expiresAt},`;
    return `{"key":${JSON.stringify(key)},${until}"value":${json}}`;
  });
}

const fileSchema = z.object({
  format: z.literal(format),
  claims: z.array(z.unknown()),
  collections: z.record(z.string(), z.array(z.unknown())),
});
const claimSchema = z.tuple([z.string(), z.number()]);
const recordSchema = z.object({ key: z.string(), expiresAt: z.number().optional(), value: z.unknown() });

/** Reads the file's content. Records that do not fit are handed back apart; the others are kept. */
export function decode(bytes: Uint8Array): Decoded {
  let content: unknown;
  try {
    content = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    return { kind: 'corrupt', problem: error instanceof SyntaxError ? 'it is not JSON' : 'it is not text' };
  }
  const version = z.object({ format: z.int() }).safeParse(content).data?.format;
  if (version !== undefined && version > format) return { kind: 'newer', format: version };
  const file = fileSchema.safeParse(content);
  if (!file.success) return { kind: 'corrupt', problem: z.prettifyError(file.error) };

  const rejected: RejectedRecord[] = [];
  const claims = new Map<string, number>();
  for (const record of file.data.claims) {
    const claim = claimSchema.safeParse(record);
    if (claim.success) claims.set(...claim.data);
    else rejected.push({ collection: 'claims', problem: z.prettifyError(claim.error), record });
  }
  const kept = byCollection(() => new Map<string, Saved>());
  for (const [name, records] of Object.entries(file.data.collections)) {
    for (const record of records) {
      const problem = keep(kept, name, record);
      if (problem !== undefined) rejected.push({ collection: name, problem, record });
    }
  }
  return { kind: 'state', state: { claims, collections: kept }, rejected };
}

/** Adds the record to its collection, or says why not. */
function keep(
  kept: { readonly [C in CollectionName]: Map<string, Saved> },
  name: string,
  record: unknown,
): string | undefined {
  if (!isCollectionName(name)) return 'there is no such collection';
  const outer = recordSchema.safeParse(record);
  if (!outer.success) return z.prettifyError(outer.error);
  const { key, expiresAt, value } = outer.data;
  const inner = collections[name].schema.safeParse(value);
  if (!inner.success) return z.prettifyError(inner.error);
  // The value as it stood in the file: fields this version does not know are kept for one that does.
  kept[name].set(key, { json: JSON.stringify(value), expiresAt });
  return undefined;
}

function isCollectionName(name: string): name is CollectionName {
  return Object.hasOwn(collections, name);
}
