import { workspaceOneAppId } from '../okta/base-apps.js';
import { newcomers, newcomersAreRefused, newcomersJoin } from '../stories/provisioning.js';
import type { Change, Scenario } from './scenario.js';

/** Okta's attribute mapping was given the Windows domain instead of the directory's. */
const oktaSendsOtherDomain: Change = ({ okta }) => {
  for (const mapping of okta.mappings) mapping.properties['domain'] = { expression: '"acme.lan"', pushStatus: 'PUSH' };
  for (const { oktaId } of newcomers) {
    const user = okta.appUsers.get(workspaceOneAppId)?.get(oktaId);
    if (user !== undefined) user.profile['domain'] = 'acme.lan';
  }
};

/** The domain that Okta sends is not the directory's. */
export const scimDomainMismatch = {
  id: 'scim-domain-mismatch',
  title: 'Provisioning: wrong domain',
  story:
    'Okta’s mapping sends the domain acme.lan, the directory in Access is for acme.example: three are not created.',
  subject: 'nina@acme.example',
  tryThis: '/wo-okta check nina@acme.example',
  pasted:
    "Errors reported by remote server: User domain name specified for the user resource doesn't belong to the directory.",
  cause: { article: 'scim-domain-mismatch', check: 'access-directory-type' },
  changes: [
    newcomersJoin,
    oktaSendsOtherDomain,
    (world) =>
      newcomersAreRefused(world, "User domain name specified for the user resource doesn't belong to the directory."),
  ],
} satisfies Scenario;
