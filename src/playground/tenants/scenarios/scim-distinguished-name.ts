import { newcomersAreRefused, newcomersJoin } from '../stories/provisioning.js';
import type { Change, Scenario } from './scenario.js';

/** The User Attributes page of Access requires the distinguished name. */
const distinguishedNameRequired: Change = ({ access }) => {
  for (const attribute of access.userAttributes) {
    if (attribute.name === 'distinguishedName') attribute.required = true;
  }
};

/** Okta sends no distinguished name, which Access insists on. */
export const scimDistinguishedName = {
  id: 'scim-distinguished-name',
  title: 'Provisioning: distinguishedName missing',
  story: 'Access requires distinguishedName, which Okta does not send, so Nina and two more newcomers are not created.',
  subject: 'nina@acme.example',
  tryThis: '/wo-okta check nina@acme.example',
  pasted: 'Errors reported by remote server: Required user attributes:[distinguishedName] are missing.',
  cause: { article: 'scim-distinguished-name-missing', check: 'access-distinguished-name-optional' },
  changes: [
    newcomersJoin,
    distinguishedNameRequired,
    (world) => newcomersAreRefused(world, 'Required user attributes:[distinguishedName] are missing.'),
  ],
} satisfies Scenario;
