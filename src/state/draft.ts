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
    const claims = new Map([...(this.#claims ?? this.#base.claims)].filter(([, until]) => until > this.#now));
    dropOldest(claims, mostClaims);
    const kept = byCollection((name) => {
      const records = this.#changed.get(name) ?? this.#base.collections[name];
      const live = new Map([...records].filter(([, saved]) => isLive(saved, this.#now)));
      if (dropOldest(live, collections[name].most)) overfull.push(name);
      return live;
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

function dropOldest(records: Map<string, unknown>, most: number): boolean {
  const surplus = records.size - most;
  if (surplus <= 0) return false;
  for (const key of [...records.keys()].slice(0, surplus)) records.delete(key);
  return true;
}
