import type { Certificate } from '../certificate.js';
import { uuid } from '../ids.js';
import { appMetadata } from '../okta/app-metadata.js';
import type { Urls } from '../world.js';
import type { AccessIdp, Json } from './objects.js';

export const unspecifiedFormat = 'urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified';
export const oktaDirectoryId = uuid('access directory okta');
/** Okta as identity provider of Access, as audit events name it. */
export const oktaIdpId = '541991';

/** The network range that every tenant has. */
export const allRanges = (): Json => ({
  uuid: uuid('access network all'),
  name: 'ALL RANGES',
  description: '',
  defaultNetwork: true,
  ipAddressRanges: [],
});

const method = (authMethodName: string, authMethodId: number, samlAuthnContext: string | null): Json => ({
  authMethodId,
  authMethodName,
  authMethodOrder: 0,
  authScore: 1,
  defaultMethod: false,
  samlAuthnContext,
});

/** Okta signs people in for Access. `certificate`: what Okta's Workspace ONE app signs with. */
export const oktaIdp = (urls: Urls, certificate: Certificate): AccessIdp => ({
  id: oktaIdpId,
  name: 'Okta',
  friendlyName: 'Okta',
  description: '',
  identityProviderType: 'MANUAL',
  nIDPStatus: 1,
  metaData: appMetadata(urls, certificate),
  preferredBinding: 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST',
  nameIdFormatType: unspecifiedFormat,
  identityFromSamlAttribute: false,
  nameIdFormatAttributeMappings: {
    [unspecifiedFormat]: 'userPrincipalName',
    'urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress': 'emails',
    'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent': 'id',
  },
  customAttributeMappings: null,
  jitEnabled: false,
  saml2IdPSLOConfiguration: { sendSLORequest: true },
  authMethods: [method('Okta Auth', 1, 'urn:oasis:names:tc:SAML:2.0:ac:classes:unspecified')],
  directories: [oktaDirectoryId],
  orgNetworks: [allRanges()],
  idpUrl: null,
});

/** Where Mobile SSO is ticked. Which type the real one has is not documented, so this one tells none. */
export const builtInIdp = (): AccessIdp => ({
  id: '541870',
  name: 'Built-in',
  friendlyName: 'Built-in',
  description: '',
  nIDPStatus: 1,
  authMethods: ['Mobile SSO (for iOS)', 'Mobile SSO (for Android)', 'Device Compliance (with AirWatch)'].map(
    (name, place) => method(name, place + 2, null),
  ),
  directories: [oktaDirectoryId],
  orgNetworks: [allRanges()],
});
