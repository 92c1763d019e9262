import type { Context, Hono } from 'hono';
import { compileExpression, type Dialect } from '../expression/evaluate.js';
import { ExpressionError, parseExpression } from '../expression/parse.js';
import { notFound, OktaError, withSelf } from './answer.js';
import type { OktaContext } from './app.js';
import type { App, OktaTenant } from './objects.js';
import { page } from './paging.js';
import { userBy } from './users.js';

const dialect = (okta: OktaTenant): Dialect<App> => ({
  attribute(name) {
    if (name === 'user.id') return (app) => [...(okta.appUsers.get(app.id)?.keys() ?? [])];
    return ['name', 'status', 'id'].includes(name) ? (app) => [app[name]] : undefined;
  },
  operators: new Set(['eq']),
  logic: new Set(['and']),
  ignoreCase: false,
});

const selected = (c: Context, okta: OktaTenant): readonly App[] => {
  const filter = c.req.query('filter');
  const q = (c.req.query('q') ?? '').toLowerCase();
  const named = okta.apps.filter((app) => [app.name, app.label].some((value) => value.toLowerCase().startsWith(q)));
  if (filter === undefined) return named;
  try {
    return named.filter(compileExpression(parseExpression(filter), dialect(okta)));
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    throw new OktaError('E0000031', 'Invalid search criteria.', [error.message]);
  }
};

/** Applications, their keys and their users. */
export const addAppRoutes = (app: Hono, { okta, origin }: OktaContext): void => {
  const appOf = (c: Context): App => {
    const id = c.req.param('app') ?? '';
    const found = okta().apps.find((each) => each.id === id);
    if (found === undefined) throw notFound(id, 'AppInstance');
    return found;
  };
  const appUrl = (id: string): string => `${origin()}/api/v1/apps/${id}`;

  app.get('/api/v1/apps', (c) => {
    // expand=user/{id} puts the app user into the application.
    const expanded = /^user\/(.+)$/.exec(c.req.query('expand') ?? '')?.[1];
    const apps = page(c, origin(), selected(c, okta()), 20, 200);
    return c.json(
      apps.map((each) => {
        const user = expanded === undefined ? undefined : okta().appUsers.get(each.id)?.get(expanded);
        const sent = withSelf(each, appUrl(each.id));
        return user === undefined ? sent : { ...sent, _embedded: { user } };
      }),
    );
  });
  app.get('/api/v1/apps/:app', (c) => c.json(withSelf(appOf(c), appUrl(appOf(c).id))));
  app.get('/api/v1/apps/:app/users', (c) =>
    c.json(page(c, origin(), [...(okta().appUsers.get(appOf(c).id)?.values() ?? [])], 50, 500)),
  );
  app.get('/api/v1/apps/:app/users/:user', (c) => {
    const { id } = userBy(okta(), c.req.param('user'));
    const user = okta().appUsers.get(appOf(c).id)?.get(id);
    if (user === undefined) throw notFound(id, 'AppUser');
    return c.json(user);
  });
  app.get('/api/v1/apps/:app/credentials/keys', (c) => c.json(okta().appKeys.get(appOf(c).id) ?? []));
  app.get('/api/v1/apps/:app/features', (c) => {
    const found = appOf(c);
    const features = found['features'];
    if (!Array.isArray(features) || features.length === 0) {
      throw new OktaError('E0000001', 'Api validation failed: Provisioning is not supported.', [
        'Provisioning is not supported.',
      ]);
    }
    return c.json([
      {
        name: 'USER_PROVISIONING',
        status: 'ENABLED',
        description: 'User provisioning settings from Okta to a downstream application',
        capabilities: {
          create: { lifecycleCreate: { status: 'ENABLED' } },
          update: {
            profile: { status: 'ENABLED' },
            lifecycleDeactivate: { status: 'ENABLED' },
            password: { status: 'DISABLED', seed: 'RANDOM', change: 'KEEP_EXISTING' },
          },
        },
      },
    ]);
  });
};
