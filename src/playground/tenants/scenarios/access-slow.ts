import { second } from '../time.js';
import type { Scenario } from './scenario.js';

/** Access answers after half a minute: longer than anybody waits. */
export const accessSlow = {
  id: 'access-slow',
  title: 'Access is slow',
  story: 'Workspace ONE Access takes 30 seconds for every answer, Okta and UEM answer as always.',
  subject: 'ann@acme.example',
  tryThis: '/wo-okta check ann@acme.example',
  changes: [({ faults }) => faults.push({ system: 'access', kind: 'slow', ms: 30 * second })],
} satisfies Scenario;
