import { logEvent, unknownActor } from '../okta/log-event.js';
import { minute } from '../time.js';
import type { Change, Scenario } from './scenario.js';

const login = 'nobody@acme.example';

/** Somebody tried to sign in by a name that no system knows. */
const nobodyTries: Change = (world) =>
  logEvent(world, {
    ago: 11 * minute,
    eventType: 'user.session.start',
    displayMessage: 'User login to Okta',
    legacyEventType: 'core.user_auth.login_failed',
    actor: unknownActor(login),
    result: 'FAILURE',
    reason: 'INVALID_CREDENTIALS',
  });

/** A misspelt name, or someone who never had an account. */
export const noSuchUser = {
  id: 'no-such-user',
  title: 'No such user',
  story: 'Somebody signs in as nobody@acme.example, whom neither Okta nor Access nor UEM knows.',
  subject: login,
  tryThis: `/wo-okta check ${login}`,
  changes: [nobodyTries],
} satisfies Scenario;
