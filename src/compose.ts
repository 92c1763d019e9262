import { createAskTenants } from './ask-tenants.js';
import type { Config } from './config.js';
import type { Tenants } from './connectors/index.js';
import { createDesk } from './desk/desk.js';
import type { People } from './desk/look-up.js';
import type { Groups } from './desk/permission.js';
import type { Desk } from './desk/question.js';
import { watchFolders } from './knowledge/watch.js';
import { type LibraryHolder, openLibrary } from './library-holder.js';
import type { Log } from './model/log.js';
import { products } from './model/system.js';
import { openStore } from './state/index.js';
import { readShellTrail } from './state/shell-trail.js';

/** The parts of a running bot, whatever surface stands in front of it. */
export interface Bot {
  readonly desk: Desk;
  readonly knowledge: LibraryHolder;
  /** The clients of the configured live systems, as opened last. */
  tenants(): Tenants;
  /** Opens them afresh: rate limits, failures and tokens that they remember are forgotten. */
  reopenTenants(): void;
  /** Follows changes of the knowledge's files from now on. */
  watchKnowledge(): void;
  /** Stops watching, writes what is pending and frees the data folder. */
  close(): Promise<void>;
}

/** How `compose` reaches the world. */
export interface Surroundings {
  readonly log: Log;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** The workspace that the askers belong to. */
  readonly directory: Groups & People;
}

/**
 * Puts the parts together: configuration → knowledge, store, desk. Rejects with `UserError` when the knowledge does not
 * load or the data folder can't be used.
 */
export async function compose(config: Config, { log, now, directory }: Surroundings): Promise<Bot> {
  const folders = { knowledge: config.knowledgeDir, intents: config.intentsDir };
  // Side by side: one waits for the disk while the other works.
  const reading = openLibrary(folders, config.dataDir, log);
  // Heard below; when the store does not open, nobody listens any more.
  reading.catch(() => undefined);
  const store = await openStore({ dataDir: config.dataDir, clock: now, log });
  try {
    const knowledge = await reading;
    const connect = await connectorOf(config, log);
    let tenants = connect();
    const askTenants = createAskTenants(config, {
      tenants: () => tenants,
      understand: () => knowledge.current().understand,
      now,
    });
    const live = askTenants && {
      askTenants,
      rights: config.lookupRights,
      groups: directory,
      people: directory,
      otherEntries: () => readShellTrail(config.dataDir),
    };
    let stopWatching = async () => {};
    return {
      desk: createDesk({ current: knowledge.current, store, now, log, ...(live === undefined ? {} : { live }) }),
      knowledge,
      tenants: () => tenants,
      reopenTenants() {
        tenants = connect();
      },
      watchKnowledge() {
        stopWatching = watchFolders(folders, () => void knowledge.reload(), log).stop;
      },
      async close() {
        await stopWatching();
        await store.close();
      },
    };
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** Opens the configured systems, each time anew. The clients are loaded only where a system is configured. */
async function connectorOf({ tenants }: Config, log: Log): Promise<() => Tenants> {
  if (products.every((product) => tenants[product] === undefined)) return () => ({});
  const { openTenants } = await import('./connectors/index.js');
  return () => openTenants(tenants, { log, random: Math.random });
}
