import { certificateOf } from '../lookups/halves/certificates.js';
import { moment } from '../lookups/wording/time.js';
import { type Check, pass, unknown } from './check.js';
import { certificateDays, ends, failAt, lasts, latest } from './parts/days-left.js';
import { appNamed, workspaceOneApp } from './parts/workspace-one-app.js';
import { oktaAppKeys } from './sources/okta.js';

/** Workspace ONE Access knows Okta's answers by it. An app keeps its old certificates, so the one in use counts. */
export const oktaAppCertificate = {
  id: 'okta-app-certificate',
  states: `The signing certificate of the Workspace ONE app in Okta is valid for ${certificateDays} days or more.`,
  about: 'tenant',
  shows: 'cause',
  async run(look) {
    const app = await workspaceOneApp(look);
    const { items } = await look.at(oktaAppKeys, app.id);
    const kid = app.credentials?.signing?.kid;
    const key = items.find((one) => one.kid === kid);
    const end = key && latest([certificateOf(key).expiresAt]);
    if (end === undefined) {
      return unknown(
        `Okta did not tell when the signing certificate in use of ${appNamed(app)} ends. Look under ${oktaAppKeys.where}.`,
      );
    }
    look.saw(oktaAppKeys, `End of the signing certificate of the app ${appNamed(app)}`, moment(end));
    const said = `The signing certificate of ${appNamed(app)} ${ends(end, look.now)}`;
    return lasts(end, certificateDays, look.now)
      ? pass(`${said}.`)
      : failAt(`${said}: after that Workspace ONE Access takes no sign-in from Okta.`, end, look.now);
  },
} satisfies Check;
