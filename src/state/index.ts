import type { LowdbStoreOptions } from './lowdb.js';
import { openLowdbStore } from './lowdb.js';
import type { Store } from './store.js';

export type { CollectionName, Collections, Store } from './store.js';

export type StoreOptions = LowdbStoreOptions;

/** Opens the bot's memory. Throws `UserError` (`store-busy`, `store-corrupt`, `store-failed`) when it cannot be used. */
export function openStore(options: StoreOptions): Promise<Store> {
  return openLowdbStore(options);
}
