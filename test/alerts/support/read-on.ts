import type { AlertEvent } from '../../../src/alerts/event.js';
import { type Cursor, type Feed, firstCursor } from '../../../src/alerts/feed.js';
import { feeds } from '../../../src/alerts/feeds/index.js';
import type { Tenants } from '../../../src/connectors/index.js';

/** What reading a feed until nothing is left brought. */
export interface ReadOn {
  readonly events: readonly AlertEvent[];
  readonly cursor: Cursor;
  readonly steps: number;
}

/** Reads on from a cursor, which is kept as JSON between any two steps. */
export async function readOn(
  system: 'okta' | 'access',
  tenants: Tenants,
  now: number,
  from: Cursor = firstCursor(now),
): Promise<ReadOn> {
  const feed = feeds.find((one) => one.system === system) as Feed<typeof system>;
  const tenant = tenants[system];
  if (tenant === undefined) throw new Error(`${system} is not configured`);
  const events: AlertEvent[] = [];
  let cursor = from;
  for (let steps = 1; steps <= 100; steps++) {
    const step = await feed.read(tenant, cursor, now);
    events.push(...step.events);
    cursor = JSON.parse(JSON.stringify(step.cursor)) as Cursor;
    if (!step.more) return { events, cursor, steps };
  }
  throw new Error('The feed does not end.');
}
