import { workspaceOneAppId } from '../../src/playground/tenants/okta/base-apps.js';
import type { AppUser } from '../../src/playground/tenants/okta/objects.js';
import { ann } from '../../src/playground/tenants/people.js';
import type { World } from '../../src/playground/tenants/world.js';
import { describeCheck } from '../contracts/check.js';
import { app } from './changes.js';

const who = 'ann@acme.example';
const assignment =
  (change: (user: AppUser) => void) =>
  ({ okta }: World) => {
    const user = okta.appUsers.get(workspaceOneAppId)?.get(ann.oktaId);
    if (user !== undefined) change(user);
  };

describeCheck('okta-app-assigned', {
  pass: {
    'the person is provisioned': { who, said: /Ann Ace is assigned to “Workspace ONE”/ },
    'the person is known by a short name': { who: 'ann' },
  },
  fail: {
    'the person is not assigned': {
      who,
      changes: [({ okta }) => void okta.appUsers.get(workspaceOneAppId)?.delete(ann.oktaId)],
      said: /Ann Ace is not assigned/,
    },
    'provisioning failed': {
      scenario: 'scim-domain-mismatch',
      who: 'nina@acme.example',
      said: /could not bring the user to Workspace ONE \(STAGED\)/,
    },
  },
  unknown: {
    'provisioning is not done yet': {
      who,
      changes: [assignment((user) => (user.status = 'STAGED'))],
      said: /the status STAGED/,
    },
    'Okta knows nobody of that name': { who: 'nobody@acme.example', said: /knows nobody of that name/ },
    'the app is not recognised': { who, changes: [app((one) => (one.label = 'Intranet'))], said: /OKTA_WS1_APP/ },
  },
});
