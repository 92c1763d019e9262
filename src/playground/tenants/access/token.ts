import type { Context } from 'hono';
import type { AccessTenant } from './objects.js';

/** Seconds a token lives: three hours less one second, as in the vendor's sample. */
const lifetime = 10_799;

/** Issues service-client tokens and knows which are still good. */
export interface AccessTokens {
  /** `POST /SAAS/auth/oauthtoken` */
  issue(c: Context): Promise<Response>;
  good(authorization: string | undefined): boolean;
}

/** The token endpoint: client credentials in `Authorization: Basic`, the grant in the body or the query. */
export const createAccessTokens = (access: () => AccessTenant, now: () => number, mint: () => string): AccessTokens => {
  const ends = new Map<string, number>();
  return {
    async issue(c) {
      const form = new URLSearchParams(await c.req.text());
      const grant = form.get('grant_type') ?? c.req.query('grant_type');
      // A missing grant is a server error in Access, not a 400.
      if (grant !== 'client_credentials') return c.text('Internal Server Error', 500);
      const { id, secret, secretValid } = access().client;
      const expected = `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`;
      if (!secretValid || c.req.header('authorization') !== expected) {
        return c.json({ error: 'invalid_client', error_description: 'Bad client credentials' }, 401);
      }
      const token = `playground-access-${mint()}`;
      for (const [old, end] of ends) if (end <= now()) ends.delete(old);
      ends.set(token, now() + lifetime * 1_000);
      return c.json({ access_token: token, token_type: 'Bearer', expires_in: lifetime, scope: 'admin' });
    },
    good(authorization) {
      const [kind, token = ''] = (authorization ?? '').split(' ');
      return kind === 'Bearer' && (ends.get(token) ?? 0) > now();
    },
  };
};
