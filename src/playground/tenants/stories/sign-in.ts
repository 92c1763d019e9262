import { type AuditSpec, androidAgent, auditEvent, iphoneAgent } from '../access/audit-event.js';
import { oktaId } from '../ids.js';
import { asActor, logEvent, workspaceOneApp, workspaceOneIdpTarget } from '../okta/log-event.js';
import type { Person } from '../people.js';
import { iso, second } from '../time.js';
import type { World } from '../world.js';

/** The user agent of a person's phone, as Access records it. */
export const agentOf = (person: Person): string => (person.device === 'android' ? androidAgent : iphoneAgent);
/** The system of a person's phone, as Okta names it. */
export const osOf = (person: Person): string => (person.device === 'android' ? 'Android' : 'iOS');
/** The method a person's phone signs in with. */
export const mobileSsoOf = (person: Person): string =>
  person.device === 'android' ? 'Mobile SSO (for Android)' : 'Mobile SSO (for iOS)';

const samlRequest = (person: Person, ago: number): AuditSpec => ({
  ago,
  objectType: 'SAML_REQUEST',
  summary: 'SAML_REQUEST',
  userAgent: agentOf(person),
  values: { deviceType: 'browser', success: 'true' },
});

/** Okta has sent the person to Workspace ONE: the request arrives and is mapped to the application source. */
export const samlRequestArrives = (world: World, person: Person, ago: number): void =>
  auditEvent(world, {
    ...samlRequest(person, ago),
    objectName: 'OKTA',
  });

/** Okta has sent the person to Workspace ONE, but the request is mapped to nothing. */
export const samlRequestIsLost = (world: World, person: Person, ago: number): void =>
  auditEvent(world, samlRequest(person, ago));

/** Workspace ONE has recognised the person on their device. */
export const signsInAtAccess = (world: World, person: Person, ago: number, methods = mobileSsoOf(person)): void =>
  auditEvent(world, {
    ago,
    objectType: 'LOGIN',
    summary: `LOGIN (${methods})`,
    actor: person,
    userAgent: agentOf(person),
    values: { deviceType: 'browser', success: 'true', authMethods: methods, actorExternalId: person.oktaId },
  });

/** The whole way from Okta over Workspace ONE and back into an Okta session, all well. */
export const signsInThroughWorkspaceOne = (world: World, person: Person, ago: number): void => {
  samlRequestArrives(world, person, ago);
  signsInAtAccess(world, person, ago - second);
  const transaction = oktaId('Z', world.mint());
  const session = oktaId('trs', world.mint());
  const common = { actor: asActor(person), result: 'SUCCESS', transaction, session, os: osOf(person) };
  logEvent(world, {
    ...common,
    ago: ago - 2 * second,
    eventType: 'user.authentication.auth_via_IDP',
    displayMessage: 'Authenticate user via IDP',
    target: [workspaceOneIdpTarget],
    debugData: { subjectName: person.email, transformedUserName: person.email, idpDisplayName: 'Workspace ONE' },
  });
  logEvent(world, {
    ...common,
    ago: ago - 2 * second,
    eventType: 'user.session.start',
    displayMessage: 'User login to Okta',
    legacyEventType: 'core.user_auth.login_success',
  });
  const signedIn = iso(world.now - ago + 2 * second);
  const user = world.okta.users.find(({ id }) => id === person.oktaId);
  if (user !== undefined && (user.lastLogin ?? '') < signedIn) user.lastLogin = signedIn;
  logEvent(world, {
    ...common,
    ago: ago - 4 * second,
    eventType: 'user.authentication.sso',
    displayMessage: 'User single sign on to app',
    target: [workspaceOneApp],
  });
};

/** Okta has signed the person in and sent them on to Workspace ONE, as its identity provider. */
export const oktaSendsToWorkspaceOne = (world: World, person: Person, ago: number): void =>
  logEvent(world, {
    ago,
    eventType: 'user.authentication.sso',
    displayMessage: 'User single sign on to app',
    actor: asActor(person),
    result: 'SUCCESS',
    target: [workspaceOneApp],
    os: osOf(person),
  });
