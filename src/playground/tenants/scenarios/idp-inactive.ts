import { asActor, logEvent } from '../okta/log-event.js';
import { ann, jane, type Person } from '../people.js';
import { deactivatesIdentityProvider } from '../stories/administration.js';
import { osOf } from '../stories/sign-in.js';
import { minute } from '../time.js';
import type { Change, Scenario } from './scenario.js';

/** Their phones have always signed them in: who now has to type a password does not know it. */
const triesPassword =
  (person: Person, minutes: number): Change =>
  (world) =>
    logEvent(world, {
      ago: minutes * minute,
      eventType: 'user.session.start',
      displayMessage: 'User login to Okta',
      legacyEventType: 'core.user_auth.login_failed',
      actor: asActor(person),
      result: 'FAILURE',
      reason: 'INVALID_CREDENTIALS',
      os: osOf(person),
    });

/** Okta sends nobody to an identity provider that is not active. */
export const idpInactive = {
  id: 'idp-inactive',
  title: 'Okta sends nobody to Workspace ONE',
  story:
    'Irma deactivated the Workspace ONE identity provider in Okta: no SAML_REQUEST arrives, people get Okta’s own page.',
  subject: 'ann@acme.example',
  tryThis: '/wo-okta idp',
  pasted: 'There is no SAML_REQUEST in the Workspace ONE audit events when people sign in through Okta.',
  cause: { article: 'saml-request-missing', check: 'okta-idp-active' },
  changes: [
    (world) => deactivatesIdentityProvider(world, 55 * minute),
    triesPassword(jane, 42),
    triesPassword(ann, 24),
    triesPassword(ann, 23),
  ],
} satisfies Scenario;
