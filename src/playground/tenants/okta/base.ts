import type { Certificate } from '../certificate.js';
import { oktaId } from '../ids.js';
import { admin, companyDomain, people } from '../people.js';
import { day, hour, iso, minute } from '../time.js';
import type { Urls } from '../world.js';
import { baseApps, baseAppUsers, workspaceOneAppId } from './base-apps.js';
import {
  discoveryPolicy,
  discoveryPolicyId,
  discoveryRules,
  keyOf,
  partnerIdp,
  workspaceOneIdp,
  workspaceOneIdpId,
} from './base-idp.js';
import {
  baseBlocks,
  baseFactors,
  baseGroups,
  baseRoles,
  baseUsers,
  everyoneGroupId,
  serviceUserId,
} from './base-users.js';
import type { ApiToken, OktaTenant } from './objects.js';

/** The names of the two tokens that scenarios speak of. */
export const botTokenName = 'wo-okta helpdesk bot';
export const workspaceOneTokenName = 'Workspace ONE';

const token = (name: string, userId: string, now: number, usedAgo: number): ApiToken => ({
  id: oktaId('00T', name.replace(/\W/g, '')),
  name,
  clientName: 'Okta API',
  userId,
  tokenWindow: 'P30D',
  network: { connection: 'ANYWHERE' },
  created: iso(now - 200 * day),
  lastUpdated: iso(now - usedAgo),
  expiresAt: iso(now - usedAgo + 30 * day),
});

/** An org where everything works. `workspaceOne` is the certificate that Access signs with, `okta` Okta's own. */
export const healthyOkta = (
  urls: Urls,
  now: number,
  certificates: { readonly workspaceOne: Certificate; readonly okta: Certificate },
): OktaTenant => {
  const users = baseUsers(now);
  const apiTokens = [
    token(botTokenName, serviceUserId, now, 0),
    token(workspaceOneTokenName, admin.oktaId, now, 2 * hour),
  ];
  return {
    users,
    apiTokens,
    logs: [],
    arrivals: new Map(),
    tokenUse: new Map(apiTokens.map(({ id, name }) => [id, name === botTokenName ? minute : 4 * hour])),
    idps: [workspaceOneIdp(urls, now), partnerIdp(now)],
    trustKeys: [keyOf(certificates.workspaceOne, 'kid-workspace-one', now)],
    signingKeys: new Map([[workspaceOneIdpId, [keyOf(certificates.okta, 'kid-okta-requests', now)]]]),
    policies: [discoveryPolicy(now)],
    rules: new Map([[discoveryPolicyId, discoveryRules(now)]]),
    apps: baseApps(urls, now),
    appKeys: new Map([[workspaceOneAppId, [keyOf(certificates.okta, 'kid-app-workspace-one', now)]]]),
    appUsers: baseAppUsers(now),
    blocks: baseBlocks(),
    factors: baseFactors(now),
    // An org with Device Trust through Workspace ONE has no device records: the trust comes in the assertion.
    devices: new Map(people.map((person) => [person.oktaId, []])),
    groups: baseGroups(now),
    groupsOfUser: new Map(users.map((user) => [user.id, [everyoneGroupId]])),
    mappings: [
      {
        id: oktaId('prm', 'workspaceone'),
        source: { id: oktaId('oty', 'default'), name: 'user', type: 'user' },
        target: { id: workspaceOneAppId, name: 'vmwareworkspaceone', type: 'appuser' },
        properties: {
          email: { expression: 'user.email', pushStatus: 'PUSH' },
          domain: { expression: `"${companyDomain}"`, pushStatus: 'PUSH' },
        },
      },
    ],
    zones: [
      {
        id: oktaId('nzo', 'legacy'),
        type: 'IP',
        name: 'LegacyIpZone',
        status: 'ACTIVE',
        usage: 'POLICY',
        system: true,
        created: iso(now - 900 * day),
        lastUpdated: iso(now - 900 * day),
        gateways: [],
        proxies: [],
      },
    ],
    rolesOfUser: baseRoles(now),
    org: {
      id: oktaId('00o', 'acme'),
      companyName: 'Acme',
      subdomain: 'acme',
      status: 'ACTIVE',
      website: 'https://acme.example',
      created: iso(now - 900 * day),
      lastUpdated: iso(now - 100 * day),
    },
    credentials: {
      token: '00playground-okta-token',
      tokenId: apiTokens[0]?.id ?? '',
      tokenValid: true,
      clientId: oktaId('0oa', 'servicewooktabot'),
      keyId: 'kid-wo-okta',
    },
    missingScopes: new Set(),
    // The limits Okta last published for a Workforce org. Half is a token's share.
    rateLimits: { logs: 120, user: 2_000, users: 600, app: 500, apps: 100, devices: 100, other: 1_200 },
  };
};
