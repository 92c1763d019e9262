import { nina } from '../people.js';
import { accessRefusesToCreate, joins } from '../stories/provisioning.js';
import type { Change, Scenario } from './scenario.js';

/** The directory in Access was made for another domain than the one in Okta's attribute mapping. */
const directoryHasOtherDomain: Change = ({ access }) => {
  for (const directory of access.directories) directory.domains = ['staff.acme.example'];
};

/** The domain that Okta sends is not the directory's. */
export const scimDomainMismatch = {
  id: 'scim-domain-mismatch',
  title: 'Provisioning: wrong domain',
  story: 'Okta sends the domain acme.example, the directory in Access has another, so Nina is not created.',
  subject: 'nina@acme.example',
  tryThis: '/wo-okta check nina@acme.example',
  changes: [
    (world) => joins(world, nina),
    directoryHasOtherDomain,
    (world) =>
      accessRefusesToCreate(
        world,
        nina,
        "User domain name specified for the user resource doesn't belong to the directory.",
      ),
  ],
} satisfies Scenario;
