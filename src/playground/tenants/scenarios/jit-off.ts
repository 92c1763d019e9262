import { androidAgent, auditEvent } from '../access/audit-event.js';
import { oktaIdpId, unspecifiedFormat } from '../access/base-idps.js';
import { asActor, logEvent, workspaceOneApp } from '../okta/log-event.js';
import { carla } from '../people.js';
import { minute, second } from '../time.js';
import type { Change, Scenario } from './scenario.js';

/** Access looks the e-mail address from Okta up among its short user names. */
const nameIdMatchedWithUserName: Change = ({ access }) => {
  for (const { nameIdFormatAttributeMappings: mappings } of access.idps) {
    if (mappings !== undefined) mappings[unspecifiedFormat] = 'userName';
  }
};

/** Okta signs Carla in to Workspace ONE; Access finds nobody of that name and may not create them. */
const accessMayNotCreateCarla: Change = (world) => {
  const ago = 18 * minute;
  logEvent(world, {
    ago: ago + second,
    eventType: 'user.authentication.sso',
    displayMessage: 'User single sign on to app',
    actor: asActor(carla),
    result: 'SUCCESS',
    target: [workspaceOneApp],
    os: 'Android',
  });
  auditEvent(world, {
    ago,
    objectType: 'LOGIN',
    summary: 'LOGIN failed ()',
    who: carla.email,
    userAgent: androidAgent,
    values: {
      deviceType: 'browser',
      success: 'false',
      failureMessage: `IDP (id: ${oktaIdpId}) does not have JIT enabled when creating user (nameId: ${carla.email})`,
    },
  });
};

/** Okta is the identity provider, and its NameID fits no user of Access. */
export const jitOff = {
  id: 'jit-off',
  title: 'No user for the NameID, JIT is off',
  story: 'Okta sends Carla’s e-mail address, Access compares it with her user name “carla” and may not create a user.',
  subject: 'carla@acme.example',
  tryThis: '/wo-okta check carla@acme.example',
  pasted: 'You do not have access to this service. Contact your administrator for assistance',
  cause: { article: 'no-access-to-service', check: 'access-okta-idp-name-id' },
  changes: [nameIdMatchedWithUserName, accessMayNotCreateCarla],
} satisfies Scenario;
