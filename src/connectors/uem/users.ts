import * as z from 'zod';
import type { Page } from '../http/page.js';
import { listUnder, type UemReader } from './reader.js';

const text = z.string().nullish();

const user = z.object({
  Id: z.object({ Value: z.union([z.number(), z.string()]) }).nullish(),
  Uuid: text,
  UserName: z.string(),
  FirstName: text,
  LastName: text,
  Email: text,
  Status: z.union([z.boolean(), z.string()]).nullish(),
  EnrolledDevicesCount: z.union([z.number(), z.string()]).nullish(),
});

/** An enrolment user. */
export interface UemUser {
  readonly id: string | undefined;
  readonly uuid: string | undefined;
  readonly userName: string;
  readonly email: string | undefined;
  readonly isActive: boolean | undefined;
  readonly enrolledDevices: number | undefined;
}

/** Some of the users of the environment. */
export interface UemUserSample {
  readonly items: readonly UemUser[];
  /** How many there are in all; undefined when UEM did not say. */
  readonly total: number | undefined;
}

const samplePage = 500;

/** Reads of users. */
export function uemUserReads(reader: UemReader) {
  return {
    /** Users whose name or e-mail address equals a text in any case; an empty page when there are none. */
    async findUsers(by: 'username' | 'email', value: string): Promise<Page<UemUser>> {
      const found = await reader.readIfAny({
        what: 'the user',
        path: '/api/system/users/search',
        query: { [by]: value, page: 0, pagesize: 50 },
        schema: listUnder('Users', user, 'Total'),
      });
      const users = (found?.list ?? []).map(toUser);
      // The search is known to return others too.
      const wanted = value.toLowerCase();
      const items = users.filter((one) => (by === 'email' ? one.email : one.userName)?.toLowerCase() === wanted);
      return { items, more: (found?.total ?? 0) > users.length };
    },

    /** The first users of the list of all, 500 at most. */
    async someUsers(): Promise<UemUserSample> {
      const found = await reader.readIfAny({
        what: 'the users',
        path: '/api/system/users/search',
        query: { page: 0, pagesize: samplePage },
        schema: listUnder('Users', user, 'Total'),
      });
      if (found === undefined) return { items: [], total: 0 };
      // A count that is missing comes as 0.
      return { items: found.list.map(toUser), total: found.total >= found.list.length ? found.total : undefined };
    },
  };
}

function toUser(one: z.infer<typeof user>): UemUser {
  const count = Number(one.EnrolledDevicesCount ?? Number.NaN);
  return {
    id: one.Id == null ? undefined : String(one.Id.Value),
    uuid: one.Uuid ?? undefined,
    userName: one.UserName,
    email: one.Email ?? undefined,
    isActive: one.Status == null ? undefined : ['true', 'active'].includes(String(one.Status).toLowerCase()),
    enrolledDevices: Number.isNaN(count) ? undefined : count,
  };
}
