import { workspaceOneTokenName } from '../../src/playground/tenants/okta/base.js';
import { admin } from '../../src/playground/tenants/people.js';
import { day, iso } from '../../src/playground/tenants/time.js';
import type { World } from '../../src/playground/tenants/world.js';
import { describeCheck } from '../contracts/check.js';

const withoutToken = ({ okta }: World) => {
  okta.apiTokens.splice(
    okta.apiTokens.findIndex(({ name }) => name === workspaceOneTokenName),
    1,
  );
};

describeCheck('okta-token-valid', {
  pass: { 'it is used daily': { said: /“Workspace ONE” expires in 29 days .* its owner is active/ } },
  fail: {
    'nobody has used it for long': {
      scenario: 'token-near-expiry',
      said: /expires in 6 days .* unless it is used/,
      articleId: 'okta-apps-disappeared',
    },
    'its owner is deactivated': {
      changes: [
        ({ okta }) => {
          for (const user of okta.users) if (user.id === admin.oktaId) user.status = 'DEPROVISIONED';
        },
      ],
      said: /is dead/,
    },
    'somebody revoked it': { scenario: 'identity-provider-changed', said: /was revoked on 2026-11-24 08:42/ },
  },
  unknown: {
    'it is not listed, and nobody revoked it': { changes: [withoutToken], said: /hidden from the bot’s role/ },
    'two are called so, and one is near its end': {
      changes: [
        ({ okta, now }) => {
          const token = okta.apiTokens.find(({ name }) => name === workspaceOneTokenName);
          if (token !== undefined)
            okta.apiTokens.push({ ...token, id: '00Told', name: 'Workspace ONE (old)', expiresAt: iso(now + 2 * day) });
        },
      ],
      said: /Another token begins with the same name/,
    },
    'its end is not told': {
      changes: [
        ({ okta }) => {
          for (const token of okta.apiTokens) okta.tokenUse.delete(token.id);
          const at = okta.apiTokens.findIndex(({ name }) => name === workspaceOneTokenName);
          const token = okta.apiTokens[at];
          // Okta requires the name only.
          if (token !== undefined) okta.apiTokens.splice(at, 1, { ...token, userId: '' });
        },
      ],
      said: /whether its owner is active was not told/,
    },
  },
});
