import { ann } from '../../src/playground/tenants/people.js';
import type { World } from '../../src/playground/tenants/world.js';
import { describeCheck } from '../contracts/check.js';

const who = 'ann@acme.example';
const status =
  (text: string) =>
  ({ okta }: World) => {
    for (const user of okta.users) if (user.id === ann.oktaId) user.status = text;
  };

describeCheck('okta-user-active', {
  pass: { 'the account is active': { who, said: /Ann Ace is active in Okta, and nothing blocks/ } },
  fail: {
    'the account is locked': { who: 'erik', said: /Erik Holm is locked out of Okta .* since .*: unlock the account/ },
    'the account is deactivated': { who: 'dora', said: /is deactivated/ },
    'the sign-in is blocked': {
      who,
      changes: [
        ({ okta }) => {
          okta.blocks.set(ann.oktaId, [{ type: 'DEVICE_BASED', appliesTo: 'UNKNOWN_DEVICES' }]);
        },
      ],
      said: /is blocked in Okta from devices new to Okta/,
    },
  },
  unknown: {
    'the status is a new one': { who, changes: [status('PAUSED')], said: /PAUSED, which the bot does not know/ },
    'Okta knows nobody of that name': { who: 'nobody@acme.example', said: /knows nobody of that name/ },
  },
});
