import type { Certificate } from '../certificate.js';
import { uuid } from '../ids.js';
import { workspaceOneIdpId } from '../okta/base-idp.js';
import { companyDomain, dora, type Person, people } from '../people.js';
import { placeholder } from '../placeholder.js';
import type { Urls } from '../world.js';
import { allRanges, builtInIdp, oktaDirectoryId, oktaIdp, unspecifiedFormat } from './base-idps.js';
import type { AccessTenant, AccessUser, CatalogItem } from './objects.js';

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

/** A tenant where everything works. `workspaceOne` is the certificate that it signs with, `okta` Okta's own. */
export const healthyAccess = (
  urls: Urls,
  certificates: { readonly workspaceOne: Certificate; readonly okta: Certificate },
): AccessTenant => {
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
    idps: [builtInIdp(), oktaIdp(urls, certificates.okta)],
    catalog: [oktaSource(urls, policy)],
    policies: [{ name: 'default_access_policy_set', uuid: policy, base: true }],
    networks: [{ ...allRanges(), _links: {} }],
    authMethods: ['Mobile SSO (for iOS)', 'Mobile SSO (for Android)', 'Password (Local Directory)'].map((name) => ({
      name,
      uuid: uuid(`access method ${name}`),
      enabled: true,
    })),
    certificate: certificates.workspaceOne,
    mediaTypes: 'both',
    client: { id: 'wo-okta', secret: 'playground-access-secret', secretValid: true },
  };
};
