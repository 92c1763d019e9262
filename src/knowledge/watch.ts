import { watch } from 'chokidar';
import type { LibraryFolders } from './load.js';

/** Editors write a file in several steps; a moment of quiet means they are done. */
const quietMs = 300;

/** Calls back after files in the two folders have changed and come to rest. Returns how to stop. */
export function watchFolders(folders: LibraryFolders, changed: () => void): () => Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const watcher = watch([folders.knowledge, folders.intents], { ignoreInitial: true, depth: 0 });
  watcher.on('all', () => {
    clearTimeout(timer);
    timer = setTimeout(changed, quietMs);
  });
  return async () => {
    clearTimeout(timer);
    await watcher.close();
  };
}
