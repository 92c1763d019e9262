import { type AlertsHolder, holdAlerts } from './alerts-holder.js';
import { createAskTenants } from './ask-tenants.js';
import type { Config } from './config.js';
import type { Tenants } from './connectors/index.js';
import { createDesk } from './desk/desk.js';
import type { People } from './desk/look-up.js';
import type { Groups } from './desk/permission.js';
import type { Desk } from './desk/question.js';
import { watchFolders } from './knowledge/watch.js';
import { type LibraryHolder, openLibrary } from './library-holder.js';
import type { Notifier } from './model/alert.js';
import type { Log } from './model/log.js';
import { products } from './model/system.js';
import { openPictureReader } from './picture-reader.js';
import { consoleLinks, createRunChecks } from './run-checks.js';
import { openStore } from './state/index.js';
import { readShellTrail } from './state/shell-trail.js';

/** The parts of a running bot, whatever surface stands in front of it. */
export interface Bot {
  readonly desk: Desk;
  readonly knowledge: LibraryHolder;
  /** Absent when no channel is to be told. */
  readonly alerts: AlertsHolder | undefined;
  /** The clients of the configured live systems, as opened last. */
  tenants(): Tenants;
  /** Opens them afresh: rate limits, failures and tokens that they remember are forgotten. */
  reopenTenants(): void;
  /** Follows changes of the knowledge's files from now on. */
  watchKnowledge(): void;
  /** Stops watching and alerting, writes what is pending and frees the data folder. */
  close(): Promise<void>;
}

/** How `compose` reaches the world. */
export interface Surroundings {
  readonly log: Log;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** The workspace that the askers belong to. */
  readonly directory: Groups & People;
  /** Where alerts are told. */
  readonly notifier: Notifier;
  /** How a person calls the command line on this data folder, if not by its bare name. */
  readonly shellCall?: string;
}

/**
 * Puts the parts together: configuration → knowledge, store, desk. Rejects with `UserError` when the knowledge does not
 * load or the data folder can't be used.
 */
export async function compose(
  config: Config,
  { log, now, directory, notifier, shellCall }: Surroundings,
): Promise<Bot> {
  const folders = { knowledge: config.knowledgeDir, intents: config.intentsDir };
  // Side by side: one waits for the disk while the other works.
  const reading = openLibrary(folders, config.dataDir, log);
  // Heard below; when the store does not open, nobody listens any more.
  reading.catch(() => undefined);
  const store = await openStore({ dataDir: config.dataDir, clock: now, machineClock: Date.now, log });
  try {
    const knowledge = await reading;
    const connect = await connectorOf(config, log, now);
    let tenants = connect();
    const askTenants = createAskTenants(config, {
      tenants: () => tenants,
      understand: () => knowledge.current().understand,
      articles: () => knowledge.current().library.articles,
      now,
    });
    const runChecks = createRunChecks(config, {
      tenants: () => tenants,
      understand: () => knowledge.current().understand,
      now,
      log,
    });
    const live = askTenants &&
      runChecks && {
        askTenants,
        runChecks,
        linkOf: consoleLinks(config),
        rights: config.lookupRights,
        groups: directory,
        people: directory,
        otherEntries: () => readShellTrail(config.dataDir),
      };
    const alerts = holdAlerts(config.alerts, {
      store,
      notifier,
      tenants: () => tenants,
      understand: () => knowledge.current().understand,
      titleOf: (articleId) => knowledge.current().library.articles.get(articleId)?.title,
      names: config.names,
      now,
      log,
    });
    const pictures = openPictureReader();
    let stopWatching = async () => {};
    return {
      desk: createDesk({
        current: knowledge.current,
        store,
        now,
        log,
        readPicture: pictures.read,
        rights: config.lookupRights,
        ...(shellCall === undefined ? {} : { shellCall }),
        ...(live === undefined ? {} : { live }),
        ...(alerts === undefined ? {} : { alerts: alerts.door }),
      }),
      knowledge,
      alerts,
      tenants: () => tenants,
      reopenTenants() {
        tenants = connect();
      },
      watchKnowledge() {
        stopWatching = watchFolders(folders, () => void knowledge.reload(), log).stop;
      },
      async close() {
        await stopWatching();
        await alerts?.stop();
        await pictures.close();
        await store.close();
      },
    };
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** Opens the configured systems, each time anew. The clients are loaded only where a system is configured. */
async function connectorOf({ tenants }: Config, log: Log, now: () => number): Promise<() => Tenants> {
  if (products.every((product) => tenants[product] === undefined)) return () => ({});
  const { openTenants, realTime } = await import('./connectors/index.js');
  return () => openTenants(tenants, { log, random: Math.random, time: { ...realTime, now } });
}
