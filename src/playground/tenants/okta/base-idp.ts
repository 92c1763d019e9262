import type { Certificate } from '../certificate.js';
import { oktaId } from '../ids.js';
import { companyDomain } from '../people.js';
import { day, iso } from '../time.js';
import type { Urls } from '../world.js';
import type { IdentityProvider, Json, Key, Policy } from './objects.js';

export const workspaceOneIdpId = oktaId('0oa', 'idpworkspaceone');
export const discoveryPolicyId = oktaId('00p', 'idpdiscovery');

/** The entity id of Workspace ONE Access: the address of its metadata. */
export const idpXml = (urls: Urls): string => `${urls.access}/SAAS/API/1.0/GET/metadata/idp.xml`;

/** A certificate as a key of Okta's key stores. */
export const keyOf = (certificate: Certificate, kid: string, now: number): Key => ({
  kid,
  created: iso(now - 200 * day),
  lastUpdated: iso(now - 200 * day),
  expiresAt: iso(certificate.notAfter),
  x5c: [certificate.base64],
  kty: 'RSA',
  use: 'sig',
  e: certificate.e,
  n: certificate.n,
  'x5t#S256': certificate.thumbprint,
});

/** Workspace ONE Access as Okta's identity provider, set up as the vendor's guide says. */
export const workspaceOneIdp = (urls: Urls, now: number): IdentityProvider => ({
  id: workspaceOneIdpId,
  type: 'SAML2',
  name: 'Workspace ONE',
  status: 'ACTIVE',
  created: iso(now - 200 * day),
  lastUpdated: iso(now - 30 * day),
  issuerMode: 'ORG_URL',
  protocol: {
    type: 'SAML2',
    endpoints: {
      sso: {
        url: `${urls.access}/SAAS/auth/federation/sso`,
        binding: 'HTTP-POST',
        destination: `${urls.access}/SAAS/auth/federation/sso`,
      },
      acs: { binding: 'HTTP-POST', type: 'INSTANCE' },
    },
    algorithms: {
      request: { signature: { algorithm: 'SHA-256', scope: 'REQUEST' } },
      response: { signature: { algorithm: 'SHA-256', scope: 'ANY' } },
    },
    settings: { nameFormat: 'urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified', honorPersistentNameId: true },
    credentials: {
      trust: {
        issuer: idpXml(urls),
        audience: `https://www.okta.com/saml2/service-provider/${workspaceOneIdpId}`,
        kid: 'kid-workspace-one',
        additionalKids: [],
      },
      signing: { kid: 'kid-okta-requests' },
    },
  },
  policy: {
    accountLink: { action: 'AUTO' },
    provisioning: {
      action: 'DISABLED',
      profileMaster: false,
      groups: { action: 'NONE' },
      conditions: { deprovisioned: { action: 'NONE' }, suspended: { action: 'NONE' } },
    },
    maxClockSkew: 120_000,
    subject: {
      userNameTemplate: { template: 'idpuser.subjectNameId' },
      filter: null,
      matchType: 'USERNAME',
      matchAttribute: null,
    },
  },
});

/** A social identity provider that has nothing to do with Workspace ONE: `type=SAML2` leaves it out. */
export const partnerIdp = (now: number): IdentityProvider => {
  const id = oktaId('0oa', 'idppartner');
  return {
    id,
    type: 'OIDC',
    name: 'Partner portal',
    status: 'INACTIVE',
    created: iso(now - 500 * day),
    lastUpdated: iso(now - 500 * day),
    issuerMode: 'ORG_URL',
    protocol: {
      type: 'OIDC',
      endpoints: {
        authorization: { url: 'https://partner.example/authorize', binding: 'HTTP-REDIRECT' },
        token: { url: 'https://partner.example/token', binding: 'HTTP-POST' },
      },
      scopes: ['openid', 'email', 'profile'],
      credentials: { client: { client_id: 'acme' }, trust: { issuer: 'https://partner.example', kid: '' } },
    },
    policy: {
      accountLink: { action: 'AUTO' },
      provisioning: { action: 'DISABLED', groups: { action: 'NONE' } },
      maxClockSkew: 0,
      subject: {
        userNameTemplate: { template: 'idpuser.email' },
        filter: null,
        matchType: 'USERNAME',
        matchAttribute: null,
      },
    },
  };
};

/** Exactly one policy of this kind exists, as in every org. */
export const discoveryPolicy = (now: number): Policy => ({
  id: discoveryPolicyId,
  type: 'IDP_DISCOVERY',
  name: 'Idp Discovery Policy',
  status: 'ACTIVE',
  description: 'Policy for identifying users',
  priority: 1,
  system: true,
  created: iso(now - 900 * day),
  lastUpdated: iso(now - 30 * day),
});

const rule = (name: string, priority: number, system: boolean, now: number, rest: Json): Json => ({
  id: oktaId('0pr', name.replace(/\W/g, '')),
  type: 'IDP_DISCOVERY',
  name,
  priority,
  status: 'ACTIVE',
  system,
  created: iso(now - 200 * day),
  lastUpdated: iso(now - 30 * day),
  ...rest,
});

/** Mobile devices go to Workspace ONE, everybody else signs in at Okta. */
export const discoveryRules = (now: number): Json[] => [
  rule('Workspace ONE mobile', 1, false, now, {
    conditions: {
      network: { connection: 'ANYWHERE' },
      platform: {
        include: [
          { type: 'MOBILE', os: { type: 'IOS' } },
          { type: 'MOBILE', os: { type: 'ANDROID' } },
        ],
        exclude: [],
      },
      userIdentifier: { type: 'IDENTIFIER', patterns: [{ matchType: 'SUFFIX', value: companyDomain }] },
      app: { include: [], exclude: [] },
    },
    actions: {
      idp: {
        providers: [{ type: 'SAML2', id: workspaceOneIdpId, name: 'Workspace ONE' }],
        idpSelectionType: 'SPECIFIC',
      },
    },
  }),
  rule('Default Rule', 2, true, now, {
    conditions: {
      network: { connection: 'ANYWHERE' },
      platform: { include: [], exclude: [] },
      app: { include: [], exclude: [] },
    },
    actions: { idp: { providers: [{ type: 'OKTA' }], idpSelectionType: 'SPECIFIC' } },
  }),
];
