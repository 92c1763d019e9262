import { admin } from '../../src/playground/tenants/people.js';
import type { World } from '../../src/playground/tenants/world.js';
import { describeCheck } from '../contracts/check.js';

const owner =
  (status: string) =>
  ({ okta }: World) => {
    for (const user of okta.users) if (user.id === admin.oktaId) user.status = status;
  };

describeCheck('okta-token-owner-active', {
  pass: { 'the owner is active': { said: /“Workspace ONE” is active/ } },
  fail: {
    'the owner is deactivated': {
      changes: [owner('DEPROVISIONED')],
      said: /is deactivated in Okta, so the token is dead/,
    },
    'the owner is gone': {
      changes: [
        ({ okta }) => {
          okta.users.splice(
            okta.users.findIndex(({ id }) => id === admin.oktaId),
            1,
          );
        },
      ],
      said: /no longer exists/,
    },
  },
  unknown: {
    'the owner is locked out, of which Okta does not say what it does': {
      changes: [owner('LOCKED_OUT')],
      said: /locked out/,
    },
    'the token is not listed': { scenario: 'identity-provider-changed', said: /shows no API token/ },
  },
});
