import type { Scenario } from './scenario.js';

/** The System Log, Okta's tightest bucket, is used up. */
export const oktaRateLimited = {
  id: 'okta-rate-limited',
  title: 'Okta’s rate limit is used up',
  story: 'Another tool has used up the System Log’s calls of this minute, so Okta answers 429 there.',
  subject: 'ann@acme.example',
  tryThis: '/wo-okta check ann@acme.example',
  changes: [({ faults }) => faults.push({ system: 'okta', under: '/api/v1/logs', kind: 'rate-limited', seconds: 45 })],
} satisfies Scenario;
