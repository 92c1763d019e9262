import { type CollectionName, collections, mostClaims } from './collections.js';
import { byCollection, type Saved, type State } from './state-file.js';

/** Changes on top of a state that stays as it is until they are safely on disk. Copies only what is changed. */
export class Draft {
  readonly #base: State;
  readonly #now: number;
  #claims: Map<string, number> | undefined;
  readonly #changed = new Map<CollectionName, Map<string, Saved>>();

  /** @param now milliseconds since 1970; all changes of one draft happen at this moment. */
  constructor(base: State, now: number) {
    this.#base = base;
    this.#now = now;
  }

  /** True when something has to be written. */
  get changed(): boolean {
    return this.#claims !== undefined || this.#changed.size > 0;
  }

  claim(key: string, ttlMs: number): boolean {
    const until = (this.#claims ?? this.#base.claims).get(key);
    if (until !== undefined && until > this.#now) return false;
    this.#claims ??= new Map(this.#base.claims);
    // Deleted first, so that a renewed claim is the youngest.
    this.#claims.delete(key);
    this.#claims.set(key, this.#now + ttlMs);
    return true;
  }

  put(name: CollectionName, key: string, json: string, ttlMs: number | undefined): void {
    const records = this.#writable(name);
    records.delete(key);
    records.set(key, { json, expiresAt: ttlMs === undefined ? undefined : this.#now + ttlMs });
  }

  delete(name: CollectionName, key: string): boolean {
    const saved = (this.#changed.get(name) ?? this.#base.collections[name]).get(key);
    if (saved === undefined || !isLive(saved, this.#now)) return false;
    return this.#writable(name).delete(key);
  }

  /** The new state, without what has expired and what is over a limit; and which collections were over it. */
  finish(): { readonly state: State; readonly overfull: readonly CollectionName[] } {
    const overfull: CollectionName[] = [];
    const isClaimed = (until: number) => until > this.#now;
    const { map: claims } = trim(this.#claims ?? this.#base.claims, isClaimed, mostClaims);
    const kept = byCollection((name) => {
      const records = this.#changed.get(name) ?? this.#base.collections[name];
      const { map, overfull: isOverfull } = trim(records, (saved) => isLive(saved, this.#now), collections[name].most);
      if (isOverfull) overfull.push(name);
      return map;
    });
    return { state: { claims, collections: kept }, overfull };
  }

  #writable(name: CollectionName): Map<string, Saved> {
    const known = this.#changed.get(name);
    if (known !== undefined) return known;
    const copy = new Map(this.#base.collections[name]);
    this.#changed.set(name, copy);
    return copy;
  }
}

/** True until the record's time has passed. */
export function isLive(saved: Saved, now: number): boolean {
  return saved.expiresAt === undefined || saved.expiresAt > now;
}

/** The same map when nothing has to go, so that it need not be encoded again; else a copy without that. */
function trim<Value>(
  map: ReadonlyMap<string, Value>,
  isKept: (value: Value) => boolean,
  most: number,
): { readonly map: ReadonlyMap<string, Value>; readonly overfull: boolean } {
  let kept = 0;
  for (const value of map.values()) if (isKept(value)) kept += 1;
  if (kept === map.size && kept <= most) return { map, overfull: false };
  const entries = [...map].filter(([, value]) => isKept(value));
  return { map: new Map(entries.slice(-most)), overfull: kept > most };
}
