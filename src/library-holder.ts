import { join } from 'node:path';
import type { Library } from './knowledge/library.js';
import { LibraryError, type LibraryFolders, parseLibrary, readLibraryFiles } from './knowledge/load.js';
import { warningsOf } from './knowledge/warnings.js';
import type { Log } from './model/log.js';
import type { Understand } from './model/understanding.js';
import { modelFor } from './model-store.js';
import { shippedLibrary } from './shipped-library.js';
import { createUnderstand, examplesOf } from './understanding/index.js';

/** The library in use and the understanding made from it; always of one and the same load. */
export interface Knowledge {
  readonly library: Library;
  readonly understand: Understand;
}

/** Holds the last good knowledge of a running bot. */
export interface LibraryHolder {
  current(): Knowledge;
  /** Reads the folders again. When they don't load, the last good knowledge stays and the log says why. */
  reload(): Promise<void>;
}

/**
 * Reads the folders once; the log is told what the knowledge lacks though it loads. Rejects with `LibraryError` when it
 * does not load: a bot does not start on broken knowledge.
 */
export async function openLibrary(folders: LibraryFolders, dataDir: string, log: Log): Promise<LibraryHolder> {
  let knowledge = await read(folders, dataDir);
  const warn = () => {
    for (const { folder, file, message, next } of warningsOf(knowledge.library))
      log.warn(message, { file: join(folders[folder], file), next });
  };
  warn();
  let queue: Promise<void> = Promise.resolve();
  const swap = async () => {
    try {
      knowledge = await read(folders, dataDir);
      log.info('Knowledge reloaded', {
        articles: knowledge.library.articles.size,
        intents: knowledge.library.intents.size,
      });
      warn();
    } catch (error) {
      const faults = error instanceof LibraryError ? error.faults : undefined;
      log.error('Knowledge does not load; the last good one stays in use', { faults, error });
    }
  };
  return {
    current: () => knowledge,
    reload() {
      // One after the other, so that the newest files win.
      queue = queue.then(swap);
      return queue;
    },
  };
}

async function read(folders: LibraryFolders, dataDir: string): Promise<Knowledge> {
  const files = await readLibraryFiles(folders);
  const library = (await shippedLibrary(files)) ?? (await parseLibrary(files));
  const model = await modelFor(examplesOf(library.intents.values()), dataDir);
  return { library, understand: createUnderstand(library.intents, model) };
}
