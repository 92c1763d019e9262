import { auditPage } from '../../lookups/events/window.js';
import { type Cursor, type Feed, type FeedStep, recentIds } from '../feed.js';
import { accessAlertEvent } from './access-event.js';

const minute = 60_000;
/** Rows may be written a little after what they tell of, and the two clocks differ. Nothing documented says how much. */
const overlapMs = 5 * minute;
/** No rule looks back further. */
const oldestMs = 24 * 60 * minute;

/** A stretch of time that is read piece by piece: from `from` to `to` next, in the end up to `end`. Milliseconds. */
interface Pass {
  readonly from: number;
  readonly to: number;
  readonly end: number;
}

/**
 * The audit report of Access, from five minutes before it was read last until now; rows seen already are told by their
 * id. A window with more rows than a page has is halved until it fits, since which of them a page leaves out is not
 * documented; the pieces after it grow again. Where a pass stands is in `after`, so that it goes on in the next round.
 *
 * What cannot be known: rows that are written more than five minutes late are missed, and of one millisecond with more
 * than a page of rows only that page is read.
 */
export const accessFeed: Feed<'access'> = {
  system: 'access',
  async read(access, cursor, now) {
    const { from, to, end } = passIn(cursor, now) ?? passFrom(cursor, now);
    const rows = await access.auditEvents({
      from: new Date(from),
      to: new Date(to),
      pageSize: auditPage,
      pages: 1,
    });
    if (rows.more && to - from > 1) {
      const pass = { from, to: from + Math.floor((to - from) / 2), end };
      return { events: [], cursor: { ...cursor, after: written(pass) }, more: true };
    }
    const seen = new Set(cursor.recent);
    const all = rows.items.flatMap((row) => accessAlertEvent(row) ?? []);
    const events = all.filter(({ id }) => !seen.has(id) && seen.add(id)).sort((a, b) => a.at - b.at);
    // In a window read as a whole is everything that the next one overlaps with; a piece of one has only its part.
    const isWhole = cursor.after === undefined && to >= end;
    const recent = isWhole ? recentIds([], all) : recentIds(cursor.recent, events);
    if (to >= end) return { events, cursor: { upTo: end, recent }, more: false };
    const next = { from: to, to: Math.min(end, to + 2 * (to - from)), end };
    return { events, cursor: { upTo: cursor.upTo, recent, after: written(next) }, more: true } satisfies FeedStep;
  },
};

function passFrom({ upTo }: Cursor, now: number): Pass {
  const from = Math.max(Math.min(upTo, now) - overlapMs, now - oldestMs);
  return { from, to: now, end: now };
}

function written({ from, to, end }: Pass): string {
  return `${from} ${to} ${end}`;
}

/** The pass that was begun; none when there is none, or when it is of another day. */
function passIn({ after }: Cursor, now: number): Pass | undefined {
  const parts = /^(?<from>\d{1,15}) (?<to>\d{1,15}) (?<end>\d{1,15})$/.exec(after ?? '')?.groups;
  if (parts === undefined) return undefined;
  const [from, to, end] = [Number(parts['from']), Number(parts['to']), Number(parts['end'])];
  return end > now - oldestMs && end <= now && from <= to && to <= end ? { from, to, end } : undefined;
}
