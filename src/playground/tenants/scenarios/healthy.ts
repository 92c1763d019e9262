import { ann } from '../people.js';
import { signsInThroughWorkspaceOne } from '../stories/sign-in.js';
import { hour } from '../time.js';
import type { Scenario } from './scenario.js';

/** Nothing is wrong. */
export const healthy = {
  id: 'healthy',
  title: 'All is well',
  story: 'Ann signed in through Workspace ONE an hour ago, and every setting is as the guides say.',
  subject: 'ann@acme.example',
  tryThis: '/wo-okta check ann@acme.example',
  changes: [(world) => signsInThroughWorkspaceOne(world, ann, hour)],
} satisfies Scenario;
