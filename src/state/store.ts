import type { CollectionName, Collections } from './collections.js';

export type { Feedback, ThreadRecord } from './collections.js';

/** One record of a collection, and the key it was put under. */
interface Entry<Value> {
  readonly key: string;
  readonly value: Value;
}

/**
 * Where the bot remembers. Every method is atomic on its own, and calls take effect in the order they were made. After
 * a resolved promise the change survives a crash of the process or the machine; after a rejected one nothing has
 * changed, and what was there before can still be read. Until then a change is seen by nobody.
 *
 * What is handed in is copied, what is handed out is the caller's own. Rejects with `UserError` `store-failed` when the
 * medium fails (the next call tries again) or the store is closed, with `store-busy` when another process took the
 * medium away, and with a `TypeError` for a value that does not fit its collection, a key that is empty or over 500
 * characters, or a time to live that is not positive.
 */
export interface Store {
  /**
   * The first caller with this key gets `true`, every later one `false`, until `ttlMs` has passed (by the store's
   * clock), also across restarts and, with a shared store, across processes.
   */
  claim(key: string, ttlMs: number): Promise<boolean>;
  get<C extends CollectionName>(collection: C, key: string): Promise<Collections[C] | undefined>;
  /**
   * Writes or replaces; either way it is now the record written last. With `ttlMs` the record is gone after that time;
   * without, it stays, also when the record it replaces had an end.
   */
  put<C extends CollectionName>(
    collection: C,
    key: string,
    value: Collections[C],
    options?: { ttlMs?: number },
  ): Promise<void>;
  /** True when there was such a live record. */
  delete(collection: CollectionName, key: string): Promise<boolean>;
  /** All live records, oldest written first. A full collection loses its oldest to each new one (`collections.ts`). */
  list<C extends CollectionName>(collection: C): Promise<readonly Entry<Collections[C]>[]>;
  /** Writes what is pending and gives up the lock. Calls after it reject; a second `close` changes nothing. */
  close(): Promise<void>;
}
