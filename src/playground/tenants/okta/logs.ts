import type { Context } from 'hono';
import { compileExpression } from '../expression/evaluate.js';
import { ExpressionError, parseExpression } from '../expression/parse.js';
import { day, iso } from '../time.js';
import { OktaError } from './answer.js';
import { logDialect, logFilterError } from './log-attributes.js';
import type { LogEvent, OktaTenant } from './objects.js';
import { cursor, limitOf, placeOf, setLinks } from './paging.js';

const retention = 90 * day;
const oldestSince = 180 * day;

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

/**
 * `GET /api/v1/logs`. Without `until` and ascending it polls: there is always a next link, even on an empty page.
 * Otherwise it is bounded: the last page has none. Events older than 90 days are silently missing.
 */
export const sendLogs = (c: Context, okta: OktaTenant, origin: string, now: number): Response => {
  const until = momentOf(c, 'until');
  const since = momentOf(c, 'since') ?? (c.req.query('after') === undefined ? (until ?? now) - 7 * day : 0);
  if (since !== 0 && since < now - oldestSince) {
    throw new OktaError('E0000053', 'Invalid filter', ['since: too far in the past.']);
  }
  const descending = (c.req.query('sortOrder') ?? 'ASCENDING').toUpperCase() === 'DESCENDING';
  const polling = until === undefined && !descending;
  const limit = limitOf(c, 100, 1_000, 0);
  const filter = filterOf(c);
  const keywords = keywordsOf(c);
  const place = logPlace(c, since);

  const from = iso(Math.max(place.since, now - retention));
  const to = iso(until ?? now + day);
  const events = okta.logs
    .filter((event) => event.published >= from && event.published < to && filter(event) && keywords(event))
    .sort((one, other) => (one.published < other.published ? -1 : one.published > other.published ? 1 : 0));
  if (descending) events.reverse();
  const end = place.start + limit;
  const sent = events.slice(place.start, end);
  const more = end < events.length;
  setLinks(c, origin, more || polling ? `${iso(place.since)}~${cursor(place.start + sent.length)}` : undefined);
  return c.json(sent);
};

/** Where the page starts. The cursor carries `since`, because next links leave it out. */
const logPlace = (c: Context, since: number): { readonly since: number; readonly start: number } => {
  const after = c.req.query('after');
  if (after === undefined) return { since, start: 0 };
  const [from = '', place] = after.split('~');
  const moment = Date.parse(from);
  if (Number.isNaN(moment)) throw new OktaError('E0000031', 'Invalid search criteria.', ['after: not a valid cursor']);
  return { since: moment, start: placeOf(place) };
};
