import { botTokenName } from '../okta/base.js';
import type { Scenario } from './scenario.js';

/** The bot's own API token has expired: it is gone from the list, and calls with it are refused. */
export const oktaTokenInvalid = {
  id: 'okta-token-invalid',
  title: 'Okta refuses the bot’s token',
  story: 'The bot’s Okta API token was not used for 30 days and has expired for good.',
  subject: 'ann@acme.example',
  tryThis: '/wo-okta check ann@acme.example',
  changes: [
    ({ okta }) => {
      okta.credentials.tokenValid = false;
      const place = okta.apiTokens.findIndex(({ name }) => name === botTokenName);
      if (place >= 0) okta.apiTokens.splice(place, 1);
    },
  ],
} satisfies Scenario;
