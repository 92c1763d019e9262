import { workspaceOneTokenName } from '../okta/base.js';
import { day, iso } from '../time.js';
import type { Change, Scenario } from './scenario.js';

/** Nobody has used the token for so many days; it lives 30 from its last use. */
export const workspaceOneTokenIdle =
  (days: number): Change =>
  ({ okta, now }) => {
    const token = okta.apiTokens.find(({ name }) => name === workspaceOneTokenName);
    if (token === undefined) return;
    token.lastUpdated = iso(now - days * day);
    token.expiresAt = iso(now + (30 - days) * day);
  };

/** The token that Workspace ONE reads Okta's applications with runs out. */
export const tokenNearExpiry = {
  id: 'token-near-expiry',
  title: 'API token near expiry',
  story: 'Nobody has opened the Workspace ONE catalog for 27 days, so its Okta API token expires in three.',
  subject: 'ann@acme.example',
  tryThis: '/wo-okta token',
  changes: [workspaceOneTokenIdle(27)],
} satisfies Scenario;
