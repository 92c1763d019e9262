import type * as z from 'zod';
import { addressOf, type Query } from '../http/address.js';
import type { Door } from '../http/door.js';
import type { HttpAnswer } from '../http/exchange.js';
import { readJson } from '../http/read-json.js';

/** One read of Workspace ONE Access. */
export interface AccessRead<T> {
  /** For people: "the directories". */
  readonly what: string;
  readonly path: string;
  readonly query?: Query;
  /**
   * The vendor's own media type, without `application/vnd.vmware.` and `+json`, where the path had one. Tenants move
   * from it to plain JSON one by one, so the other form is tried when this one is refused.
   */
  readonly mediaType?: string;
  /** Sent as JSON with POST, in the media type's matching form. */
  readonly search?: { readonly mediaType: string; readonly body: unknown };
  readonly schema: z.ZodType<T>;
}

/** Reads that need the token of the service client. */
export interface AccessReader {
  read<T>(read: AccessRead<T>): Promise<T>;
  /** Undefined when the answer is one of the statuses that stand for "not here". */
  readIfAny<T>(read: AccessRead<T>, absent: readonly number[]): Promise<T | undefined>;
}

/** The role that reads everything here. Whether ReadOnly Admin is enough everywhere is not documented. */
const role = 'ReadOnly Admin (or Super Admin)';

/** Reads through a door to the tenant at `base`. */
export function accessReader(door: Door, base: URL): AccessReader {
  /** Paths that answered in plain JSON only, so that they are asked for it at once from then on. */
  const plain = new Set<string>();

  async function ask(read: AccessRead<unknown>, alsoGood: readonly number[] = []): Promise<HttpAnswer> {
    const { what, path, query, mediaType, search } = read;
    const call = (isPlain: boolean) => ({
      what,
      method: search === undefined ? ('GET' as const) : ('POST' as const),
      url: addressOf(base, path, query),
      headers: {
        ...(mediaType === undefined ? {} : { accept: formOf(mediaType, isPlain) }),
        ...(search === undefined ? {} : { 'content-type': formOf(search.mediaType, isPlain) }),
      },
      ...(search === undefined ? {} : { body: JSON.stringify(search.body) }),
      needs: [role],
      alsoGood,
    });
    if (mediaType === undefined || plain.has(path)) return door.ask(call(true));
    const answer = await door.ask({ ...call(false), alsoGood: [...alsoGood, 406, 415] });
    if (answer.status !== 406 && answer.status !== 415) return answer;
    const second = await door.ask(call(true));
    plain.add(path);
    return second;
  }

  return {
    read: async (read) => readJson(await ask(read), read.schema, read.what, door.errors),
    async readIfAny(read, absent) {
      const answer = await ask(read, absent);
      return absent.includes(answer.status) ? undefined : readJson(answer, read.schema, read.what, door.errors);
    },
  };
}

function formOf(mediaType: string, isPlain: boolean): string {
  return isPlain ? 'application/json' : `application/vnd.vmware.${mediaType}+json`;
}
