import { accessCredentialRefused } from './access-credential-refused.js';
import { accessSlow } from './access-slow.js';
import { certificateNearExpiry } from './certificate-near-expiry.js';
import { deviceNotSecured } from './device-not-secured.js';
import { failureNotificationOff } from './failure-notification-off.js';
import { federationArtifact } from './federation-artifact.js';
import { healthy } from './healthy.js';
import { identityProviderChanged } from './identity-provider-changed.js';
import { idpInactive } from './idp-inactive.js';
import { idpNotFound } from './idp-not-found.js';
import { iosSsoNotInstalled } from './ios-sso-not-installed.js';
import { jitOff } from './jit-off.js';
import { logoutNotConfigured } from './logout-not-configured.js';
import { manyAsk } from './many-ask.js';
import { noSuchUser } from './no-such-user.js';
import { noisyWeek } from './noisy-week.js';
import { oktaDown } from './okta-down.js';
import { oktaRateLimited } from './okta-rate-limited.js';
import { oktaTokenInvalid } from './okta-token-invalid.js';
import { profileRealmWrong } from './profile-realm-wrong.js';
import { redirectLoop } from './redirect-loop.js';
import type { Scenario } from './scenario.js';
import { scimCreationNotSupported } from './scim-creation-not-supported.js';
import { scimDistinguishedName } from './scim-distinguished-name.js';
import { scimDomainMismatch } from './scim-domain-mismatch.js';
import { severalMatchingUsers } from './several-matching-users.js';
import { signInStorm } from './sign-in-storm.js';
import { tokenNearExpiry } from './token-near-expiry.js';
import { uemUserNameWithAt } from './uem-user-name-with-at.js';
import { userNameMismatch } from './user-name-mismatch.js';
import { wrongApplicationSource } from './wrong-application-source.js';
import { wrongIssuer } from './wrong-issuer.js';

/** Every scenario, in the order of the page's switch: settings and users first, then systems in trouble. */
export const scenarios = [
  healthy,
  userNameMismatch,
  jitOff,
  wrongIssuer,
  federationArtifact,
  idpNotFound,
  idpInactive,
  wrongApplicationSource,
  logoutNotConfigured,
  scimDistinguishedName,
  scimCreationNotSupported,
  scimDomainMismatch,
  deviceNotSecured,
  redirectLoop,
  failureNotificationOff,
  uemUserNameWithAt,
  iosSsoNotInstalled,
  profileRealmWrong,
  severalMatchingUsers,
  noSuchUser,
  tokenNearExpiry,
  certificateNearExpiry,
  identityProviderChanged,
  signInStorm,
  manyAsk,
  noisyWeek,
  oktaDown,
  accessSlow,
  oktaRateLimited,
  oktaTokenInvalid,
  accessCredentialRefused,
] as const satisfies readonly Scenario[];

/** The id of a scenario. */
export type ScenarioId = (typeof scenarios)[number]['id'];
