import type { Context } from 'hono';
import { OktaError } from './answer.js';

/** The address asked for, on the server's own host: what `Link` headers point to. */
const here = (c: Context, origin: string): URL => {
  const asked = new URL(c.req.url);
  return new URL(`${asked.pathname}${asked.search}`, origin);
};

/** `limit` from the query. Throws E0000001 outside 1 to `most` (a smaller least value may be given). */
export const limitOf = (c: Context, usual: number, most: number, least = 1): number => {
  const raw = c.req.query('limit');
  if (raw === undefined) return usual;
  const limit = Number(raw);
  if (!/^\d{1,9}$/.test(raw) || limit < least || limit > most) {
    throw new OktaError('E0000001', 'Api validation failed: limit', [
      `limit: The limit must be between ${least} and ${most}.`,
    ]);
  }
  return limit;
};

/** Sets the `Link` header: `self`, and `next` with the cursor when there is one. Cursors exclude `since`. */
export const setLinks = (c: Context, origin: string, next: string | undefined): void => {
  const self = here(c, origin);
  c.header('Link', `<${self.href}>; rel="self"`);
  if (next === undefined) return;
  const url = here(c, origin);
  url.searchParams.delete('since');
  url.searchParams.set('after', next);
  c.header('Link', `<${url.href}>; rel="next"`, { append: true });
};

/** One page of a list, the place of the next in the `Link` header. The cursor is opaque to clients. */
export const page = <T>(c: Context, origin: string, items: readonly T[], usual: number, most: number): readonly T[] => {
  const limit = limitOf(c, usual, most);
  const start = placeOf(c.req.query('after'));
  const end = start + limit;
  setLinks(c, origin, end < items.length ? cursor(end) : undefined);
  return items.slice(start, end);
};

/** A cursor for a place in a list. */
export const cursor = (place: number): string => Buffer.from(`p${place}`).toString('base64url');

/** The place a cursor stands for; 0 without one. Throws E0000031 for a cursor that is none of ours. */
export const placeOf = (after: string | undefined): number => {
  if (after === undefined) return 0;
  const text = Buffer.from(after, 'base64url').toString();
  if (!/^p\d{1,9}$/.test(text))
    throw new OktaError('E0000031', 'Invalid search criteria.', ['after: not a valid cursor']);
  return Number(text.slice(1));
};
