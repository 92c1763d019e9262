import { healthyAccess } from './access/base.js';
import { createCertificate } from './certificate.js';
import { healthyOkta } from './okta/base.js';
import { asActor, logEvent, unknownActor } from './okta/log-event.js';
import { ann, ben, carla, erik, jane } from './people.js';
import type { Scenario } from './scenarios/scenario.js';
import { signsInThroughWorkspaceOne } from './stories/sign-in.js';
import { day, hour, minute } from './time.js';
import { healthyUem } from './uem/base.js';
import type { Urls, World } from './world.js';

/** The ordinary week behind every scenario. */
const everydayLife = (world: World): void => {
  for (const person of [ann, ben, carla, jane]) {
    for (const days of [1, 2, 4, 6]) signsInThroughWorkspaceOne(world, person, days * day + 2 * hour);
  }
  signsInThroughWorkspaceOne(world, ben, 3 * hour);
  signsInThroughWorkspaceOne(world, carla, 5 * hour);
  // People type passwords into the login field, and Okta records them as the login.
  logEvent(world, {
    ago: 30 * hour,
    eventType: 'user.session.start',
    displayMessage: 'User login to Okta',
    legacyEventType: 'core.user_auth.login_failed',
    actor: unknownActor('Correct-Horse-Battery-9'),
    result: 'FAILURE',
    reason: 'INVALID_CREDENTIALS',
  });
  for (const minutes of [52, 51]) {
    logEvent(world, {
      ago: minutes * minute,
      eventType: 'user.session.start',
      displayMessage: 'User login to Okta',
      legacyEventType: 'core.user_auth.login_failed',
      actor: asActor(erik),
      result: 'FAILURE',
      reason: 'INVALID_CREDENTIALS',
    });
  }
  logEvent(world, {
    ago: 50 * minute,
    eventType: 'user.account.lock',
    displayMessage: 'Max sign in attempts exceeded',
    legacyEventType: 'core.user_auth.account_locked',
    actor: asActor(erik),
    result: 'FAILURE',
    reason: 'LOCKED_OUT',
    target: [asActor(erik)],
  });
};

/** Builds the tenants of a scenario as they are at `now`. The same scenario, moment and addresses, the same tenants. */
export const buildWorld = (scenario: Scenario, urls: Urls, now: number): World => {
  // Certificates count whole seconds.
  const today = Math.floor(now / 1_000) * 1_000;
  const workspaceOne = createCertificate('VMware Identity Manager', today - 300 * day, today + 700 * day);
  const okta = createCertificate('acme.okta.example', today - 300 * day, today + 2_500 * day);
  let last = 0;
  const world: World = {
    now,
    urls,
    okta: healthyOkta(urls, now, { workspaceOne, okta }),
    access: healthyAccess(urls, { workspaceOne, okta }),
    uem: healthyUem(now),
    faults: [],
    mint() {
      last += 1;
      // Of the moment too: a scenario that is put on once more tells of other events.
      return `${scenario.id} ${now} ${last}`;
    },
  };
  everydayLife(world);
  for (const change of scenario.changes) change(world);
  return world;
};
