import { UserError } from '../model/errors.js';
import type { Log } from '../model/log.js';
import type { TrailEntry } from '../state/collections.js';
import type { Store } from '../state/store.js';
import { redact } from '../understanding/redact.js';

export type { TrailEntry } from '../state/collections.js';

/** What of a trail entry the caller knows; the trail adds the moment. */
export type Happened = Omit<TrailEntry, 'at'>;

/** The record of every lookup: who asked what about whom, where, when, and how it ended. */
export interface Trail {
  /** Never rejects. When it cannot be kept, the log gets the record instead. */
  record(happened: Happened): Promise<void>;
  /** Newest first. Rejects with `UserError` `store-failed`. */
  newest(most: number): Promise<{ readonly entries: readonly TrailEntry[]; readonly more: number }>;
}

/** What an investigation asks for later; longer than that nobody needs to know whom somebody looked up. */
export const trailMemoryMs = 90 * 24 * 3_600_000;
const longestText = 200;

/** A name as it may be kept: without secrets (people paste into the wrong field), and short. */
export function keptName(text: string): string {
  const line = redact(text.slice(0, 2_000)).text.replace(/\s+/g, ' ').trim();
  return line.length <= longestText ? line : `${line.slice(0, longestText - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/** Where a trail is kept besides the store: what was asked from a shell while a bot had the store. */
export type OtherEntries = () => Promise<readonly TrailEntry[]>;

/** Opens the trail over the bot's store. `now` is milliseconds since 1970. */
export function createTrail({
  store,
  now,
  log,
  others = async () => [],
}: {
  readonly store: Store;
  readonly now: () => number;
  readonly log: Log;
  readonly others?: OtherEntries;
}): Trail {
  let count = 0;
  return {
    async record(happened) {
      const entry: TrailEntry = { ...happened, at: new Date(now()).toISOString() };
      count += 1;
      try {
        // The moment alone is no key: two people can ask in the same millisecond.
        await store.put('trail', `${entry.at}:${count}:${entry.by}`, entry, { ttlMs: trailMemoryMs });
      } catch (error) {
        if (!(error instanceof UserError)) throw error;
        log.error('A lookup could not be recorded in the trail; this line is its record', { entry, error });
      }
    },
    async newest(most) {
      const [own, other] = await Promise.all([store.list('trail'), others()]);
      return newestOf([...own.map(({ value }) => value), ...other], most, now());
    },
  };
}

/** The newest entries that are young enough to be kept, newest first, and how many more there are: pure. */
export function newestOf(
  entries: readonly TrailEntry[],
  most: number,
  now: number,
): { readonly entries: readonly TrailEntry[]; readonly more: number } {
  const kept = entries
    .filter(({ at }) => Date.parse(at) > now - trailMemoryMs)
    // Stable, and entries come oldest first: of one moment the later one stands first.
    .reverse()
    .sort((a, b) => b.at.localeCompare(a.at));
  return { entries: kept.slice(0, most), more: Math.max(0, kept.length - most) };
}
