import { Hono } from 'hono';
import { sendAudit } from './audit.js';
import { addManagementRoutes } from './management.js';
import { samlMetadata } from './metadata.js';
import type { AccessTenant } from './objects.js';
import { createAccessTokens } from './token.js';

/** The simulated Workspace ONE Access: metadata and heartbeat for everybody, the rest for a Bearer token. */
export const createAccessApp = (
  access: () => AccessTenant,
  origin: () => string,
  now: () => number,
  mint: () => string,
): Hono => {
  const app = new Hono();
  const tokens = createAccessTokens(access, now, mint);

  app.post('/SAAS/auth/oauthtoken', (c) => tokens.issue(c));
  app.on(['GET', 'PUT', 'DELETE'], '/SAAS/auth/oauthtoken', (c) => c.body(null, 405));
  for (const role of ['idp', 'sp'] as const) {
    app.get(`/SAAS/API/1.0/GET/metadata/${role}.xml`, (c) =>
      c.body(samlMetadata(access(), origin(), role), 200, { 'Content-Type': 'application/samlmetadata+xml' }),
    );
  }
  app.get('/SAAS/API/1.0/REST/system/health/heartbeat', (c) => c.text('ok'));

  app.use('*', async (c, next) => {
    // Bodies of refusals are undocumented: clients go by the status.
    if (!tokens.good(c.req.header('authorization'))) return c.body(null, 401);
    return next();
  });
  app.get('/analytics/reports/audit', (c) => sendAudit(c, access(), now()));
  addManagementRoutes(app, access);
  app.notFound((c) => c.body(null, 404));
  return app;
};
