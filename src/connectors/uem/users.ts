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
