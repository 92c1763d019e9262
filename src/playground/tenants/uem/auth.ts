import type { Context } from 'hono';
import type { UemTenant } from './objects.js';

const lifetime = 3_600;

/** Issues OAuth tokens for UEM and checks what a request brings. */
export interface UemAuth {
  /** `POST /connect/token` */
  issue(c: Context): Promise<Response>;
  /** Undefined when the request may pass, else the refusal. */
  refusal(c: Context): Response | undefined;
}

/** An error as UEM sends it. */
export const uemError = (
  c: Context,
  status: 400 | 401 | 403 | 404 | 429,
  errorCode: number,
  message: string,
): Response => c.json({ errorCode, message, activityId: c.res.headers.get('x-correlation-id') ?? '' }, status);

/** Basic with the tenant code, or a Bearer token of the token endpoint. */
export const createUemAuth = (uem: () => UemTenant, now: () => number, mint: () => string): UemAuth => {
  const ends = new Map<string, number>();
  const basic = (user: string, password: string): string =>
    `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
  return {
    async issue(c) {
      const form = new URLSearchParams(await c.req.text());
      const { clientId, clientSecret, valid } = uem().credentials;
      const inBody = form.get('client_id') === clientId && form.get('client_secret') === clientSecret;
      const inHeader = c.req.header('authorization') === basic(clientId, clientSecret);
      if (form.get('grant_type') !== 'client_credentials') return c.json({ error: 'unsupported_grant_type' }, 400);
      if (!valid || !(inBody || inHeader)) return c.json({ error: 'invalid_client' }, 400);
      const token = `playground-uem-${mint()}`;
      for (const [old, end] of ends) if (end <= now()) ends.delete(old);
      ends.set(token, now() + lifetime * 1_000);
      return c.json({ access_token: token, token_type: 'Bearer', expires_in: lifetime });
    },
    refusal(c) {
      const authorization = c.req.header('authorization') ?? '';
      const { userName, password, tenantCode, valid } = uem().credentials;
      const bad = (): Response => uemError(c, 401, 1_005, 'User credentials entered are invalid');
      if (authorization.startsWith('Bearer ')) {
        return (ends.get(authorization.slice('Bearer '.length)) ?? 0) > now() ? undefined : bad();
      }
      if (!valid || authorization !== basic(userName, password)) return bad();
      if (c.req.header('aw-tenant-code') !== tenantCode) return uemError(c, 403, 1_013, 'Invalid tenant code');
      return undefined;
    },
  };
};
