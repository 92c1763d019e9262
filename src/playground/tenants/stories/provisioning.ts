import { oktaId } from '../ids.js';
import { appUserOf, workspaceOneAppId } from '../okta/base-apps.js';
import { oktaUserOf } from '../okta/base-users.js';
import { asActor, logEvent, workspaceOneApp } from '../okta/log-event.js';
import { admin, fullName, nina, omar, type Person, pia } from '../people.js';
import { day, hour, iso, minute } from '../time.js';
import type { World } from '../world.js';

/** The name of Workspace ONE in Okta's provisioning messages. */
const appName = 'Workspace ONE';

/** A new colleague: active in Okta and assigned to Workspace ONE, but not (yet) in Access and UEM. */
const joins = (world: World, person: Person): void => {
  const now = world.now;
  world.okta.users.push({
    ...oktaUserOf(person, now),
    created: iso(now - day),
    activated: iso(now - day),
    statusChanged: iso(now - day),
    passwordChanged: iso(now - day),
    lastLogin: null,
  });
  world.okta.appUsers.get(workspaceOneAppId)?.set(person.oktaId, {
    ...appUserOf(person, now, true),
    created: iso(now - 3 * hour),
    statusChanged: iso(now - 3 * hour),
    lastUpdated: iso(now - 2 * hour),
  });
};

/**
 * Access refuses to create the person, `ago` and once more an hour later (if that is past). Okta's event is the assigning
 * administrator's; the person appears as AppUser target, under an id of its own. Repeated attempts give no reason.
 */
const accessRefusesToCreate = (world: World, person: Person, remoteText: string, ago = 3 * hour): void => {
  const again = ago - hour + minute;
  const user = world.okta.appUsers.get(workspaceOneAppId)?.get(person.oktaId);
  if (user !== undefined) {
    user.status = 'STAGED';
    user.syncState = 'ERROR';
    user.externalId = null;
    user['lastSync'] = iso(world.now - (again < 0 ? ago : ago - hour));
  }
  const common = {
    actor: asActor(admin),
    result: 'FAILURE',
    severity: 'ERROR',
    transactionType: 'JOB',
    target: [
      { id: oktaId('0ua', person.short), type: 'AppUser', alternateId: person.email, displayName: fullName(person) },
      workspaceOneApp,
    ],
    debugData: { appname: 'vmwareworkspaceone' },
  } as const;
  logEvent(world, {
    ...common,
    ago,
    eventType: 'application.provision.user.push',
    displayMessage: 'Push new user to external application',
    legacyEventType: 'app.user_management.push_new_user_failed',
    transaction: oktaId('puj', `${person.short}push`),
    // Okta cuts reasons at 255 characters.
    reason:
      `Automatic provisioning of user ${person.short} to app ${appName} failed: Error while creating user ${person.short}: Bad Request. Errors reported by remote server: ${remoteText}`.slice(
        0,
        255,
      ),
  });
  if (again < 0) return;
  logEvent(world, {
    ...common,
    ago: again,
    eventType: 'application.provision.user.sync',
    displayMessage: 'Sync user in external application',
    legacyEventType: 'app.user_management.provision_user_failed',
    transaction: oktaId('puj', `${person.short}sync`),
  });
};

/** Who started yesterday: Nina, and two more. */
export const newcomers: readonly Person[] = [nina, omar, pia];

/** All of them are in Okta by now. */
export const newcomersJoin = (world: World): void => {
  for (const person of newcomers) joins(world, person);
};

/** All of them are refused for the same reason: Nina first, the others within the last hour. */
export const newcomersAreRefused = (world: World, remoteText: string): void => {
  accessRefusesToCreate(world, nina, remoteText);
  accessRefusesToCreate(world, omar, remoteText, 38 * minute);
  accessRefusesToCreate(world, pia, remoteText, 22 * minute);
};
