import { workspaceOneTokenName } from '../okta/base.js';
import {
  changesApplication,
  changesIdentityProvider,
  changesRoutingRule,
  revokesToken,
} from '../stories/administration.js';
import { minute } from '../time.js';
import type { Change, Scenario } from './scenario.js';

/** The token with which Workspace ONE reads Okta's applications: whoever revokes it empties the catalog. */
const revokesWorkspaceOneToken: Change = (world) => {
  const token = world.okta.apiTokens.find(({ name }) => name === workspaceOneTokenName);
  if (token !== undefined) revokesToken(world, token, 18 * minute);
};

/** Somebody was at the joints of the two systems, and did not say so. */
export const identityProviderChanged = {
  id: 'identity-provider-changed',
  title: 'Somebody changed the setup',
  story:
    'In the last hour Irma saved the identity provider, a routing rule and the application, and revoked an API token.',
  subject: 'ann@acme.example',
  tryThis: '/wo-okta token',
  pasted: 'All Okta apps have disappeared from the Workspace ONE catalog.',
  cause: { article: 'okta-apps-disappeared', check: 'okta-token-valid' },
  changes: [
    (world) => changesIdentityProvider(world, 47 * minute),
    (world) => changesRoutingRule(world, 41 * minute),
    (world) => changesApplication(world, 33 * minute),
    revokesWorkspaceOneToken,
  ],
} satisfies Scenario;
