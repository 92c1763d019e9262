import type { Tenants } from '../connectors/index.js';
import type { Alerting } from '../model/alerting.js';
import type { Product } from '../model/system.js';
import { TenantError } from '../model/tenant-error.js';
import type { Budget } from './budget.js';
import type { AlertEvent } from './event.js';
import { type Cursor, type Feed, firstCursor } from './feed.js';

/** What reading every feed brought. */
export interface FeedsRead {
  readonly events: readonly AlertEvent[];
  readonly cursors: Alerting['cursors'];
  /** Systems whose events could not be read, with why. */
  readonly problems: readonly { readonly error: TenantError; readonly at: number }[];
  readonly readAt: ReadonlyMap<Product, number>;
  /** Systems that nobody asked, since the budget of calls is spent: how they are is not known. */
  readonly putOff: readonly Product[];
  /** Systems with a feed that was not read to its end, or not at all. */
  readonly behind: readonly Product[];
}

interface Reading {
  readonly cursors: Alerting['cursors'];
  readonly budget: Budget;
  readonly now: () => number;
}

/** Reads every feed of a configured system as far as the budget goes. What a failing step brought before it counts. */
export async function readFeeds(feeds: readonly Feed[], tenants: Tenants, reading: Reading): Promise<FeedsRead> {
  const read = await Promise.all(feeds.map((feed) => readFeed(feed, tenants, reading)));
  return {
    events: read.flatMap(({ events }) => events),
    cursors: Object.fromEntries(read.flatMap(({ system, cursor }) => (cursor === undefined ? [] : [[system, cursor]]))),
    problems: read.flatMap(({ problem }) => problem ?? []),
    putOff: read.flatMap(({ system, isPutOff }) => (isPutOff ? [system] : [])),
    behind: read.flatMap(({ system, isAtEnd }) => (isAtEnd ? [] : [system])),
    readAt: new Map(read.flatMap(({ system, readAt }) => (readAt === undefined ? [] : [[system, readAt]]))),
  };
}

async function readFeed(feed: Feed, tenants: Tenants, { cursors, budget, now }: Reading) {
  const { system } = feed;
  const tenant = tenants[system];
  const events: AlertEvent[] = [];
  let cursor: Cursor | undefined;
  let readAt: number | undefined;
  let more = true;
  if (tenant === undefined) return { system, events, cursor, readAt, isPutOff: false, isAtEnd: false };
  try {
    while (more && budget.take(system, 'feed')) {
      const step = await feed.read(tenant, cursor ?? cursors[system] ?? firstCursor(now()), now());
      events.push(...step.events);
      ({ cursor, more } = step);
      readAt = now();
    }
  } catch (error) {
    if (!(error instanceof TenantError)) throw error;
    return { system, events, cursor, readAt, isPutOff: false, isAtEnd: false, problem: { error, at: now() } };
  }
  return { system, events, cursor, readAt, isPutOff: readAt === undefined, isAtEnd: !more };
}
