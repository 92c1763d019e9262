import { mkdir, open, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { readIfThere } from './durable-file.js';
import { errnoOf, storeFailed } from './store-error.js';

/**
 * Records of a shell, one JSON object a line, in a file of their own: a bot may hold the state's lock, and a line can be
 * added to a file by several processes at once.
 */
export interface LinesFile<T> {
  /** Of the file, in the data folder. */
  readonly name: string;
  /** Of the file before this one. */
  readonly olderName: string;
  /** A file that is larger becomes the older one, so that there are two of about this size at most. */
  readonly mostBytes: number;
  /** Throws for what is no such record. */
  readonly parse: (value: unknown) => T;
}

/** Adds one record. Throws `UserError` `store-failed` when the folder cannot be written. */
export async function addLine<T>(
  dataDir: string,
  { name, olderName, mostBytes }: LinesFile<T>,
  record: T,
): Promise<void> {
  const path = join(dataDir, name);
  try {
    await mkdir(dataDir, { recursive: true, mode: 0o700 });
    const size = await stat(path).then(
      (known) => known.size,
      () => 0,
    );
    if (size > mostBytes) await rename(path, join(dataDir, olderName)).catch(unlessGone);
    const file = await open(path, 'a', 0o600);
    try {
      await file.appendFile(`${JSON.stringify(record)}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
  } catch (error) {
    throw storeFailed(dataDir, error);
  }
}

/** All records, oldest first. Lines that are none are left out. Throws `UserError` `store-failed`. */
export async function readLines<T>(dataDir: string, { name, olderName, parse }: LinesFile<T>): Promise<T[]> {
  try {
    const files = await Promise.all([olderName, name].map((each) => readIfThere(join(dataDir, each))));
    return files.flatMap((bytes) => (bytes === undefined ? [] : recordsIn(bytes.toString('utf8'), parse)));
  } catch (error) {
    throw storeFailed(dataDir, error);
  }
}

function recordsIn<T>(text: string, parse: (value: unknown) => T): T[] {
  return text.split('\n').flatMap((line) => {
    try {
      return parse(JSON.parse(line));
    } catch {
      // An empty last line, or one that a full disk cut.
      return [];
    }
  });
}

/** Another process renamed it first. */
function unlessGone(error: unknown): void {
  if (errnoOf(error) !== 'ENOENT') throw error;
}
