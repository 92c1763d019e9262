import { accessBuiltInIdpDirectory } from './access-built-in-idp-directory.js';
import { accessBuiltInIdpMethods } from './access-built-in-idp-methods.js';
import { accessBuiltInIdpNetworks } from './access-built-in-idp-networks.js';
import { accessDeviceSsoResponse } from './access-device-sso-response.js';
import { accessDirectoryType } from './access-directory-type.js';
import { accessDistinguishedNameOptional } from './access-distinguished-name-optional.js';
import { accessFailureNotification } from './access-failure-notification.js';
import { accessForceAuthn } from './access-force-authn.js';
import { accessMetadataCertificate } from './access-metadata-certificate.js';
import { accessMethodsNotCombined } from './access-methods-not-combined.js';
import { accessMobileSsoSucceeds } from './access-mobile-sso-succeeds.js';
import { accessOktaIdpCertificate } from './access-okta-idp-certificate.js';
import { accessOktaIdpContext } from './access-okta-idp-context.js';
import { accessOktaIdpDirectories } from './access-okta-idp-directories.js';
import { accessOktaIdpJit } from './access-okta-idp-jit.js';
import { accessOktaIdpKnown } from './access-okta-idp-known.js';
import { accessOktaIdpNameId } from './access-okta-idp-name-id.js';
import { accessOktaIdpNetworks } from './access-okta-idp-networks.js';
import { accessOktaIdpSingleLogout } from './access-okta-idp-single-logout.js';
import { accessOktaSourceKnown } from './access-okta-source-known.js';
import { accessOktaSourceUserName } from './access-okta-source-user-name.js';
import { accessRequiredAttributes } from './access-required-attributes.js';
import { accessSamlRequestsArrive } from './access-saml-requests-arrive.js';
import { accessSignInFailuresNotOfOneNetwork } from './access-sign-in-failures-not-of-one-network.js';
import { accessUserNamesMatch } from './access-user-names-match.js';
import type { Check } from './check.js';
import { oktaAppActive } from './okta-app-active.js';
import { oktaAppAssigned } from './okta-app-assigned.js';
import { oktaAppCertificate } from './okta-app-certificate.js';
import { oktaAppDomainMapping } from './okta-app-domain-mapping.js';
import { oktaAppSingleLogout } from './okta-app-single-logout.js';
import { oktaIdpActive } from './okta-idp-active.js';
import { oktaIdpCertificate } from './okta-idp-certificate.js';
import { oktaIdpCertificateMatches } from './okta-idp-certificate-matches.js';
import { oktaIdpIssuer } from './okta-idp-issuer.js';
import { oktaIdpIssuerMatches } from './okta-idp-issuer-matches.js';
import { oktaIdpRequestContext } from './okta-idp-request-context.js';
import { oktaIdpSignOnAddress } from './okta-idp-sign-on-address.js';
import { oktaIdpUserMatch } from './okta-idp-user-match.js';
import { oktaLogDeviceAuthentication } from './okta-log-device-authentication.js';
import { oktaLogNamesMatch } from './okta-log-names-match.js';
import { oktaLogSignInsSucceed } from './okta-log-sign-ins-succeed.js';
import { oktaProvisioningSucceeds } from './okta-provisioning-succeeds.js';
import { oktaRoutingRuleActive } from './okta-routing-rule-active.js';
import { oktaRoutingSameIdp } from './okta-routing-same-idp.js';
import { oktaTokenOwnerActive } from './okta-token-owner-active.js';
import { oktaTokenValid } from './okta-token-valid.js';
import { oktaUserActive } from './okta-user-active.js';
import { uemDeviceCompliant } from './uem-device-compliant.js';
import { uemDeviceManaged } from './uem-device-managed.js';
import { uemIosSsoBundleIds } from './uem-ios-sso-bundle-ids.js';
import { uemIosSsoPrincipalName } from './uem-ios-sso-principal-name.js';
import { uemIosSsoProfileAssigned } from './uem-ios-sso-profile-assigned.js';
import { uemIosSsoProfileInstalled } from './uem-ios-sso-profile-installed.js';
import { uemIosSsoRealm } from './uem-ios-sso-realm.js';
import { uemUserKnown } from './uem-user-known.js';
import { uemUserNamesWithoutAt } from './uem-user-names-without-at.js';

export type { Check } from './check.js';
export { createReadings } from './readings.js';
export { type CheckContext, runChecks } from './run.js';

/** Every statement about the live tenants that can be checked. */
export const checks: readonly Check[] = [
  accessBuiltInIdpDirectory,
  accessBuiltInIdpMethods,
  accessBuiltInIdpNetworks,
  accessDeviceSsoResponse,
  accessDirectoryType,
  accessDistinguishedNameOptional,
  accessFailureNotification,
  accessForceAuthn,
  accessMetadataCertificate,
  accessMethodsNotCombined,
  accessMobileSsoSucceeds,
  accessOktaIdpCertificate,
  accessOktaIdpContext,
  accessOktaIdpDirectories,
  accessOktaIdpJit,
  accessOktaIdpKnown,
  accessOktaIdpNameId,
  accessOktaIdpNetworks,
  accessOktaIdpSingleLogout,
  accessOktaSourceKnown,
  accessOktaSourceUserName,
  accessRequiredAttributes,
  accessSamlRequestsArrive,
  accessSignInFailuresNotOfOneNetwork,
  accessUserNamesMatch,
  oktaAppActive,
  oktaAppAssigned,
  oktaAppCertificate,
  oktaAppDomainMapping,
  oktaAppSingleLogout,
  oktaIdpActive,
  oktaIdpCertificate,
  oktaIdpCertificateMatches,
  oktaIdpIssuer,
  oktaIdpIssuerMatches,
  oktaIdpRequestContext,
  oktaIdpSignOnAddress,
  oktaIdpUserMatch,
  oktaLogDeviceAuthentication,
  oktaLogNamesMatch,
  oktaLogSignInsSucceed,
  oktaProvisioningSucceeds,
  oktaRoutingRuleActive,
  oktaRoutingSameIdp,
  oktaTokenOwnerActive,
  oktaTokenValid,
  oktaUserActive,
  uemDeviceCompliant,
  uemDeviceManaged,
  uemIosSsoBundleIds,
  uemIosSsoPrincipalName,
  uemIosSsoProfileAssigned,
  uemIosSsoProfileInstalled,
  uemIosSsoRealm,
  uemUserKnown,
  uemUserNamesWithoutAt,
];
