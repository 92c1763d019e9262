import type { Context } from 'hono';
import { compileExpression, type Dialect } from '../expression/evaluate.js';
import { ExpressionError, parseExpression } from '../expression/parse.js';
import type { AccessTenant, AccessUser } from './objects.js';

const workspace = 'urn:scim:schemas:extension:workspace:1.0';

/** Only the filters seen to work; `emails` is not among them. */
const dialect: Dialect<AccessUser> = {
  attribute(name) {
    return name === 'userName' || name === 'userPrincipalName' || name === 'id' ? (user) => [user[name]] : undefined;
  },
  operators: new Set(['eq', 'co', 'sw', 'gt', 'ge', 'lt', 'le']),
  logic: new Set(),
  ignoreCase: true,
};

const wire = (user: AccessUser) => ({
  schemas: ['urn:scim:schemas:core:1.0', workspace, 'urn:scim:schemas:extension:enterprise:1.0'],
  id: user.id,
  externalId: user.externalId,
  userName: user.userName,
  active: user.active,
  name: { givenName: user.firstName, familyName: user.lastName },
  emails: [{ value: user.email }],
  groups: [{ value: 'c0ff0000-0000-4000-8000-000000000001', display: 'ALL USERS' }],
  [workspace]: {
    domain: user.domain,
    internalUserType: user.internalUserType,
    userStatus: user.active ? '1' : '2',
    softDeleted: false,
    ...(user.userPrincipalName === null ? {} : { userPrincipalName: user.userPrincipalName }),
    ...(user.distinguishedName === null ? {} : { distinguishedName: user.distinguishedName }),
    userStoreUuid: user.userStoreUuid,
  },
});

/** A search of users. 400 for a filter that is not supported, 404 for a bad `count` or `startIndex`. */
export const sendScimUsers = (
  c: Context,
  access: AccessTenant,
  query: (name: string) => string | undefined,
): Response => {
  const start = query('startIndex') ?? '0';
  const count = query('count') ?? '20';
  if (!/^\d{1,6}$/.test(start) || !/^\d{1,6}$/.test(count)) return c.body(null, 404);
  const filter = query('filter');
  let users = access.users;
  try {
    if (filter !== undefined) users = users.filter(compileExpression(parseExpression(filter), dialect));
  } catch (error) {
    if (error instanceof ExpressionError) return c.body(null, 400);
    throw error;
  }
  // 0 and 1 both mean the first.
  const first = Math.max(0, Number(start) - 1);
  const found = users.slice(first, first + Number(count));
  return c.json({
    Resources: found.map(wire),
    totalResults: users.length,
    startIndex: first + 1,
    itemsPerPage: found.length,
  });
};

/** One user by id, as SCIM sends it. */
export const scimUser = (access: AccessTenant, id: string): ReturnType<typeof wire> | undefined => {
  const user = access.users.find((each) => each.id === id);
  return user === undefined ? undefined : wire(user);
};

/** `GET …/scim/Schemas?filter=name eq "User"`: the filter must be there, and so. */
export const sendScimSchemas = (c: Context, access: AccessTenant): Response => {
  if (!/^\s*name\s+eq\s+"User"\s*$/i.test(c.req.query('filter') ?? '')) return c.body(null, 400);
  return c.json({
    Resources: [
      {
        name: 'User',
        attributes: access.userAttributes.map(({ name, required }) => ({
          name,
          required,
          dataType: 'string',
          multiValued: name === 'emails',
          readOnly: false,
          schema:
            name === 'distinguishedName' || name === 'userPrincipalName' ? workspace : 'urn:scim:schemas:core:1.0',
        })),
      },
    ],
    totalResults: 1,
    startIndex: 1,
    itemsPerPage: 1,
  });
};
