import { mkdir, open, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type TrailEntry, trailEntrySchema } from './collections.js';
import { readIfThere } from './durable-file.js';
import { errnoOf, storeFailed } from './store-error.js';

/**
 * What was looked up from a shell. It has a file of its own, one JSON object a line: a bot may hold the state's lock, and
 * a line can be added to a file by several processes at once.
 */
const fileName = 'trail-shell.jsonl';
/** The file before this one. */
const olderName = 'trail-shell.1.jsonl';
/** Two files of this size at most: about 4,000 lookups. */
const mostBytes = 512 * 1024;

/** Adds one entry. Throws `UserError` `store-failed` when the folder cannot be written. */
export async function addToShellTrail(dataDir: string, entry: TrailEntry): Promise<void> {
  const path = join(dataDir, fileName);
  try {
    await mkdir(dataDir, { recursive: true, mode: 0o700 });
    const size = await stat(path).then(
      (known) => known.size,
      () => 0,
    );
    if (size > mostBytes) await rename(path, join(dataDir, olderName)).catch(unlessGone);
    const file = await open(path, 'a', 0o600);
    try {
      await file.appendFile(`${JSON.stringify(entry)}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
  } catch (error) {
    throw storeFailed(dataDir, error);
  }
}

/** All entries, oldest first. Lines that are none are left out. Throws `UserError` `store-failed`. */
export async function readShellTrail(dataDir: string): Promise<TrailEntry[]> {
  try {
    const files = await Promise.all([olderName, fileName].map((name) => readIfThere(join(dataDir, name))));
    return files.flatMap((bytes) => (bytes === undefined ? [] : entriesIn(bytes.toString('utf8'))));
  } catch (error) {
    throw storeFailed(dataDir, error);
  }
}

function entriesIn(text: string): TrailEntry[] {
  return text.split('\n').flatMap((line) => {
    try {
      return trailEntrySchema.parse(JSON.parse(line));
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
