import type { Context } from 'hono';
import { OktaError } from './answer.js';
import type { OktaOAuth } from './oauth.js';
import type { OktaTenant } from './objects.js';
import { scopeOf } from './scopes.js';
import { useToken } from './tokens.js';

const allowed = (okta: OktaTenant, oauth: OktaOAuth, authorization: string, scope: string, now: number): boolean => {
  const [kind, secret = ''] = authorization.split(' ');
  if (kind === 'SSWS' && okta.credentials.tokenValid && secret === okta.credentials.token) {
    const token = okta.apiTokens.find(({ id }) => id === okta.credentials.tokenId);
    if (token !== undefined) useToken(token, now);
    return !okta.missingScopes.has(scope);
  }
  const scopes = kind === 'Bearer' ? oauth.scopesOf(secret) : undefined;
  if (scopes === undefined) throw new OktaError('E0000011');
  return scopes.has(scope);
};

/** Lets a request pass, or throws E0000005 (nobody), E0000011 (bad token) or E0000006 (not allowed). */
export const authorize = (c: Context, okta: OktaTenant, oauth: OktaOAuth, now: number): void => {
  const authorization = c.req.header('authorization');
  if (authorization === undefined) throw new OktaError('E0000005');
  if (allowed(okta, oauth, authorization, scopeOf(c.req.path) ?? '', now)) return;
  if (authorization.startsWith('Bearer ')) {
    c.header(
      'WWW-Authenticate',
      'Bearer error="insufficient_scope", error_description="The access token provided does not contain the required scopes."',
    );
  }
  throw new OktaError('E0000006');
};
