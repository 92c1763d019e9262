import type { Certificate } from '../certificate.js';
import { uuid } from '../ids.js';
import { workspaceOneIdpId } from '../okta/base-idp.js';
import { companyDomain, dora, type Person, people } from '../people.js';
import { placeholder } from '../placeholder.js';
import type { Urls } from '../world.js';
import type { AccessIdp, AccessTenant, AccessUser, CatalogItem } from './objects.js';

export const unspecifiedFormat = 'urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified';
export const oktaDirectoryId = uuid('access directory okta');
const userStore = uuid('access user store okta');

/** A person as Okta provisions them into Access. */
export const accessUserOf = (person: Person): AccessUser => ({
  id: person.accessUuid,
  externalId: person.oktaId,
  userName: person.short,
  active: true,
  firstName: person.firstName,
  lastName: person.lastName,
  email: person.email,
  domain: person.domain,
  internalUserType: 'PROVISIONED',
  userPrincipalName: person.email,
  distinguishedName: `CN=${person.short},OU=Staff,DC=${person.domain.replaceAll('.', ',DC=')}`,
  userStoreUuid: userStore,
});

const oktaIdp = (): AccessIdp => ({
  id: '541991',
  name: 'Okta',
  friendlyName: 'Okta',
  description: '',
  identityProviderType: 'MANUAL',
  nIDPStatus: 1,
  metaData: '<EntityDescriptor entityID="http://www.okta.com/acme"/>',
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
  authMethods: [
    {
      authMethodId: 1,
      authMethodName: 'Okta Auth',
      authMethodOrder: 0,
      authScore: 1,
      defaultMethod: false,
      samlAuthnContext: 'urn:oasis:names:tc:SAML:2.0:ac:classes:unspecified',
    },
  ],
  orgNetworks: [
    {
      uuid: uuid('access network all'),
      name: 'ALL RANGES',
      description: '',
      defaultNetwork: true,
      ipAddressRanges: [],
    },
  ],
  idpUrl: null,
});

const oktaSource = (urls: Urls, policy: string): CatalogItem => {
  const acs = `${urls.okta}/sso/saml2/${workspaceOneIdpId}`;
  return {
    uuid: uuid('access catalog okta'),
    name: 'OKTA',
    catalogItemType: 'Saml20',
    visible: false,
    accessPolicySetUuid: policy,
    accessPolicyName: 'default_access_policy_set',
    authInfo: {
      type: 'Saml20',
      // A user attribute by name, in Access's own template language.
      nameId: placeholder('user.userPrincipalName'),
      nameIdFormat: unspecifiedFormat,
      audience: `https://www.okta.com/saml2/service-provider/${workspaceOneIdpId}`,
      recipientName: acs,
      assertionConsumerServiceUrl: acs,
      deviceSsoResponse: true,
      enableForceAuthnRequest: true,
      returnFailureResponse: true,
      signResponse: true,
      signAssertion: false,
      metadata: null,
      metadataUrl: null,
    },
  };
};

/** A tenant where everything works. */
export const healthyAccess = (urls: Urls, certificate: Certificate): AccessTenant => {
  const policy = uuid('access policy default');
  return {
    tenantId: 'acme',
    users: people.filter((person) => person !== dora).map(accessUserOf),
    userAttributes: [
      { name: 'userName', required: true },
      { name: 'emails', required: true },
      { name: 'name', required: true },
      { name: 'userPrincipalName', required: false },
      { name: 'distinguishedName', required: false },
    ],
    audit: [],
    directories: [
      {
        directoryId: oktaDirectoryId,
        name: 'Okta Users',
        type: 'OTHER_DIRECTORY',
        userstoreId: userStore,
        domains: [companyDomain],
      },
    ],
    idps: [oktaIdp()],
    catalog: [oktaSource(urls, policy)],
    policies: [{ name: 'default_access_policy_set', uuid: policy, base: true }],
    networks: [
      {
        uuid: uuid('access network all'),
        name: 'ALL RANGES',
        description: '',
        defaultNetwork: true,
        ipAddressRanges: [],
        _links: {},
      },
    ],
    authMethods: ['Mobile SSO (for iOS)', 'Mobile SSO (for Android)', 'Password (Local Directory)'].map((name) => ({
      name,
      uuid: uuid(`access method ${name}`),
      enabled: true,
    })),
    certificate,
    mediaTypes: 'both',
    client: { id: 'wo-okta', secret: 'playground-access-secret', secretValid: true },
  };
};
