import { afterAll, beforeAll } from 'vitest';
import { startTenants, type Tenants, type TenantsOptions } from '../../../src/playground/tenants/index.js';
import { createManualClock, type ManualClock } from '../manual-clock.js';

/** Running tenants and short ways to ask them. */
export interface TenantsUnderTest {
  readonly clock: ManualClock;
  tenants(): Tenants;
  /** GET under `/api/v1` with the bot's SSWS token. */
  okta(path: string, init?: RequestInit): Promise<Response>;
  /** GET with a fresh service-client token. */
  access(path: string, init?: RequestInit): Promise<Response>;
  /** GET with Basic and tenant code. */
  uem(path: string, init?: RequestInit): Promise<Response>;
}

/** The JSON of an answer, taken for what the test expects it to be. */
export const json = async <T>(response: Response | Promise<Response>): Promise<T> =>
  (await (await response).json()) as T;

/** What a token endpoint gives. */
export interface Token {
  readonly access_token: string;
  readonly expires_in: number;
}

/** Status and code of an answer of Okta or UEM. */
export const refusal = async (response: Response): Promise<[number, string | number]> => [
  response.status,
  (await json<{ errorCode: string | number }>(response)).errorCode,
];

/** Basic credentials as a header. */
export const basic = (user: string, password: string): Record<string, string> => ({
  Authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`,
});

/** Asks Access for a token, by default with the right secret. */
export const accessToken = (tenants: Tenants, secret = tenants.access.clientSecret): Promise<Response> =>
  fetch(`${tenants.access.url}/SAAS/auth/oauthtoken`, {
    method: 'POST',
    headers: basic(tenants.access.clientId, secret),
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  });

/** Path and query, each value escaped. */
export const query = (path: string, parameters: Readonly<Record<string, string | number>>): string =>
  `${path}?${Object.entries(parameters)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&')}`;

/** The address of a `Link` header's relation. */
export const linkOf = (response: Response, relation: 'self' | 'next'): string | undefined =>
  new RegExp(`<([^>]+)>; rel="${relation}"`).exec(response.headers.get('link') ?? '')?.[1];

/** Starts tenants for the tests of a file, on a clock that stands still. */
export const useTenants = (options: Omit<TenantsOptions, 'clock'>): TenantsUnderTest => {
  const clock = createManualClock();
  let running: Tenants | undefined;
  beforeAll(async () => {
    running = await startTenants({ ...options, clock });
  });
  afterAll(() => running?.close());
  const tenants = (): Tenants => {
    if (running === undefined) throw new Error('The tenants have not started.');
    return running;
  };
  return {
    clock,
    tenants,
    okta: (path, init = {}) =>
      fetch(`${tenants().okta.url}/api/v1${path}`, {
        ...init,
        headers: { Authorization: `SSWS ${tenants().okta.token}`, ...init.headers },
      }),
    async access(path, init = {}) {
      const { access_token: token } = await json<Token>(accessToken(tenants()));
      return fetch(`${tenants().access.url}${path}`, {
        ...init,
        headers: { Authorization: `Bearer ${token}`, ...init.headers },
      });
    },
    uem: (path, init = {}) => {
      const { userName, password, tenantCode, url } = tenants().uem;
      return fetch(`${url}${path}`, {
        ...init,
        headers: { ...basic(userName, password), 'aw-tenant-code': tenantCode, ...init.headers },
      });
    },
  };
};
