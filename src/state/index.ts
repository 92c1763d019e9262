import { type LowdbStoreOptions, openLowdbStore } from './lowdb.js';
import type { Store } from './store.js';

/** Opens the bot's memory. Throws `UserError` (`store-busy`, `store-corrupt`, `store-failed`) when it cannot be used. */
export function openStore(options: LowdbStoreOptions): Promise<Store> {
  return openLowdbStore(options);
}
