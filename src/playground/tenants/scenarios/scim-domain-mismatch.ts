import { workspaceOneAppId } from '../okta/base-apps.js';
import { nina } from '../people.js';
import { accessRefusesToCreate, joins } from '../stories/provisioning.js';
import type { Change, Scenario } from './scenario.js';

/** Okta's attribute mapping was given the Windows domain instead of the directory's. */
const oktaSendsOtherDomain: Change = ({ okta }) => {
  for (const mapping of okta.mappings) mapping.properties['domain'] = { expression: '"acme.lan"', pushStatus: 'PUSH' };
  const user = okta.appUsers.get(workspaceOneAppId)?.get(nina.oktaId);
  if (user !== undefined) user.profile['domain'] = 'acme.lan';
};

/** The domain that Okta sends is not the directory's. */
export const scimDomainMismatch = {
  id: 'scim-domain-mismatch',
  title: 'Provisioning: wrong domain',
  story:
    'Okta’s mapping sends the domain acme.lan, the directory in Access is for acme.example, so Nina is not created.',
  subject: 'nina@acme.example',
  tryThis: '/wo-okta check nina@acme.example',
  changes: [
    (world) => joins(world, nina),
    oktaSendsOtherDomain,
    (world) =>
      accessRefusesToCreate(
        world,
        nina,
        "User domain name specified for the user resource doesn't belong to the directory.",
      ),
  ],
} satisfies Scenario;
