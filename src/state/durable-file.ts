import { open, readFile, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { errnoOf } from './store-error.js';

/** What a file system answers that cannot sync a folder: Windows, and some network and container mounts. */
const cannotSyncFolders = ['EINVAL', 'EPERM', 'EACCES', 'EISDIR', 'ENOTSUP', 'EBADF'];

/**
 * Replaces a file as a whole: after a crash at any moment it has either the old or the new content, and once resolved
 * the new one survives a power cut. Readable by its owner only. One writer at a time.
 *
 * lowdb's own file adapter (steno) also renames, but never syncs, so a power cut can leave an empty file; and it has no
 * mode, so the file would be readable by everyone.
 */
export async function replaceFile(path: string, content: string | Uint8Array): Promise<void> {
  const temporary = join(dirname(path), `.${basename(path)}.tmp`);
  try {
    const file = await open(temporary, 'w', 0o600);
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    // On a full disk the half-written copy is in the way of the next attempt.
    await rm(temporary, { force: true }).catch(() => undefined);
    throw error;
  }
  await syncFolder(dirname(path));
}

/** The file's bytes, or undefined when there is no such file. */
export async function readIfThere(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** Makes a rename in this folder survive a power cut. */
async function syncFolder(path: string): Promise<void> {
  try {
    const folder = await open(path, 'r');
    try {
      await folder.sync();
    } finally {
      await folder.close();
    }
  } catch (error) {
    if (!cannotSyncFolders.includes(errnoOf(error) ?? '')) throw error;
  }
}
