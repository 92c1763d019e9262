import { watch } from 'chokidar';
import type { Log } from '../model/log.js';
import type { LibraryFolders } from './load.js';

/** Editors write a file in several steps; a moment of quiet means they are done. */
const quietMs = 300;

/** Folders being watched. */
export interface FolderWatch {
  /** Resolves once changes are seen. */
  readonly ready: Promise<void>;
  stop(): Promise<void>;
}

/** Calls back after files in the two folders have changed and come to rest. When watching fails, the log says so. */
export function watchFolders(folders: LibraryFolders, changed: () => void, log: Log): FolderWatch {
  let timer: NodeJS.Timeout | undefined;
  const watcher = watch([folders.knowledge, folders.intents], { ignoreInitial: true, depth: 0 });
  watcher.on('all', () => {
    clearTimeout(timer);
    timer = setTimeout(changed, quietMs);
  });
  // Without a listener this event ends the process, and the system's limit on watched files is easily met.
  watcher.on('error', (error) => {
    log.warn('Changes of the knowledge are not seen; restart the bot after editing it', { error });
  });
  return {
    ready: new Promise((resolve) => {
      watcher.once('ready', resolve);
    }),
    async stop() {
      clearTimeout(timer);
      await watcher.close();
    },
  };
}
