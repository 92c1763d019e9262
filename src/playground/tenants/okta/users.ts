import type { Context } from 'hono';
import { compileExpression, type Dialect } from '../expression/evaluate.js';
import { ExpressionError, parseExpression } from '../expression/parse.js';
import { notFound, OktaError, withSelf } from './answer.js';
import type { OktaTenant, OktaUser } from './objects.js';
import { limitOf, page } from './paging.js';

const profileAttribute =
  (names: readonly string[]): Dialect<OktaUser>['attribute'] =>
  (name) => {
    if (!names.includes(name)) return undefined;
    const [first = '', second] = name.split('.');
    if (second === undefined) return (user) => [user[first]];
    return (user) => [(user.profile as Record<string, unknown>)[second]];
  };

/** `search`: any attribute of the user and the profile's basics, values in any case, includes DEPROVISIONED. */
const searchDialect: Dialect<OktaUser> = {
  attribute: profileAttribute([
    'id',
    'status',
    'created',
    'activated',
    'statusChanged',
    'lastUpdated',
    'profile.login',
    'profile.email',
    'profile.firstName',
    'profile.lastName',
    'profile.displayName',
  ]),
  operators: new Set(['eq', 'gt', 'ge', 'lt', 'le', 'sw', 'co', 'pr']),
  logic: new Set(['and', 'or']),
  ignoreCase: true,
};

/** `filter`: six attributes, `eq` only (dates may be compared), values in exactly the case stored. */
const filterDialect: Dialect<OktaUser> = {
  attribute: profileAttribute([
    'status',
    'lastUpdated',
    'id',
    'profile.login',
    'profile.email',
    'profile.firstName',
    'profile.lastName',
  ]),
  operators: new Set(['eq', 'gt', 'ge', 'lt', 'le']),
  logic: new Set(['and', 'or']),
  ignoreCase: false,
  check({ attribute, operator }) {
    if (operator !== 'eq' && attribute !== 'lastUpdated') {
      throw new ExpressionError('operator', `"${operator}" is not supported for ${attribute}.`);
    }
  },
};

const select = (users: readonly OktaUser[], text: string, dialect: Dialect<OktaUser>): OktaUser[] => {
  try {
    return users.filter(compileExpression(parseExpression(text), dialect));
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    throw new OktaError('E0000031', `Invalid search criteria.`, [error.message]);
  }
};

const startsWith = (user: OktaUser, text: string): boolean =>
  [user.profile.firstName, user.profile.lastName, user.profile.email].some((value) =>
    value.toLowerCase().startsWith(text),
  );

/** `GET /api/v1/users` with `search`, `filter`, `q` or nothing. The last two leave out DEPROVISIONED. */
export const sendUsers = (c: Context, okta: OktaTenant, origin: string): Response => {
  const send = (users: readonly OktaUser[]): Response =>
    c.json(users.map((user) => withSelf(user, `${origin}/api/v1/users/${user.id}`)));
  const search = c.req.query('search');
  const filter = c.req.query('filter');
  const q = c.req.query('q');
  if (search !== undefined) return send(page(c, origin, select(okta.users, search, searchDialect), 200, 200));
  if (filter !== undefined) return send(page(c, origin, select(okta.users, filter, filterDialect), 200, 200));
  const active = okta.users.filter((user) => user.status !== 'DEPROVISIONED');
  if (q === undefined) return send(page(c, origin, active, 200, 200));
  // No paging with q: the first ten unless more are asked for.
  return send(active.filter((user) => startsWith(user, q.toLowerCase())).slice(0, limitOf(c, 10, 200)));
};

/** A user by id, login, or short name when only one login starts with it. Throws E0000007. */
export const userBy = (okta: OktaTenant, key: string): OktaUser => {
  const text = key.toLowerCase();
  const exact = okta.users.find((user) => user.id === key || user.profile.login.toLowerCase() === text);
  if (exact !== undefined) return exact;
  const short = okta.users.filter((user) => user.profile.login.toLowerCase().split('@')[0] === text);
  const [only] = short;
  if (only !== undefined && short.length === 1) return only;
  throw notFound(key, 'User');
};
