import * as z from 'zod';
import type { Page } from '../http/page.js';
import { scimLiteral } from '../http/scim-literal.js';
import type { AccessReader } from './reader.js';

const text = z.string().nullish();
const extension = 'urn:scim:schemas:extension:workspace:1.0';

const scimUsers = z
  .object({
    totalResults: z.coerce.number().nullish(),
    Resources: z
      .array(
        z.object({
          id: z.string().min(1),
          externalId: text,
          userName: z.string(),
          active: z.boolean().nullish(),
          name: z.object({ givenName: text, familyName: text }).nullish(),
          emails: z.array(z.object({ value: text })).nullish(),
          [extension]: z
            .object({
              domain: text,
              internalUserType: text,
              userStatus: z.union([z.string(), z.number()]).nullish(),
              softDeleted: z.boolean().nullish(),
              userPrincipalName: text,
              distinguishedName: text,
              userStoreUuid: text,
            })
            .nullish(),
        }),
      )
      .nullish(),
  })
  // Only a count of 0 stands for no list: an answer of another kind must not read as "nobody of that name".
  .refine(({ totalResults, Resources }) => Resources != null || totalResults === 0);

/** A user in Workspace ONE Access. The same `userName` may exist in several domains. */
export interface AccessUser {
  readonly id: string;
  readonly externalId: string | undefined;
  readonly userName: string;
  readonly domain: string | undefined;
  readonly userPrincipalName: string | undefined;
  readonly emails: readonly string[];
  readonly givenName: string | undefined;
  readonly familyName: string | undefined;
  readonly distinguishedName: string | undefined;
  readonly active: boolean | undefined;
  /** As the tenant says it: 1 enabled, 2 disabled, 3 deleted; others may come. */
  readonly status: string | undefined;
  readonly isDeleted: boolean;
  /** PROVISIONED, LOCAL, OPERATOR, SERVICE, JIT; others may come. */
  readonly type: string | undefined;
  /** Joins the user to a directory's `userStoreId`. */
  readonly userStoreId: string | undefined;
}

/** What a user can be found by. */
export type AccessUserAttribute = 'userName' | 'userPrincipalName' | 'emails';

const mostUsers = 25;

/** Reads of users. */
export function accessUserReads(reader: AccessReader) {
  return {
    /**
     * Users whose attribute equals a text in any case; an empty page when there are none. One attribute a call, since
     * the filter has no "or". Whether `emails` can be filtered on is not documented: a tenant that cannot rejects with
     * `unexpected-answer`. Throws `UserError` `bad-input` for text that cannot be a name.
     */
    async findUsers(attribute: AccessUserAttribute, value: string): Promise<Page<AccessUser>> {
      const { totalResults, Resources } = await reader.read({
        what: 'the user',
        path: '/SAAS/jersey/manager/api/scim/Users',
        query: { filter: `${attribute} eq ${scimLiteral(value)}`, count: mostUsers },
        schema: scimUsers,
      });
      const found = Resources ?? [];
      // Whether quotes in a literal are un-escaped right is not documented, so what came is compared once more.
      const items = found.map(toUser).filter((user) => valuesOf(user, attribute).includes(value.toLowerCase()));
      return { items, more: (totalResults ?? 0) > found.length };
    },

    /** Some users, whoever comes first: enough to see what names look like here. */
    async someUsers(count: number): Promise<Page<AccessUser>> {
      const { totalResults, Resources } = await reader.read({
        what: 'some users',
        path: '/SAAS/jersey/manager/api/scim/Users',
        query: { count },
        schema: scimUsers,
      });
      const found = Resources ?? [];
      return { items: found.map(toUser), more: (totalResults ?? 0) > found.length };
    },
  };
}

type ScimUser = NonNullable<z.infer<typeof scimUsers>['Resources']>[number];

function toUser(user: ScimUser): AccessUser {
  const more = user[extension];
  return {
    id: user.id,
    externalId: user.externalId ?? undefined,
    userName: user.userName,
    domain: more?.domain ?? undefined,
    userPrincipalName: more?.userPrincipalName ?? undefined,
    emails: (user.emails ?? []).flatMap(({ value }) => value ?? []),
    givenName: user.name?.givenName ?? undefined,
    familyName: user.name?.familyName ?? undefined,
    distinguishedName: more?.distinguishedName ?? undefined,
    active: user.active ?? undefined,
    status: more?.userStatus == null ? undefined : String(more.userStatus),
    isDeleted: more?.softDeleted === true,
    type: more?.internalUserType ?? undefined,
    userStoreId: more?.userStoreUuid ?? undefined,
  };
}

function valuesOf(user: AccessUser, attribute: AccessUserAttribute): string[] {
  if (attribute === 'emails') return user.emails.map((email) => email.toLowerCase());
  return [user[attribute]?.toLowerCase() ?? ''];
}
