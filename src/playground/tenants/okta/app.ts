import { Hono } from 'hono';
import type { Clock } from '../../slack/clock.js';
import { uuid } from '../ids.js';
import { OktaError, sendError } from './answer.js';
import { addAppRoutes } from './app-routes.js';
import { authorize } from './guard.js';
import { sendLogs } from './logs.js';
import { createOktaOAuth } from './oauth.js';
import type { OktaTenant } from './objects.js';
import { bucketOf, createRateLimiter } from './rate-limit.js';
import { addSetupRoutes } from './setup-routes.js';
import { addUserRoutes } from './user-routes.js';

/** Which of the tenants, one after another, these are. */
export interface TenantsNow {
  /** Counts up with every scenario that is put on. */
  readonly serial: number;
  /** When that was, in milliseconds since the epoch. */
  readonly began: number;
}

/** What the endpoints need: the tenant as it is now, and where they answer. */
export interface OktaContext {
  readonly okta: () => OktaTenant;
  readonly world: () => TenantsNow;
  readonly origin: () => string;
  readonly clock: Pick<Clock, 'now'>;
  /** How many requests are open, this one included. */
  readonly open: () => number;
  /** A name for a token that was never issued before. */
  readonly mint: () => string;
}

/** Requests an org may have open at once. */
const concurrency = 75;

/** The simulated Okta org: the management API's GET endpoints and the org authorization server. */
export const createOktaApp = (context: OktaContext): Hono => {
  const { okta, origin, clock } = context;
  const app = new Hono();
  const oauth = createOktaOAuth(okta, origin, clock.now, context.mint);
  const count = createRateLimiter(() => okta().rateLimits);
  let serial = 0;

  app.use('/api/*', async (c, next) => {
    serial += 1;
    c.header('x-okta-request-id', uuid(`okta request ${serial}`).replaceAll('-', '').slice(0, 27));
    const crowded = context.open() > concurrency;
    const standing = count(bucketOf(c.req.path), clock.now());
    c.header('X-Rate-Limit-Limit', String(crowded ? 0 : standing.limit));
    c.header('X-Rate-Limit-Remaining', String(crowded ? 0 : standing.remaining));
    c.header('X-Rate-Limit-Reset', String(standing.reset));
    if (crowded || standing.exceeded) throw new OktaError('E0000047');
    authorize(c, okta(), oauth, clock.now());
    await next();
  });
  app.post('/oauth2/v1/token', (c) => oauth.token(c));
  app.get('/api/v1/logs', (c) => sendLogs(c, context));
  addUserRoutes(app, context);
  addAppRoutes(app, context);
  addSetupRoutes(app, context);

  app.notFound((c) =>
    sendError(
      c,
      new OktaError(c.req.method === 'GET' ? 'E0000007' : 'E0000022'),
      `oae${uuid(`${serial}`).slice(0, 13)}`,
    ),
  );
  app.onError((error, c) => {
    if (!(error instanceof OktaError)) throw error;
    return sendError(c, error, `oae${uuid(`${serial}`).slice(0, 13)}`);
  });
  return app;
};
