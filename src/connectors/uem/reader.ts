import * as z from 'zod';
import { addressOf, type Query } from '../http/address.js';
import type { Door } from '../http/door.js';
import { readJson } from '../http/read-json.js';

/** One read of Workspace ONE UEM. */
export interface UemRead<T> {
  /** For people: "the user’s devices". */
  readonly what: string;
  readonly path: string;
  readonly query?: Query;
  /** Version of the API; 1 if left out. */
  readonly version?: number;
  readonly schema: z.ZodType<T>;
}

/** Reads of UEM, which says "none" with an empty 204. */
export interface UemReader {
  readIfAny<T>(read: UemRead<T>): Promise<T | undefined>;
}

const role = 'a role with REST API read rights (such as Read Only) and the right tenant code';

/** Reads through a door to the API server at `base`. */
export function uemReader(door: Door, base: URL): UemReader {
  return {
    async readIfAny({ what, path, query, version = 1, schema }) {
      const answer = await door.ask({
        what,
        url: addressOf(base, path, query),
        headers: { accept: `application/json;version=${version}` },
        needs: [role],
      });
      return answer.status === 204 ? undefined : readJson(answer, schema, what, door.errors);
    },
  };
}

/** A list under its name. Required: an answer of another kind must not read as "none". */
export function listUnder<Name extends string, T extends z.ZodType>(name: Name, item: T, total: string) {
  return z
    .looseObject({ [name]: z.array(item), [total]: z.coerce.number().nullish() })
    .transform((body) => ({ list: body[name] as z.infer<T>[], total: Number(body[total] ?? 0) }));
}
