import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { deserialize, serialize } from 'node:v8';
import type { Library } from './knowledge/library.js';
import type { LibraryFiles } from './knowledge/load.js';

/** The shipped files as one parsed library, written when the package was built: parsing them takes a quarter of a second. */
const shippedLibraryFile = new URL('./library.bin', import.meta.url);

/** The library of these files when they are exactly the shipped ones; else undefined, and they have to be parsed. */
export async function shippedLibrary(files: LibraryFiles): Promise<Library | undefined> {
  try {
    const kept = deserialize(await readFile(shippedLibraryFile)) as { fingerprint?: unknown; library: Library };
    return kept.fingerprint === fingerprintOf(files) ? kept.library : undefined;
  } catch {
    // Not built, or by another version of Node.
    return undefined;
  }
}

/** Keeps the library of the shipped files. Only the build calls this. */
export async function shipLibrary(files: LibraryFiles, library: Library): Promise<void> {
  await writeFile(shippedLibraryFile, serialize({ fingerprint: fingerprintOf(files), library }));
}

function fingerprintOf(files: LibraryFiles): string {
  const hash = createHash('sha256');
  for (const { file, text } of [...files.articles, ...files.intents]) hash.update(`${file}\0${text}\0`);
  // A file that can't be read is no part of what was shipped.
  return files.faults.length === 0 ? hash.digest('hex') : '';
}
