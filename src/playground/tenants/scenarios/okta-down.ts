import type { Scenario } from './scenario.js';

/** Okta breaks every connection. */
export const oktaDown = {
  id: 'okta-down',
  title: 'Okta is down',
  story: 'Okta breaks every connection, Workspace ONE answers as always.',
  subject: 'ann@acme.example',
  tryThis: '/wo-okta check ann@acme.example',
  changes: [({ faults }) => faults.push({ system: 'okta', kind: 'down' })],
} satisfies Scenario;
