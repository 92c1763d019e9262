import { workspaceOneIdpId } from '../okta/base-idp.js';
import { ann } from '../people.js';
import { oktaRefusesAssertion } from '../stories/refused-assertion.js';
import { minute } from '../time.js';
import type { Change, Scenario } from './scenario.js';

/** Somebody typed the address of the sign-in page where the entity id belongs. */
const issuerIsNoEntityId: Change = ({ okta, urls }) => {
  const idp = okta.idps.find(({ id }) => id === workspaceOneIdpId);
  if (idp !== undefined) idp.protocol.credentials.trust.issuer = `${urls.access}/SAAS/auth/federation/sso`;
};

/** Okta gives the roll-up only: neither event names the cause, and Access saw no SAML request. */
const oktaRefusesAnn: Change = (world) => {
  for (const minutes of [25, 9]) {
    oktaRefusesAssertion(world, {
      person: ann,
      ago: minutes * minute,
      sent: ann.email,
      known: true,
      requestArrives: false,
    });
  }
};

/** Okta's identity provider for Workspace ONE has an issuer that does not end in idp.xml. */
export const wrongIssuer = {
  id: 'wrong-issuer',
  title: 'Wrong issuer in Okta',
  story: 'The issuer of the Workspace ONE identity provider in Okta is not the address of idp.xml, so Ann gets a 400.',
  subject: 'ann@acme.example',
  tryThis: '/wo-okta check ann@acme.example',
  pasted: 'After signing in at Workspace ONE: 400 Error Code: GENERAL_NONSUCCESS',
  cause: { article: 'routing-rules-general-nonsuccess', check: 'okta-idp-issuer' },
  changes: [issuerIsNoEntityId, oktaRefusesAnn],
} satisfies Scenario;
