import { aWeekOfNoise } from '../stories/noise.js';
import type { Scenario } from './scenario.js';
import { accessSendsShortUserName, oktaFindsNoJdoe } from './user-name-mismatch.js';

/** One failure among thousands of events. */
export const noisyWeek = {
  id: 'noisy-week',
  title: 'A week of noise',
  story: 'Five thousand Okta events and six thousand of Access lie around Jane’s one failed sign-in of two days ago.',
  subject: 'jdoe@acme.example',
  tryThis: '/wo-okta last-failure jdoe@acme.example',
  pasted: 'After a successful sign-in at Workspace ONE, Jane ended up on the Okta sign-in page.',
  cause: { article: 'username-mismatch', check: 'access-okta-source-user-name' },
  changes: [
    (world) => aWeekOfNoise(world, { okta: 5_000, access: 6_000, seed: 20_261 }),
    accessSendsShortUserName,
    oktaFindsNoJdoe(2 * 24 * 60),
  ],
} satisfies Scenario;
