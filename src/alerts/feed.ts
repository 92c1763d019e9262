import type { Tenants } from '../connectors/index.js';
import type { Product } from '../model/system.js';
import type { AlertEvent } from './event.js';

/** How far a feed has read. Plain JSON, kept in the store. */
export interface Cursor {
  /** Where the system goes on, in its own words. */
  readonly after?: string | undefined;
  /** The moment up to which it was read, milliseconds since 1970. */
  readonly upTo: number;
  /** Ids of the latest events, so that none counts twice where windows overlap. */
  readonly recent: readonly string[];
}

/** What one reading of a feed brought. */
export interface FeedStep {
  readonly events: readonly AlertEvent[];
  readonly cursor: Cursor;
  /** More is there to be read now. */
  readonly more: boolean;
}

/** A system's stream of events, read step by step. A step makes one call. */
export interface Feed<S extends Product = Product> {
  readonly system: S;
  /** Rejects with `TenantError` when the system cannot be read; the cursor then stays as it was. */
  read(tenant: NonNullable<Tenants[S]>, cursor: Cursor, now: number): Promise<FeedStep>;
}

/** Ids kept for telling what was seen, at most. More than a step brings. */
const mostRecent = 10_000;
/** Where a feed begins that was never read: what happened just before counts. */
export const lookBackMs = 60 * 60_000;

/** A cursor for a feed that was never read. */
export function firstCursor(now: number): Cursor {
  return { upTo: now - lookBackMs, recent: [] };
}

/** The ids after these, the newest kept: `most`, or as many as a cursor has room for. */
export function recentIds(before: readonly string[], events: readonly AlertEvent[], most = mostRecent): string[] {
  return [...before, ...events.map(({ id }) => id)].slice(-most);
}
