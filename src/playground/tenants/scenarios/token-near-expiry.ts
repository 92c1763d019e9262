import { workspaceOneTokenName } from '../okta/base.js';
import { useToken } from '../okta/tokens.js';
import { day, hour } from '../time.js';
import type { Change, Scenario } from './scenario.js';

/** Nobody has used the token for so long (in milliseconds); it lives 30 days from its last use. */
const workspaceOneTokenIdle =
  (idle: number): Change =>
  ({ okta, now }) => {
    const token = okta.apiTokens.find(({ name }) => name === workspaceOneTokenName);
    if (token === undefined) return;
    okta.tokenUse.delete(token.id);
    useToken(token, now - idle);
  };

/** The token that Workspace ONE reads Okta's applications with runs out. */
export const tokenNearExpiry = {
  id: 'token-near-expiry',
  title: 'API token near expiry',
  story: 'Nobody has opened the Workspace ONE catalog for 24 days, so its Okta API token expires in six.',
  subject: 'ann@acme.example',
  tryThis: '/wo-okta token',
  pasted: 'Are the Okta apps about to disappear from Workspace ONE because the API token expires?',
  cause: { article: 'okta-apps-disappeared', check: 'okta-token-valid' },
  // A few hours less, so that it is six whole days for as long as somebody looks.
  changes: [workspaceOneTokenIdle(24 * day - 6 * hour)],
} satisfies Scenario;
