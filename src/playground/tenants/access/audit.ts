import type { Context } from 'hono';
import { hour } from '../time.js';
import type { AccessTenant } from './objects.js';

const maxPage = 5_000;
/** No row past this one is ever sent. */
const maxRows = 10_000;

const numberOf = (c: Context, name: string): number | undefined => {
  const raw = c.req.query(name);
  return raw !== undefined && /^\d{1,15}$/.test(raw) ? Number(raw) : undefined;
};

/**
 * `GET /analytics/reports/audit`: a table, newest row first. Filters by time, type and action only; every cell is a
 * string (the object may be null), the fifth the whole event as JSON text.
 */
export const sendAudit = (c: Context, access: AccessTenant, now: number): Response => {
  const to = numberOf(c, 'toMillis') ?? now;
  const from = numberOf(c, 'fromMillis') ?? to - 72 * hour;
  const objectType = c.req.query('objectType');
  const action = c.req.query('action');
  const start = numberOf(c, 'startIndex') ?? 0;
  const size = Math.min(numberOf(c, 'pageSize') ?? maxPage, maxPage);
  const rows = access.audit
    .filter(
      ({ event }) =>
        event.timestamp >= from &&
        event.timestamp <= to &&
        (objectType === undefined || event.objectType === objectType) &&
        (action === undefined || event['objectAction'] === action),
    )
    .sort((one, other) => other.event.timestamp - one.event.timestamp);
  const asked = new URL(c.req.url);
  return c.json({
    header: ['reports.dateAndTime', 'reports.userDomain', 'reports.Event', 'reports.object', ''],
    headerArg: ['', '', '', '', ''],
    data: rows
      .slice(start, Math.min(start + size, maxRows))
      .map(({ who, summary, event }) => [
        String(event.timestamp),
        who,
        summary,
        event.objectName,
        JSON.stringify(event),
      ]),
    _links: { self: { href: `${asked.pathname}${asked.search}` } },
  });
};
