import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Low } from 'lowdb';
import { UserError } from '../model/errors.js';
import type { Log } from '../model/log.js';
import { type CollectionName, type Collections, collections, longestKey } from './collections.js';
import { CommitQueue } from './commit-queue.js';
import { isLive } from './draft.js';
import { lockFolder } from './folder-lock.js';
import { stateAdapter } from './state-adapter.js';
import { emptyState, type Saved } from './state-file.js';
import type { Store } from './store.js';
import { storeFailed } from './store-error.js';

export interface LowdbStoreOptions {
  /** The folder for the state; made, for its owner only, when there is none. */
  readonly dataDir: string;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  /** The machine's own time, where `clock` may be ahead of it: other processes look at how old the folder's lock is. */
  readonly machineClock?: () => number;
  readonly log: Log;
}

/**
 * Opens the embedded store: lowdb on one JSON file, all of it in memory, for one process at a time. Calls made while
 * the file is being written share the next write. Throws `UserError`: `store-busy` when another process has the folder,
 * `store-corrupt` for a file of a newer version, `store-failed` when the folder cannot be read or written.
 */
export async function openLowdbStore(options: LowdbStoreOptions): Promise<Store> {
  const { dataDir, clock, machineClock = clock, log } = options;
  const folder = resolve(dataDir);
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const lock = await lockFolder(folder, machineClock);
    try {
      const db = new Low(stateAdapter({ dataDir: folder, clock, log }), emptyState());
      await db.read();
      return createStore(new CommitQueue({ db, lock, folder, clock, log }), clock);
    } catch (error) {
      await lock.release();
      throw error;
    }
  } catch (error) {
    throw error instanceof UserError ? error : storeFailed(folder, error);
  }
}

function createStore(queue: CommitQueue, clock: () => number): Store {
  return {
    async claim(key, ttlMs) {
      checkKey(key);
      checkTtl(ttlMs);
      return queue.submit((draft) => draft.claim(key, ttlMs));
    },
    async get(collection, key) {
      const saved = queue.committed().collections[collection].get(key);
      return saved !== undefined && isLive(saved, clock()) ? parsed<typeof collection>(saved) : undefined;
    },
    async put(collection, key, value, { ttlMs } = {}) {
      checkKey(key);
      if (ttlMs !== undefined) checkTtl(ttlMs);
      const json = toJson(collection, value);
      return queue.submit((draft) => draft.put(collection, key, json, ttlMs));
    },
    async delete(collection, key) {
      return queue.submit((draft) => draft.delete(collection, key));
    },
    async list(collection) {
      const now = clock();
      return [...queue.committed().collections[collection]]
        .filter(([, saved]) => isLive(saved, now))
        .map(([key, saved]) => ({ key, value: parsed<typeof collection>(saved) }));
    },
    close: () => queue.close(),
  };
}

function parsed<C extends CollectionName>(saved: Saved): Collections[C] {
  // Checked against the collection's schema when it was put or loaded.
  return JSON.parse(saved.json) as Collections[C];
}

function toJson(collection: CollectionName, value: unknown): string {
  const { error } = collections[collection].schema.safeParse(value);
  // Without the value: it may be what somebody wrote.
  if (error !== undefined) {
    const paths = error.issues.map((issue) => issue.path.join('.') || 'the record itself');
    throw new TypeError(`Not a record of “${collection}”: look at ${paths.join(', ')}.`);
  }
  return JSON.stringify(value);
}

function checkKey(key: string): void {
  if (key === '' || key.length > longestKey) throw new TypeError(`A key has 1 to ${longestKey} characters.`);
}

function checkTtl(ttlMs: number): void {
  if (!Number.isFinite(ttlMs) || ttlMs <= 0)
    throw new TypeError('A time to live is a positive number of milliseconds.');
}
