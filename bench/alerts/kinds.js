/** What happens in a company of forty thousand, as the systems' logs have it. */
import { auditEvent } from '../../dist/playground/tenants/access/audit-event.js';
import {
  asActor,
  logEvent,
  unknownActor,
  workspaceOneApp,
  workspaceOneIdpTarget,
} from '../../dist/playground/tenants/okta/log-event.js';

const people = 40_000;
const minuteMs = 60_000;
const kerberos = 'Kerberos NEGOTIATE failed or was cancelled by the user';
const deviceAuthentication = ['user.authentication.authenticate', 'Authentication of device via certificate'];

/** All day long, with their shares of a hundred. Of Okta's events only those that the feed's filter lets through. */
export const usually = {
  okta: [
    [81, signsIn()],
    [8.5, signsIn({ result: 'FAILURE', reason: 'INVALID_CREDENTIALS' })],
    [1, signsIn({ result: 'FAILURE', reason: 'LOCKED_OUT' })],
    [1, typesAnything],
    [3, step('user.authentication.auth_via_mfa', 'Authentication of user via MFA', { reason: 'INVALID_CREDENTIALS' })],
    [1.5, step('policy.evaluate_sign_on', 'Evaluation of sign-on policy', { result: 'DENY' })],
    [0.5, refusedAssertion('User Not Found')],
    [0.2, step(...deviceAuthentication, { reason: 'NOT_VERIFIED' })],
    [3, provisioned()],
    [0.05, provisioned('User domain name specified for the user resource doesn’t belong to the directory')],
    [0.25, changesAnotherApp],
  ],
  access: [
    [38, accessLogin('Password')],
    [12, accessLogin('Mobile SSO (for iOS)')],
    [30, accessRow('LAUNCH', { resourceType: 'Saml20' })],
    [10, accessRow('SAML_REQUEST', {}, { isNameless: true, objectName: 'OKTA' })],
    [6, accessLogin('Password', 'Invalid credentials')],
    [1, accessLogin('Mobile SSO (for iOS)', kerberos)],
    [2, accessRow('LAUNCH_ERROR', { failureMessage: 'The resource could not be resolved' })],
    [
      1,
      accessRow('LOGIN_ERROR', { failureMessage: 'The authentication method is not configured' }, { isNameless: true }),
    ],
  ],
};

/** What goes wrong that day: from one minute of it to another so many events, of a million. */
export const bursts = [
  // Somebody tries a password on many names.
  { system: 'okta', from: 120, to: 240, events: 30_000, make: typesAnything },
  { system: 'okta', from: 545, to: 565, events: 3_000, make: refusedAssertion('Unable to match transformed username') },
  { system: 'access', from: 660, to: 700, events: 4_000, make: accessLogin('Mobile SSO (for iOS)', kerberos) },
  {
    system: 'okta',
    from: 840,
    to: 870,
    events: 600,
    make: provisioned('Required user attributes:[distinguishedName] are missing.'),
  },
  {
    system: 'okta',
    from: 960,
    to: 1_020,
    events: 400,
    make: step(...deviceAuthentication, { reason: 'NOT_ENROLLED' }),
  },
  { system: 'okta', from: 1_080, to: 1_200, events: 24, make: changesWorkspaceOne },
];

/** One of a hundred events is stored up to three minutes late. */
function ago(random) {
  return Math.floor(random() * (minuteMs - 1)) + (random() < 0.01 ? Math.floor(random() * 3 * minuteMs) : 0);
}

function anyone(random) {
  const number = Math.floor(random() * people);
  const short = `person${number}`;
  return {
    short,
    firstName: 'Person',
    lastName: String(number),
    email: `${short}@acme.example`,
    domain: 'acme.example',
    oktaId: `00u${String(number).padStart(17, 'p')}`,
    accessUuid: `5f0c0000-0000-4000-8000-${String(number).padStart(12, '0')}`,
    accessNumber: number,
  };
}

function addressOf(random) {
  return `203.0.113.${Math.floor(random() * 254) + 1}`;
}

function signsIn({ result = 'SUCCESS', reason } = {}) {
  return step('user.session.start', 'User login to Okta', { result, reason });
}

function step(eventType, displayMessage, { result = 'FAILURE', reason } = {}) {
  return (world, random) =>
    logEvent(world, {
      ago: ago(random),
      eventType,
      displayMessage,
      actor: asActor(anyone(random)),
      result,
      ip: addressOf(random),
      ...(reason === undefined ? {} : { reason }),
    });
}

/** A name that fits nobody: a slip of the finger, or somebody who tries many. */
function typesAnything(world, random) {
  logEvent(world, {
    ago: ago(random),
    eventType: 'user.session.start',
    displayMessage: 'User login to Okta',
    actor: unknownActor(`name${Math.floor(random() * 1e6)}@acme.example`),
    result: 'FAILURE',
    reason: 'INVALID_CREDENTIALS',
    ip: addressOf(random),
  });
}

/** Two events of one request: the cause, and the roll-up that names none. */
function refusedAssertion(reason) {
  return (world, random) => {
    const common = {
      ago: ago(random),
      actor: asActor(anyone(random)),
      result: 'FAILURE',
      transaction: `Z${world.mint()}`,
      ip: addressOf(random),
    };
    logEvent(world, {
      ...common,
      eventType: 'user.authentication.auth_via_IDP',
      displayMessage: 'Authenticate user via IDP',
      target: [workspaceOneIdpTarget],
      reason,
    });
    logEvent(world, {
      ...common,
      eventType: 'user.session.start',
      displayMessage: 'User login to Okta',
      reason: 'GENERAL_NONSUCCESS',
    });
  };
}

const administrator = asActor({
  oktaId: '00uadministrator0001',
  email: 'irma@acme.example',
  firstName: 'Irma',
  lastName: 'Ott',
});

function provisioned(remoteText) {
  return (world, random) => {
    const { short, email } = anyone(random);
    logEvent(world, {
      ago: ago(random),
      eventType: 'application.provision.user.push',
      displayMessage: 'Push new user to external application',
      actor: administrator,
      result: remoteText === undefined ? 'SUCCESS' : 'FAILURE',
      transactionType: 'JOB',
      target: [{ id: `0ua${short}`, type: 'AppUser', alternateId: email, displayName: short }, workspaceOneApp],
      ...(remoteText === undefined
        ? {}
        : {
            reason: `Automatic provisioning of user ${short} to app Workspace ONE failed: Error while creating user ${short}: Bad Request. Errors reported by remote server: ${remoteText}`,
          }),
    });
  };
}

function changesAnotherApp(world, random) {
  logEvent(world, {
    ago: ago(random),
    eventType: 'application.lifecycle.update',
    displayMessage: 'Update application',
    actor: administrator,
    result: 'SUCCESS',
    target: [{ id: '0oaanother', type: 'AppInstance', alternateId: 'Another app', displayName: 'Another app' }],
  });
}

function changesWorkspaceOne(world, random) {
  const isApp = random() < 0.5;
  logEvent(world, {
    ago: ago(random),
    eventType: isApp ? 'application.configuration.update' : 'system.idp.lifecycle.update',
    displayMessage: isApp ? 'Update application configuration' : 'Update identity provider',
    actor: administrator,
    result: 'SUCCESS',
    target: [isApp ? workspaceOneApp : workspaceOneIdpTarget],
  });
}

function accessLogin(authMethods, failureMessage) {
  return accessRow('LOGIN', { authMethods, ...(failureMessage === undefined ? {} : { failureMessage }) });
}

function accessRow(objectType, { failureMessage, ...values }, { isNameless = false, objectName } = {}) {
  const failed = failureMessage !== undefined;
  return (world, random) =>
    auditEvent(world, {
      // What is late by Access' clock is a matter of the feed's overlap, not of the rules.
      ago: Math.floor(random() * (minuteMs - 1)),
      objectType,
      summary: `${objectType}${failed ? ' failed' : ''}`,
      ip: addressOf(random),
      ...(objectName === undefined ? {} : { objectName }),
      ...(isNameless ? {} : { actor: anyone(random) }),
      values: { success: String(!failed), ...values, ...(failed ? { failureMessage } : {}) },
    });
}
