import type { Scenario } from './scenario.js';

/** The secret of the bot's client in Access was regenerated. */
export const accessCredentialRefused = {
  id: 'access-credential-refused',
  title: 'Access refuses the bot’s secret',
  story: 'The bot’s OAuth client secret in Workspace ONE Access was regenerated, so its sign-in is refused.',
  subject: 'ann@acme.example',
  tryThis: '/wo-okta check ann@acme.example',
  changes: [
    ({ access }) => {
      access.client.secretValid = false;
    },
  ],
} satisfies Scenario;
