import { verify } from 'node:crypto';
import type { Context } from 'hono';
import { playgroundKey } from '../key.js';
import type { OktaTenant } from './objects.js';
import { allScopes } from './scopes.js';

/** How long an access token of the org authorization server lives, in seconds. */
const lifetime = 3_600;

/** Issues access tokens and knows what each may do. */
export interface OktaOAuth {
  /** `POST /oauth2/v1/token` */
  token(c: Context): Promise<Response>;
  /** The scopes of a token that is still valid. */
  scopesOf(accessToken: string): ReadonlySet<string> | undefined;
}

const json = (part: string | undefined): Record<string, unknown> => {
  try {
    const value: unknown = JSON.parse(Buffer.from(part ?? '', 'base64url').toString());
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
};

/** What is wrong with a client's assertion (private_key_jwt); undefined when it is good. */
const assertionFault = (assertion: string, clientId: string, origin: string, now: number): string | undefined => {
  const [head, body, signature] = assertion.split('.');
  const claims = json(body);
  if (claims['iss'] !== clientId || claims['sub'] !== clientId) return 'The client_assertion names no known client.';
  if (claims['aud'] !== `${origin}/oauth2/v1/token`)
    return 'The audience claim for client_assertion must be the endpoint.';
  if (typeof claims['exp'] !== 'number' || claims['exp'] * 1_000 <= now)
    return 'The client_assertion token is expired.';
  const signed = Buffer.from(`${head}.${body}`);
  return verify('sha256', signed, playgroundKey.publicKey, Buffer.from(signature ?? '', 'base64url'))
    ? undefined
    : 'The client_assertion signature is invalid.';
};

/** The org authorization server for one service app, whose key is the simulation's. */
export const createOktaOAuth = (
  okta: () => OktaTenant,
  origin: () => string,
  now: () => number,
  mint: () => string,
): OktaOAuth => {
  const issued = new Map<string, { readonly scopes: ReadonlySet<string>; readonly ends: number }>();
  return {
    async token(c) {
      const form = new URLSearchParams(await c.req.text());
      const refuse = (status: 400 | 401, error: string, description: string): Response =>
        c.json({ error, error_description: description }, status);
      if (form.get('grant_type') !== 'client_credentials') {
        return refuse(400, 'unsupported_grant_type', 'The authorization grant type is not supported.');
      }
      const fault = assertionFault(form.get('client_assertion') ?? '', okta().credentials.clientId, origin(), now());
      if (fault !== undefined) return refuse(401, 'invalid_client', fault);
      const asked = (form.get('scope') ?? '').split(' ').filter((scope) => scope !== '');
      const scopes = asked.filter((scope) => allScopes.includes(scope) && !okta().missingScopes.has(scope));
      if (scopes.length === 0) {
        return refuse(400, 'invalid_scope', 'You are not allowed any of the requested scopes.');
      }
      const accessToken = `playground-okta-access-${mint()}`;
      for (const [token, { ends }] of issued) if (ends <= now()) issued.delete(token);
      issued.set(accessToken, { scopes: new Set(scopes), ends: now() + lifetime * 1_000 });
      return c.json({
        token_type: 'Bearer',
        expires_in: lifetime,
        access_token: accessToken,
        scope: scopes.join(' '),
      });
    },
    scopesOf(accessToken) {
      const token = issued.get(accessToken);
      return token !== undefined && token.ends > now() ? token.scopes : undefined;
    },
  };
};
