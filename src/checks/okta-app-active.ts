import { type Check, fail, pass, unknown } from './check.js';
import { appNamed, workspaceOneApp } from './parts/workspace-one-app.js';
import { oktaAppsNamed } from './sources/okta.js';

/** Okta signs nobody in to an app that is not active, and provisions nobody. */
export const oktaAppActive = {
  id: 'okta-app-active',
  states: 'The Workspace ONE app in Okta is active.',
  about: 'tenant',
  shows: 'cause',
  async run(look) {
    const app = await workspaceOneApp(look);
    look.saw(oktaAppsNamed, `Status of the app ${appNamed(app)}`, app.status);
    if (app.status === 'ACTIVE') return pass(`The app ${appNamed(app)} is active.`);
    if (app.status === 'INACTIVE') return fail(`The app ${appNamed(app)} is inactive in Okta.`);
    return unknown(
      `The app ${appNamed(app)} has a status that the bot does not know. Look under ${oktaAppsNamed.where}.`,
    );
  },
} satisfies Check;
