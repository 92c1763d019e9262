import { type Check, fail, pass, unknown } from './check.js';
import { appNamed, workspaceOneApp } from './parts/workspace-one-app.js';
import { oktaAppsNamed } from './sources/okta.js';

/** Without it the Okta session outlives the sign-out at Workspace ONE and signs the person in again. */
export const oktaAppSingleLogout = {
  id: 'okta-app-single-logout',
  states: 'Single Logout is enabled in the Workspace ONE app in Okta.',
  about: 'tenant',
  shows: 'cause',
  async run(look) {
    const app = await workspaceOneApp(look);
    const enabled = app.settings?.signOn?.slo?.enabled;
    if (enabled == null) {
      return unknown(
        `Okta did not send whether Single Logout of ${appNamed(app)} is enabled. Look under ${oktaAppsNamed.where} → (the app) → Sign On.`,
      );
    }
    look.saw(oktaAppsNamed, `Single Logout of the app ${appNamed(app)}`, enabled ? 'enabled' : 'not enabled');
    return enabled
      ? pass(`Single Logout is enabled in ${appNamed(app)}.`)
      : fail(`Single Logout is not enabled in ${appNamed(app)}.`);
  },
} satisfies Check;
