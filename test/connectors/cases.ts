import { generateKeyPairSync } from 'node:crypto';
import type { ConnectorCase } from '../contracts/connector.js';

const oktaUser = {
  id: '00uacme01',
  status: 'ACTIVE',
  profile: { login: 'ann@acme.example', email: 'ann@acme.example' },
};

/** A key made for this run. */
export const privateKey = generateKeyPairSync('rsa', { modulusLength: 2048 })
  .privateKey.export({ type: 'pkcs8', format: 'pem' })
  .toString();

const okta = {
  system: 'okta',
  read: ({ okta }) => okta?.getUser('00uacme01') ?? Promise.reject(new Error('no Okta')),
  path: '/api/v1/users/00uacme01',
  good: oktaUser,
  missing: /okta\.users\.read/,
} as const satisfies Partial<ConnectorCase>;

const access = {
  system: 'access',
  read: ({ access }) => access?.findUsers('userName', 'ann') ?? Promise.reject(new Error('no Access')),
  path: '/SAAS/jersey/manager/api/scim/Users',
  good: { totalResults: 1, Resources: [{ id: '9b1d', userName: 'ann' }] },
  missing: /ReadOnly Admin/,
} as const satisfies Partial<ConnectorCase>;

const uem = {
  system: 'uem',
  read: ({ uem }) => uem?.devicesOfUser('ann') ?? Promise.reject(new Error('no UEM')),
  path: '/api/mdm/devices/search',
  good: { Devices: [{ Id: { Value: 9001 }, UserName: 'ann' }], Total: 1 },
  missing: /role with REST API/,
} as const satisfies Partial<ConnectorCase>;

const token = 'opaque-access-token-2a7f';

/** Every way each system can be configured. */
export const connectorCases: readonly ConnectorCase[] = [
  {
    ...okta,
    name: 'Okta (API token)',
    config: (url) => ({ okta: { url, credential: { kind: 'token', token: '00secretSSWStoken' } } }),
    renews: false,
    secrets: ['00secretSSWStoken', 'ann@acme.example', '00uacme01'],
  },
  {
    ...okta,
    name: 'Okta (service app)',
    config: (url) => ({
      okta: { url, credential: { kind: 'service-app', clientId: '0oaclient', privateKey, keyId: 'k1' } },
    }),
    admit: ({ path }) =>
      path === '/oauth2/v1/token'
        ? { body: { access_token: token, token_type: 'Bearer', expires_in: 3600 } }
        : undefined,
    renews: true,
    secrets: [token, 'PRIVATE KEY', '00uacme01'],
  },
  {
    system: 'okta',
    name: 'Okta (following the log)',
    config: (url) => ({ okta: { url, credential: { kind: 'token', token: '00secretSSWStoken' } } }),
    read: ({ okta }) => okta?.followLog({ from: { after: 'c1' } }) ?? Promise.reject(new Error('no Okta')),
    path: '/api/v1/logs',
    good: [{ uuid: 'e1', published: '2026-09-01T09:30:00.000Z', eventType: 'user.session.start' }],
    missing: /okta\.logs\.read/,
    renews: false,
    secrets: ['00secretSSWStoken'],
  },
  {
    ...access,
    name: 'Workspace ONE Access',
    config: (url) => ({ access: { url, clientId: 'bot', clientSecret: 'shared-secret-9c' } }),
    admit: ({ path }) =>
      path === '/SAAS/auth/oauthtoken'
        ? { body: { access_token: token, token_type: 'Bearer', expires_in: 10799 } }
        : undefined,
    renews: true,
    secrets: [token, 'shared-secret-9c', Buffer.from('bot:shared-secret-9c').toString('base64')],
  },
  {
    ...uem,
    name: 'Workspace ONE UEM (user name and password)',
    config: (url) => ({
      uem: {
        url,
        credential: { kind: 'basic', username: 'bot', password: 'pass-word-77' },
        tenantCode: 'tenant-code-31',
      },
    }),
    renews: false,
    secrets: ['pass-word-77', 'tenant-code-31', Buffer.from('bot:pass-word-77').toString('base64')],
  },
  {
    ...uem,
    name: 'Workspace ONE UEM (OAuth)',
    config: (url) => ({
      uem: {
        url,
        credential: {
          kind: 'oauth',
          tokenUrl: `${url}/connect/token`,
          clientId: 'bot',
          clientSecret: 'shared-secret-9c',
        },
      },
    }),
    admit: ({ path }) =>
      path === '/connect/token'
        ? { body: { access_token: token, token_type: 'Bearer', expires_in: '3600' } }
        : undefined,
    renews: true,
    secrets: [token, 'shared-secret-9c'],
  },
];
