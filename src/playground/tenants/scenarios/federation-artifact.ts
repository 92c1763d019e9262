import { auditEvent } from '../access/audit-event.js';
import { ann, ben, jane, type Person } from '../people.js';
import { agentOf, oktaSendsToWorkspaceOne } from '../stories/sign-in.js';
import { minute, second } from '../time.js';
import type { Change, Scenario } from './scenario.js';

const passwordProtected = 'urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport';

/** The set-up guides name only this one context, and Okta answers with another. */
const onlyTheContextOfTheGuide: Change = ({ access }) => {
  for (const { name, authMethods } of access.idps) {
    if (name === 'Okta') for (const method of authMethods) method['samlAuthnContext'] = passwordProtected;
  }
};

/** Okta signs the person in; Access has nothing to attach the answer to, and looks nobody up. */
const accessCannotPlaceTheAnswer =
  (person: Person, minutes: number): Change =>
  (world) => {
    oktaSendsToWorkspaceOne(world, person, minutes * minute + second);
    auditEvent(world, {
      ago: minutes * minute,
      objectType: 'LOGIN_ERROR',
      summary: 'LOGIN_ERROR',
      userAgent: agentOf(person),
      values: {
        deviceType: 'browser',
        success: 'false',
        failureMessage: 'federationArtifact.not.found Federation Artifact not found',
      },
    });
  };

/** Okta is the identity provider of Access, and answers in a context that Access does not list. */
export const federationArtifact = {
  id: 'federation-artifact',
  title: 'Federation Artifact not found',
  story:
    'The identity provider for Okta in Access lacks the SAML context “Unspecified”, so all who come from Okta stop.',
  subject: 'jdoe@acme.example',
  tryThis: '@wo-okta federationArtifact.not.found Federation Artifact not found',
  pasted: 'federationArtifact.not.found Federation Artifact not found',
  cause: { article: 'federation-artifact-not-found', check: 'access-okta-idp-context' },
  changes: [
    onlyTheContextOfTheGuide,
    accessCannotPlaceTheAnswer(ann, 51),
    accessCannotPlaceTheAnswer(ben, 34),
    accessCannotPlaceTheAnswer(jane, 12),
  ],
} satisfies Scenario;
