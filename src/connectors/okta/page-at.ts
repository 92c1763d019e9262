import * as z from 'zod';
import { type Call, causeOf, type Door } from '../http/door.js';
import { isJson } from '../http/exchange.js';
import { readJson } from '../http/read-json.js';
import { nextLink, samePage } from './next-link.js';

/** One page of a list that has no end. */
export interface OktaPage<T> {
  /** In the order they came. */
  readonly items: readonly T[];
  /** Things of another shape among them: counted, so that one of them does not stop the reading for ever. */
  readonly unreadable: number;
  /** Where the next page begins; undefined when Okta named no place. */
  readonly after: string | undefined;
}

/**
 * With a cursor: whatever Okta refuses that is neither a right nor a limit. Which status an old cursor is refused with is
 * not documented, and one that was not recognised would stop the reading for ever.
 */
const refusals: readonly number[] = [400, 404, 410, 422];

/**
 * The page of `call` at a cursor, or the first. Rejects with `cursor-refused` when the cursor is none or Okta does not
 * take it, and with `unexpected-answer` when nothing on the page can be read.
 */
export async function pageAt<T>(
  door: Door,
  call: Call,
  schema: z.ZodType<T>,
  after: string | undefined,
): Promise<OktaPage<T>> {
  const { ask, errors } = door;
  if (after !== undefined && !isCursor(after)) throw errors.cursorRefused(call.what);
  const answer = await ask(after === undefined ? call : at(call, after));
  if (refusals.includes(answer.status)) {
    // A proxy's page is no statement of Okta's about the cursor.
    throw isJson(answer)
      ? errors.cursorRefused(call.what, causeOf(answer))
      : errors.unexpected(call.what, `HTTP ${answer.status}, not JSON`);
  }
  const all = readJson(answer, z.array(z.unknown()), call.what, errors);
  const items = all.flatMap((one) => schema.safeParse(one).data ?? []);
  // Throws, and says where the shape differs.
  if (items.length === 0 && all.length > 0) readJson(answer, z.array(schema), call.what, errors);

  const next = nextLink(answer, call, errors)?.searchParams.get('after') ?? undefined;
  if (next !== undefined && !isCursor(next)) {
    throw errors.unexpected(call.what, 'its next page is at no place that can be remembered');
  }
  if (next !== undefined && next === after && all.length > 0) throw samePage(call, errors);
  // After an empty page without a link, the place that was asked for still stands.
  return { items, unreadable: all.length - items.length, after: next ?? (all.length === 0 ? after : undefined) };
}

function at(call: Call, after: string): Call {
  const url = new URL(call.url);
  url.searchParams.set('after', after);
  return { ...call, url, alsoGood: refusals };
}

/** Cursors are opaque: any printable text, of a length that can be kept. */
function isCursor(text: string): boolean {
  return /^[\x20-\x7e]{1,1000}$/.test(text);
}
