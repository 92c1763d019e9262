import type { Context } from 'hono';
import { compileExpression } from '../expression/evaluate.js';
import { ExpressionError, parseExpression } from '../expression/parse.js';
import { day, hour } from '../time.js';
import { OktaError } from './answer.js';
import type { OktaContext, TenantsNow } from './app.js';
import { logDialect, logFilterError } from './log-attributes.js';
import { isBehind, type LogCursor, type Place, readCursor, writeCursor } from './log-cursor.js';
import type { LogEvent, OktaTenant } from './objects.js';
import { limitOf, setLinks } from './paging.js';

const retention = 90 * day;
const oldestSince = 180 * day;
/** What a reader of other tenants' log is given of this one's past. */
const pastOfOthers = hour;

const momentOf = (c: Context, name: 'since' | 'until'): number | undefined => {
  const raw = c.req.query(name);
  if (raw === undefined) return undefined;
  const moment = /^\d{4}-\d\d-\d\d/.test(raw) ? Date.parse(raw) : Number.NaN;
  if (Number.isNaN(moment))
    throw new OktaError('E0000001', `Api validation failed: ${name}`, [`${name}: not ISO 8601.`]);
  return moment;
};

const filterOf = (c: Context): ((event: LogEvent) => boolean) => {
  const filter = c.req.query('filter');
  if (filter === undefined || filter === '') return () => true;
  try {
    return compileExpression(parseExpression(filter), logDialect);
  } catch (error) {
    throw error instanceof ExpressionError ? logFilterError(error) : error;
  }
};

/** Keywords: every one must occur somewhere, whatever the case. At most 10 of at most 40 characters. */
const keywordsOf = (c: Context): ((event: LogEvent) => boolean) => {
  const words = (c.req.query('q') ?? '')
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length > 10 || words.some((word) => word.length > 40)) {
    throw new OktaError('E0000031', 'Invalid search criteria.', ['q: at most 10 keywords of at most 40 characters.']);
  }
  return (event) => {
    if (words.length === 0) return true;
    const text = JSON.stringify(event).toLowerCase();
    return words.every((word) => text.includes(word));
  };
};

interface Logged extends Place {
  readonly event: LogEvent;
}

/** Where a page begins. Tenants that are no more gave out cursors that say nothing about these. */
const startOf = (cursor: LogCursor, { serial, began }: TenantsNow, polling: boolean): LogCursor => {
  if (cursor.serial === serial && cursor.began === began) return cursor;
  return { serial, began, since: polling ? began - pastOfOthers : cursor.since };
};

/** Events that have arrived by now, each with its place in the order asked for: of its arrival, or of its date. */
const logged = (okta: OktaTenant, now: number, by: 'arrival' | 'date'): readonly Logged[] =>
  okta.logs.flatMap((event, nth) => {
    const published = Date.parse(event.published);
    const arrived = okta.arrivals.get(event.uuid) ?? published;
    if (arrived > now || published < now - retention) return [];
    return [{ event, nth, at: by === 'arrival' ? arrived : published }];
  });

/**
 * `GET /api/v1/logs`. Without `until` and ascending it polls: events in the order in which they arrived, those that
 * come late behind the cursor, and always a next link, even on an empty page. Otherwise it is bounded: by date, and the
 * last page has no next link. Events older than 90 days are silently missing. (Okta's reference, “System Log query”.)
 */
export const sendLogs = (c: Context, { okta, origin, clock, world }: OktaContext): Response => {
  const now = clock.now();
  const until = momentOf(c, 'until');
  const given = momentOf(c, 'since');
  const after = c.req.query('after');
  if (given !== undefined && after !== undefined) {
    throw new OktaError('E0000001', 'Api validation failed: after', ['after: excludes since.']);
  }
  if (given !== undefined && given < now - oldestSince) {
    throw new OktaError('E0000053', 'Invalid filter', ['since: too far in the past.']);
  }
  const descending = (c.req.query('sortOrder') ?? 'ASCENDING').toUpperCase() === 'DESCENDING';
  const polling = until === undefined && !descending;
  const limit = limitOf(c, 100, 1_000, 0);
  const filter = filterOf(c);
  const keywords = keywordsOf(c);

  const since = given ?? (until ?? now) - 7 * day;
  const start = startOf(after === undefined ? { ...world(), since } : readCursor(after), world(), polling);

  const found = logged(okta(), now, polling ? 'arrival' : 'date')
    .filter(
      ({ event, at }) => at >= start.since && (until === undefined || at < until) && filter(event) && keywords(event),
    )
    .sort((one, other) => one.at - other.at || one.nth - other.nth);
  if (descending) found.reverse();
  const ahead = found.filter((place) => isBehind(place, start.last, descending));
  const sent = ahead.slice(0, limit);
  const last = sent.at(-1);
  const next = writeCursor(last === undefined ? start : { ...start, last: { at: last.at, nth: last.nth } });
  setLinks(c, origin(), polling || ahead.length > sent.length ? next : undefined);
  return c.json(sent.map(({ event }) => event));
};
