import { oktaId } from '../ids.js';
import { asActor, logEvent, unknownActor, workspaceOneIdpTarget } from '../okta/log-event.js';
import type { Person } from '../people.js';
import { second } from '../time.js';
import type { World } from '../world.js';
import { osOf, samlRequestArrives, signsInAtAccess } from './sign-in.js';

/** A sign-in that Workspace ONE lets through and Okta refuses. */
export interface Refusal {
  readonly person: Person;
  readonly ago: number;
  /** The user name in the assertion. */
  readonly sent: string;
  /** Whether Okta knows whom it is about. */
  readonly known: boolean;
  /** What the event of the identity provider gives as reason; left out when it gives none. */
  readonly cause?: string;
  /** Whether Access saw a SAML request first. */
  readonly requestArrives: boolean;
}

/**
 * Okta rolls every refusal of an assertion up into GENERAL_NONSUCCESS; the cause is in another event of the same
 * transaction.
 */
export const oktaRefusesAssertion = (world: World, refusal: Refusal): void => {
  const { person, ago, sent, cause } = refusal;
  if (refusal.requestArrives) samlRequestArrives(world, person, ago + 3 * second);
  signsInAtAccess(world, person, ago + 2 * second);
  const common = {
    actor: refusal.known ? asActor(person) : unknownActor(sent),
    result: 'FAILURE',
    transaction: oktaId('Z', world.mint()),
    os: osOf(person),
  };
  logEvent(world, {
    ...common,
    ago: ago + second,
    eventType: 'user.authentication.auth_via_IDP',
    displayMessage: 'Authenticate user via IDP',
    target: [workspaceOneIdpTarget],
    ...(cause === undefined ? {} : { reason: cause }),
    debugData: { subjectName: sent, transformedUserName: sent, idpDisplayName: 'Workspace ONE' },
  });
  logEvent(world, {
    ...common,
    ago,
    eventType: 'user.session.start',
    displayMessage: 'User login to Okta',
    legacyEventType: 'core.user_auth.login_failed.general_nonsuccess',
    reason: 'GENERAL_NONSUCCESS',
    debugData: { requestUri: `/sso/saml2/${workspaceOneIdpTarget.id}` },
  });
};
