import { auditEvent } from '../access/audit-event.js';
import { oktaId } from '../ids.js';
import { asActor, logEvent, workspaceOneIdpTarget } from '../okta/log-event.js';
import { ann, ben, branchOffice, carla, jane, type Person } from '../people.js';
import { mobileSsoFails } from '../stories/access-refuses.js';
import { osOf, signsInThroughWorkspaceOne } from '../stories/sign-in.js';
import { worksHere } from '../stories/staff.js';
import { day, hour, minute, second } from '../time.js';
import type { World } from '../world.js';
import type { Change, Scenario } from './scenario.js';

const failure = 'Kerberos NEGOTIATE failed or was cancelled by the user';

/** Access refuses the person's phone and says so to Okta, which keeps its own name for it. */
const failsInBoth = (world: World, person: Person, ago: number, from: { readonly ip?: string } = {}): void => {
  mobileSsoFails(world, person, ago, failure, from);
  const common = {
    ...from,
    actor: asActor(person),
    result: 'FAILURE',
    transaction: oktaId('Z', world.mint()),
    os: osOf(person),
  };
  logEvent(world, {
    ...common,
    ago: ago - second,
    eventType: 'user.authentication.auth_via_IDP',
    displayMessage: 'Authenticate user via IDP',
    target: [workspaceOneIdpTarget],
    reason: 'User Denied/Rejected',
    debugData: { idpDisplayName: 'Workspace ONE', errorMessage: failure },
  });
  logEvent(world, {
    ...common,
    ago: ago - 2 * second,
    eventType: 'user.session.start',
    displayMessage: 'User login to Okta',
    legacyEventType: 'core.user_auth.login_failed.general_nonsuccess',
    reason: 'GENERAL_NONSUCCESS',
    debugData: { requestUri: `/sso/saml2/${workspaceOneIdpTarget.id}` },
  });
};

const theBranchOffice: Change = (world) => {
  for (const person of branchOffice) worksHere(world, person);
};

/** Now and then somebody mistypes a password, or turns their phone away in the wrong moment. */
const theUsual: Change = (world) => {
  const slips: readonly (readonly [Person, number])[] = [
    [ann, day + 3 * hour],
    [ben, 2 * day + 5 * hour],
    [carla, 3 * day + 2 * hour],
    [jane, 4 * day + 7 * hour],
    [ben, 6 * day + 4 * hour],
  ];
  for (const [person, ago] of slips) {
    logEvent(world, {
      ago,
      eventType: 'user.session.start',
      displayMessage: 'User login to Okta',
      legacyEventType: 'core.user_auth.login_failed',
      actor: asActor(person),
      result: 'FAILURE',
      reason: 'INVALID_CREDENTIALS',
    });
    auditEvent(world, {
      ago: ago + hour,
      objectType: 'LOGIN',
      summary: 'LOGIN failed (Password)',
      actor: person,
      values: {
        deviceType: 'browser',
        success: 'false',
        authMethods: 'Password',
        failureMessage: 'Invalid credentials',
      },
    });
  }
  failsInBoth(world, jane, 2 * day);
  failsInBoth(world, ben, 5 * day + 3 * hour);
};

/** One after another in twenty minutes, all behind the branch office's firewall; some try again. */
const theStorm: Change = (world) => {
  for (const [place, person] of branchOffice.entries()) {
    const ago = 20 * minute - place * 85 * second;
    const from = { ip: `198.51.100.${10 + place}` };
    failsInBoth(world, person, ago, from);
    if (place % 4 === 0 && ago > 2 * minute) failsInBoth(world, person, ago - 40 * second, from);
  }
};

/** At head office it works as always. */
const headOffice: Change = (world) => signsInThroughWorkspaceOne(world, jane, 11 * minute);

/** The firewall of a branch office lets Kerberos through no more. */
export const signInStorm = {
  id: 'sign-in-storm',
  title: 'Many people cannot sign in',
  story: 'A branch office’s firewall now blocks Kerberos: fourteen people fail in 20 minutes, all with the same text.',
  subject: 'amir@acme.example',
  tryThis: '/wo-okta check amir@acme.example',
  pasted: 'Kerberos NEGOTIATE failed or was cancelled by the user',
  cause: { article: 'mobile-sso-kerberos-failed', check: 'access-sign-in-failures-not-of-one-network' },
  changes: [theBranchOffice, theUsual, theStorm, headOffice],
} satisfies Scenario;
