import { type TrailEntry, trailEntrySchema } from './collections.js';
import { addLine, type LinesFile, readLines } from './lines-file.js';

/** What was looked up from a shell. Two files of this size at most: about 4,000 lookups. */
const trail: LinesFile<TrailEntry> = {
  name: 'trail-shell.jsonl',
  olderName: 'trail-shell.1.jsonl',
  mostBytes: 512 * 1024,
  parse: (value) => trailEntrySchema.parse(value),
};

/** Adds one entry. Throws `UserError` `store-failed` when the folder cannot be written. */
export function addToShellTrail(dataDir: string, entry: TrailEntry): Promise<void> {
  return addLine(dataDir, trail, entry);
}

/** All entries, oldest first. Lines that are none are left out. Throws `UserError` `store-failed`. */
export function readShellTrail(dataDir: string): Promise<TrailEntry[]> {
  return readLines(dataDir, trail);
}
