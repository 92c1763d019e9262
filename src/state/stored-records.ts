import { join } from 'node:path';
import type { CollectionName, Collections } from './collections.js';
import { readIfThere } from './durable-file.js';
import { decode } from './state-file.js';
import { storeFailed } from './store-error.js';

/**
 * The live records of a collection in the state of a bot that may be running: the state file is replaced as a whole, so
 * reading it needs no lock. Oldest written first; nothing when there is no state or it cannot be understood (the bot says
 * so when it starts). `now` is milliseconds since 1970. Rejects with `UserError` `store-failed`.
 */
export async function readStoredRecords<C extends CollectionName>(
  dataDir: string,
  collection: C,
  now: number,
): Promise<Collections[C][]> {
  try {
    const bytes = await readIfThere(join(dataDir, 'state.json'));
    const decoded = bytes === undefined ? undefined : decode(bytes);
    if (decoded?.kind !== 'state') return [];
    return (
      [...decoded.state.collections[collection].values()]
        .filter(({ expiresAt }) => expiresAt === undefined || expiresAt > now)
        // Checked against the schema by `decode`.
        .map(({ json }) => JSON.parse(json) as Collections[C])
    );
  } catch (error) {
    throw storeFailed(dataDir, error);
  }
}
