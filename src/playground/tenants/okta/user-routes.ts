import type { Context, Hono } from 'hono';
import { notFound, withSelf } from './answer.js';
import type { OktaContext } from './app.js';
import type { Json } from './objects.js';
import { page } from './paging.js';
import { sendUsers, userBy } from './users.js';

/** Users and what hangs on them. */
export const addUserRoutes = (app: Hono, { okta, origin }: OktaContext): void => {
  const userUrl = (id: string): string => `${origin()}/api/v1/users/${id}`;
  const idOf = (c: Context): string => {
    const key = c.req.param('user') ?? '';
    return key === 'me' ? me(c) : userBy(okta(), key).id;
  };
  // `me` is the owner of an SSWS token. A service app is nobody.
  const me = (c: Context): string => {
    const token = okta().apiTokens.find(({ id }) => id === okta().credentials.tokenId);
    if (token === undefined || !c.req.header('authorization')?.startsWith('SSWS ')) throw notFound('me', 'User');
    return token.userId;
  };
  const blocksOf = (userId: string): readonly Json[] => okta().blocks.get(userId) ?? [];
  const listOf = (path: string, items: (userId: string) => readonly Json[]): void => {
    app.get(`/api/v1/users/:user/${path}`, (c) => c.json(items(idOf(c))));
  };

  app.get('/api/v1/users', (c) => sendUsers(c, okta(), origin()));
  app.get('/api/v1/users/:user', (c) => {
    const user = userBy(okta(), idOf(c));
    const embedded = c.req.query('expand') === 'blocks' ? { _embedded: { blocks: blocksOf(user.id) } } : {};
    return c.json(withSelf({ ...user, ...embedded }, userUrl(user.id)));
  });
  listOf('blocks', blocksOf);
  listOf('factors', (id) =>
    (okta().factors.get(id) ?? []).map((factor) => withSelf(factor, `${userUrl(id)}/factors/${factor['id']}`)),
  );
  listOf('devices', (id) => okta().devices.get(id) ?? []);
  listOf('idps', () => []);
  listOf('roles', (id) => okta().rolesOfUser.get(id) ?? []);
  listOf('groups', (id) => {
    const groups = okta().groupsOfUser.get(id) ?? [];
    return okta().groups.filter((group) => groups.includes(group.id));
  });
  listOf('appLinks', (id) =>
    okta()
      .apps.filter((each) => okta().appUsers.get(each.id)?.has(id))
      .map((each, place) => ({
        id: `${each.id}-${id}`,
        label: each.label,
        linkUrl: `${origin()}/home/${each.name}/${each.id}`,
        logoUrl: `${origin()}/logos/${each.name}.png`,
        appName: each.name,
        appInstanceId: each.id,
        appAssignmentId: `${each.id}-${id}`,
        credentialsSetup: false,
        hidden: false,
        sortOrder: place,
      })),
  );

  app.get('/api/v1/groups', (c) => c.json(page(c, origin(), okta().groups, 200, 10_000)));
  app.get('/api/v1/devices', (c) => {
    const devices = [...okta().devices.values()].flat().map((entry) => entry['device']);
    return c.json(page(c, origin(), devices, 200, 200));
  });
};
