import { auditEvent } from '../access/audit-event.js';
import { workspaceOneAppId } from '../okta/base-apps.js';
import { jane } from '../people.js';
import { agentOf, oktaSendsToWorkspaceOne } from '../stories/sign-in.js';
import { minute, second } from '../time.js';
import type { World } from '../world.js';
import type { Change, Scenario } from './scenario.js';

/** Neither side was told of the other's sign-out. */
const singleLogoutOff: Change = ({ okta, access }) => {
  for (const app of okta.apps) {
    const settings = app['settings'] as { signOn: { slo: { enabled: boolean } } };
    if (app.id === workspaceOneAppId) settings.signOn.slo = { enabled: false };
  }
  for (const { saml2IdPSLOConfiguration: single } of access.idps) {
    if (single !== undefined) single.sendSLORequest = false;
  }
};

/** Jane comes in through Okta, which still knows her. */
const comesIn = (world: World, ago: number): void => {
  oktaSendsToWorkspaceOne(world, jane, ago);
  auditEvent(world, {
    ago: ago - second,
    objectType: 'LOGIN',
    summary: 'LOGIN (Okta Auth)',
    actor: jane,
    userAgent: agentOf(jane),
    values: { deviceType: 'browser', success: 'true', authMethods: 'Okta Auth', actorExternalId: jane.oktaId },
  });
};

/** The Okta session outlives the sign-out. */
export const logoutNotConfigured = {
  id: 'logout-not-configured',
  title: 'Signing out signs in again',
  story:
    'Single Logout is off in Okta and Access, so whoever signs out of Workspace ONE is back in a few seconds later.',
  subject: 'jdoe@acme.example',
  tryThis: '@wo-okta When I sign out of Workspace ONE, it signs me straight in again.',
  pasted: 'When I sign out of Workspace ONE, it signs me straight in again.',
  cause: { article: 'logout-signs-back-in', check: 'okta-app-single-logout' },
  changes: [
    singleLogoutOff,
    (world) => comesIn(world, 31 * minute),
    (world) => comesIn(world, 15 * minute),
    (world) => comesIn(world, 15 * minute - 20 * second),
    (world) => comesIn(world, 14 * minute),
  ],
} satisfies Scenario;
