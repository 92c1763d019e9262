import * as z from 'zod';
import { addressOf, type Query } from '../http/address.js';
import type { Call, Door } from '../http/door.js';
import { type HttpAnswer, isJson } from '../http/exchange.js';
import type { Page } from '../http/page.js';
import { readJson } from '../http/read-json.js';
import { nextLink, samePage } from './next-link.js';
import { type OktaPage, pageAt } from './page-at.js';
import type { OktaScope } from './scopes.js';

/** One read of Okta's management API. */
export interface OktaRead<T> {
  /** For people: "the user". */
  readonly what: string;
  /** Written out in full, its parts passed through `segment`. */
  readonly path: string;
  readonly query?: Query;
  readonly scope: OktaScope;
  readonly schema: z.ZodType<T>;
}

/** Reads single things and lists, with Okta's way of paging. */
export interface OktaReader {
  /** One thing; rejects with `unexpected-answer` when there is none. */
  one<T>(read: OktaRead<T>): Promise<T>;
  /** One thing, or undefined when Okta says that there is none. */
  oneIfAny<T>(read: OktaRead<T>): Promise<T | undefined>;
  /** A list of at most `pages` pages. */
  list<T>(read: OktaRead<T>, pages: number): Promise<Page<T>>;
  /** One page of a list without end: the first, or the one at a cursor. Rejects with `cursor-refused` as `pageAt` says. */
  page<T>(read: OktaRead<T>, after: string | undefined): Promise<OktaPage<T>>;
}

/** Reads through a door to the org at `base`. */
export function oktaReader(door: Door, base: URL): OktaReader {
  const callOf = ({ what, path, query, scope }: OktaRead<unknown>): Call => ({
    what,
    url: addressOf(base, path, query),
    needs: [scope],
  });
  return {
    async one(read) {
      return readJson(await door.ask(callOf(read)), read.schema, read.what, door.errors);
    },
    async oneIfAny(read) {
      const answer = await door.ask({ ...callOf(read), alsoGood: [404] });
      if (answer.status !== 404) return readJson(answer, read.schema, read.what, door.errors);
      // A proxy's 404 page is no statement of Okta's that something does not exist.
      if (isJson(answer)) return undefined;
      throw door.errors.unexpected(read.what, 'HTTP 404, not JSON');
    },
    async list(read, pages) {
      const call = callOf(read);
      const items = [];
      let next: URL | undefined = call.url;
      for (let page = 0; page < pages && next !== undefined; page++) {
        const answer: HttpAnswer = await door.ask({ ...call, url: next });
        items.push(...readJson(answer, z.array(read.schema), read.what, door.errors));
        const link = nextLink(answer, call, door.errors);
        if (link?.href === next.href) throw samePage(call, door.errors);
        next = link;
      }
      return { items, more: next !== undefined };
    },
    page: (read, after) => pageAt(door, callOf(read), read.schema, after),
  };
}
