import { oktaId } from '../ids.js';
import { dora, type Person, people } from '../people.js';
import { placeholder } from '../placeholder.js';
import { day, hour, iso } from '../time.js';
import type { Urls } from '../world.js';
import type { App, AppUser, Json } from './objects.js';

export const workspaceOneAppId = oktaId('0oa', 'appworkspaceone');
const mailAppId = oktaId('0oa', 'appmail');

const app = (id: string, name: string, label: string, now: number, rest: Json): App => ({
  id,
  name,
  label,
  status: 'ACTIVE',
  created: iso(now - 200 * day),
  lastUpdated: iso(now - 30 * day),
  accessibility: { selfService: false },
  visibility: { autoSubmitToolbar: false, hide: { iOS: false, web: false } },
  ...rest,
});

const samlSettings = (acs: string, audience: string): Json => ({
  signOn: {
    defaultRelayState: '',
    ssoAcsUrl: acs,
    recipient: acs,
    destination: acs,
    audience,
    subjectNameIdTemplate: placeholder('user.userName'),
    subjectNameIdFormat: 'urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified',
    responseSigned: true,
    assertionSigned: true,
    signatureAlgorithm: 'RSA_SHA256',
    digestAlgorithm: 'SHA256',
    honorForceAuthn: true,
    requestCompressed: false,
    allowMultipleAcsEndpoints: false,
    authnContextClassRef: 'urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport',
    slo: { enabled: true, issuer: audience, logoutUrl: acs },
  },
});

/** Workspace ONE with provisioning, and a mail application that everybody has too. */
export const baseApps = (urls: Urls, now: number): App[] => [
  app(workspaceOneAppId, 'vmwareworkspaceone', 'Workspace ONE', now, {
    signOnMode: 'SAML_2_0',
    features: ['PUSH_NEW_USERS', 'PUSH_PROFILE_UPDATES', 'PUSH_USER_DEACTIVATION'],
    credentials: {
      scheme: 'EDIT_USERNAME_AND_PASSWORD',
      userNameTemplate: { template: placeholder('source.login'), type: 'BUILT_IN', pushStatus: 'PUSH' },
      signing: { kid: 'kid-app-workspace-one' },
    },
    settings: samlSettings(`${urls.access}/SAAS/auth/saml/response`, `${urls.access}/SAAS/API/1.0/GET/metadata/sp.xml`),
  }),
  app(mailAppId, 'acmemail', 'Acme Mail', now, {
    signOnMode: 'SAML_2_0',
    features: [],
    credentials: {
      scheme: 'EDIT_USERNAME_AND_PASSWORD',
      userNameTemplate: { template: placeholder('source.login'), type: 'BUILT_IN' },
      signing: { kid: 'kid-app-mail' },
    },
    settings: samlSettings('https://mail.acme.example/saml/acs', 'https://mail.acme.example'),
  }),
];

/** A person's assignment to Workspace ONE or another application, in sync. */
export const appUserOf = (person: Person, now: number, provisioned: boolean): AppUser => ({
  id: person.oktaId,
  externalId: provisioned ? person.accessUuid : null,
  created: iso(now - 190 * day),
  lastUpdated: iso(now - 30 * day),
  statusChanged: iso(now - 190 * day),
  passwordChanged: null,
  scope: 'USER',
  status: provisioned ? 'PROVISIONED' : 'ACTIVE',
  syncState: provisioned ? 'SYNCHRONIZED' : 'DISABLED',
  ...(provisioned ? { lastSync: iso(now - 6 * hour) } : {}),
  credentials: { userName: person.email },
  profile: { email: person.email, givenName: person.firstName, familyName: person.lastName, domain: person.domain },
});

/** Everybody who works here has both applications. */
export const baseAppUsers = (now: number): Map<string, Map<string, AppUser>> => {
  const staff = people.filter((person) => person !== dora);
  const assigned = (provisioned: boolean): Map<string, AppUser> =>
    new Map(staff.map((person) => [person.oktaId, appUserOf(person, now, provisioned)]));
  return new Map([
    [workspaceOneAppId, assigned(true)],
    [mailAppId, assigned(false)],
  ]);
};
