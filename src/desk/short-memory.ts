import { randomUUID } from 'node:crypto';

/** What was shown, for as long as somebody may press a button under it. In memory only: a restart forgets. */
export interface ShortMemory<Kept> {
  /** Keeps something; gives the id to ask for it by, which nobody can guess. */
  keep(what: Kept): string;
  /** What was kept; undefined when it is too old or was pushed out. */
  get(id: string): Kept | undefined;
}

/** Makes one that keeps `most` things at most, each for `ms` milliseconds. `now`: milliseconds since 1970. */
export function createShortMemory<Kept>(
  now: () => number,
  { most, ms }: { readonly most: number; readonly ms: number },
): ShortMemory<Kept> {
  const kept = new Map<string, { readonly what: Kept; readonly at: number }>();
  return {
    keep(what) {
      const id = randomUUID();
      kept.set(id, { what, at: now() });
      for (const [oldest, { at }] of kept) {
        if (kept.size <= most && at > now() - ms) break;
        kept.delete(oldest);
      }
      return id;
    },
    get(id) {
      const found = kept.get(id);
      return found === undefined || found.at < now() - ms ? undefined : found.what;
    },
  };
}
