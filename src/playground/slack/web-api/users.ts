import * as z from 'zod';
import type { Core } from '../core.js';
import type { User } from '../objects.js';
import { channelShape, userShape } from '../shapes.js';
import { SlackError } from '../slack-error.js';
import { count, flag, method, page } from './method.js';

const shape = (core: Core, user: User) =>
  userShape(user, core.seed.team.id, { email: core.seed.app.scopes.includes('users:read.email') });

/** People and groups of people. */
export const userMethods = [
  method({
    name: 'users.info',
    scopes: ['users:read'],
    params: z.object({ user: z.string(), include_locale: flag }),
    run(given, core) {
      const user = core.workspace.user(given.user);
      if (user === undefined) throw new SlackError('user_not_found');
      return { user: shape(core, user) };
    },
  }),
  method({
    name: 'users.list',
    scopes: ['users:read'],
    params: z.object({ limit: count, cursor: z.string().optional(), include_locale: flag }),
    run(given, core) {
      const { items, next } = page(core.workspace.users(), given.limit ?? 100, given.cursor);
      return { members: items.map((user) => shape(core, user)), response_metadata: { next_cursor: next } };
    },
  }),
  method({
    name: 'users.lookupByEmail',
    scopes: ['users:read.email'],
    params: z.object({ email: z.string() }),
    run(given, core) {
      const user = core.workspace.users().find((each) => each.email?.toLowerCase() === given.email.toLowerCase());
      if (user === undefined) throw new SlackError('users_not_found');
      return { user: shape(core, user) };
    },
  }),
  method({
    name: 'users.conversations',
    scopes: ['channels:read', 'im:read'],
    params: z.object({
      user: z.string().optional(),
      types: z.string().optional(),
      exclude_archived: flag,
      limit: count,
      cursor: z.string().optional(),
    }),
    run(given, core) {
      const user = given.user ?? core.bot.id;
      if (core.workspace.user(user) === undefined) throw new SlackError('user_not_found');
      const types = new Set((given.types ?? 'public_channel').split(',').map((type) => type.trim()));
      const listed = core.workspace
        .channels()
        .filter((each) => each.members.has(user) && types.has(each.kind === 'channel' ? 'public_channel' : 'im'));
      const { items, next } = page(listed, given.limit ?? 100, given.cursor);
      return {
        channels: items.map((each) => channelShape(each, core.bot.id)),
        response_metadata: { next_cursor: next },
      };
    },
  }),
  method({
    name: 'usergroups.list',
    scopes: ['usergroups:read'],
    params: z.object({ include_users: flag, include_count: flag, include_disabled: flag }),
    run: (given, core) => ({
      usergroups: core.workspace.usergroups().map(({ users, ...group }) => ({
        ...group,
        team_id: core.seed.team.id,
        is_usergroup: true,
        user_count: users.length,
        ...(given.include_users === true ? { users } : {}),
      })),
    }),
  }),
  method({
    name: 'usergroups.users.list',
    scopes: ['usergroups:read'],
    params: z.object({ usergroup: z.string(), include_disabled: flag }),
    run(given, core) {
      const group = core.workspace.usergroups().find((each) => each.id === given.usergroup);
      if (group === undefined) throw new SlackError('no_such_subteam');
      return { users: group.users };
    },
  }),
];
