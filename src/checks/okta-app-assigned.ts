import { fullName } from '../lookups/person/resolve.js';
import { clipped } from '../lookups/wording/time.js';
import { type Check, fail, pass, unknown } from './check.js';
import { oktaSubject } from './parts/okta-subject.js';
import { appNamed, workspaceOneApp } from './parts/workspace-one-app.js';
import { oktaAssignedApps } from './sources/okta.js';

/** Statuses of an app's user with which the app can be used: assigned, with and without provisioning. */
const usable = ['ACTIVE', 'PROVISIONED'];

/** Only who is assigned to it gets to Workspace ONE through Okta, and only they are provisioned. */
export const oktaAppAssigned = {
  id: 'okta-app-assigned',
  states: 'The person is assigned to the Workspace ONE app in Okta, and provisioned where the app provisions.',
  about: 'person',
  shows: 'cause',
  async run(look) {
    const [user, app] = await Promise.all([oktaSubject(look), workspaceOneApp(look)]);
    const { items, more } = await look.at(oktaAssignedApps, user.id);
    const who = clipped(fullName(user), 80);
    const assigned = items.find((one) => one.app.id === app.id);
    if (assigned === undefined) {
      if (more)
        return unknown(
          `${who} has more apps than were read, and ${appNamed(app)} is not among those. Look under ${oktaAssignedApps.where}.`,
        );
      look.saw(oktaAssignedApps, `Assignment of ${who} to ${appNamed(app)}`, 'none');
      return fail(`${who} is not assigned to ${appNamed(app)}.`);
    }
    const { status, syncState, scope } = assigned.appUser ?? {};
    if (!status)
      return unknown(
        `Okta did not send how ${who} is assigned to ${appNamed(app)}. Look under ${oktaAssignedApps.where}.`,
      );
    look.saw(
      oktaAssignedApps,
      `Assignment of ${who} to ${appNamed(app)}`,
      syncState ? `${status}, ${syncState}` : status,
    );
    if (syncState === 'ERROR')
      return fail(
        `${who} is assigned to ${appNamed(app)}, but Okta could not bring the user to Workspace ONE (${status}).`,
      );
    if (usable.includes(status))
      return pass(`${who} is assigned to ${appNamed(app)}${scope === 'GROUP' ? ' through a group' : ''}.`);
    return unknown(
      `${who} is assigned to ${appNamed(app)} with the status ${clipped(status, 40)}, so Workspace ONE may not have the user yet. Look under ${oktaAssignedApps.where}.`,
    );
  },
} satisfies Check;
