import { day, iso } from '../time.js';
import type { ApiToken, OktaTenant } from './objects.js';

/** A use of a token, which restarts its 30 days. */
export const useToken = (token: ApiToken, at: number): void => {
  token.lastUpdated = iso(at);
  token.expiresAt = iso(at + 30 * day);
};

/**
 * The tokens that are still good: Okta lists no others, and one that has expired is revoked for good. Tokens in use have
 * been used until now, as when weeks pass at once.
 */
export const activeTokens = (okta: OktaTenant, now: number): readonly ApiToken[] => {
  for (const token of okta.apiTokens) {
    const every = okta.tokenUse.get(token.id);
    const last = Date.parse(token.lastUpdated);
    if (every !== undefined && now - last >= every) useToken(token, last + Math.floor((now - last) / every) * every);
  }
  return okta.apiTokens.filter(({ expiresAt }) => Date.parse(expiresAt) > now);
};
