/**
 * Every path and parameter that the Okta connector uses exists in the vendor's published OpenAPI document. The document
 * is not part of the project: without it there is nothing to compare with, and the test says so.
 */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { Okta } from '../../src/connectors/okta/index.js';
import { oktaScopes } from '../../src/connectors/okta/index.js';
import { fakeTime } from '../support/fake-time.js';
import type { GotRequest } from '../support/loopback.js';
import { open, server } from './opened.js';

const file = '../shared/reference/okta-openapi-subset.json';
const isThere = existsSync(file);

const parameter = z.object({ name: z.string().optional(), in: z.string().optional(), $ref: z.string().optional() });
const document = z.object({
  paths: z.record(
    z.string(),
    z.object({
      parameters: z.array(parameter).optional(),
      get: z
        .object({
          parameters: z.array(parameter).optional(),
          security: z.array(z.record(z.string(), z.array(z.string()))).optional(),
        })
        .optional(),
    }),
  ),
  components: z.object({ parameters: z.record(z.string(), parameter) }),
});

const window = { since: new Date(0), until: new Date(1) };

/** One call of every read there is. `satisfies` makes a new read a type error here until it is added. */
const calls = {
  getUser: (okta) => okta.getUser('00u1'),
  findUsers: (okta) => okta.findUsers('ann'),
  searchUsers: (okta) => okta.searchUsers('ann'),
  someUsers: (okta) => okta.someUsers(100),
  userBlocks: (okta) => okta.userBlocks('00u1'),
  userFactors: (okta) => okta.userFactors('00u1'),
  userDevices: (okta) => okta.userDevices('00u1'),
  whoAmI: (okta) => okta.whoAmI(),
  assignedApps: (okta) => okta.assignedApps('00u1'),
  findApps: (okta) => okta.findApps('Workspace ONE'),
  app: (okta) => okta.app('0oa1'),
  someAppUsers: (okta) => okta.someAppUsers('0oa1', 200),
  appKeys: (okta) => okta.appKeys('0oa1'),
  identityProviders: (okta) => okta.identityProviders(),
  idpKeys: (okta) => okta.idpKeys(),
  idpSigningKeys: (okta) => okta.idpSigningKeys('0oa9'),
  idpDiscoveryRules: (okta) => okta.idpDiscoveryRules(),
  profileMappings: (okta) => okta.profileMappings('0oa1'),
  apiTokens: (okta) => okta.apiTokens(),
  logEvents: (okta) => okta.logEvents({ ...window, filter: 'eventType pr' }),
  recentLogEvents: (okta) => okta.recentLogEvents({ hours: 24, filter: 'eventType pr' }),
  followLog: async (okta) => {
    await okta.followLog({ from: { since: new Date(0) }, filter: 'eventType pr' });
    await okta.followLog({ from: { after: 'c1' }, filter: 'eventType pr' });
  },
  logEventsOfTransaction: (okta) => okta.logEventsOfTransaction('Z1', { published: '2026-09-01T00:00:00Z' }),
  proveScopes: (okta) => okta.proveScopes(),
} satisfies Record<Exclude<keyof Okta, 'quota'>, (okta: Okta) => Promise<unknown>>;

describe.skipIf(!isThere)(`the Okta connector against the published API${isThere ? '' : ` (no ${file})`}`, () => {
  const okta = server();
  const { paths, components } = isThere
    ? document.parse(JSON.parse(readFileSync(file, 'utf8')))
    : { paths: {}, components: { parameters: {} } };

  it.each(Object.entries(calls))('%s asks only for what exists', async (_name, call) => {
    const policy = { body: [{ id: '00p1' }] };
    okta.answer(new Proxy({}, { get: (_target, path) => (path === '/api/v1/policies' ? policy : { body: [] }) }));

    await call(
      open('okta', { okta: { url: okta.url, credential: { kind: 'token', token: '00t' } } }, { time: fakeTime() }),
    ).catch(() => {});

    expect(okta.requests.length).toBeGreaterThan(0);
    for (const request of okta.requests) {
      const found = operationOf(request);
      expect(found, `GET ${request.path}`).toBeDefined();
      const known = (found?.parameters ?? []).filter((each) => each.in === 'query').map(({ name }) => name);
      expect(known).toEqual(expect.arrayContaining([...request.query.keys()]));
    }
  });

  it('needs only scopes that exist', () => {
    const scopes = Object.values(paths).flatMap(
      ({ get }) => get?.security?.flatMap((each) => each['oauth2'] ?? []) ?? [],
    );
    expect(scopes).toEqual(expect.arrayContaining([...oktaScopes]));
  });

  function operationOf({ path, method }: GotRequest) {
    const parts = path.split('/');
    const isSame = (template: string) => {
      const wanted = template.split('/');
      return wanted.length === parts.length && wanted.every((part, at) => part.startsWith('{') || part === parts[at]);
    };
    // A path written out wins over one with a placeholder in its place.
    const template = Object.keys(paths)
      .filter(isSame)
      .sort((a, b) => a.split('{').length - b.split('{').length)[0];
    const item = template === undefined || method !== 'GET' ? undefined : paths[template];
    if (item?.get === undefined) return undefined;
    const all = [...(item.parameters ?? []), ...(item.get.parameters ?? [])];
    return {
      parameters: all.map((each) =>
        each.$ref ? (components.parameters[each.$ref.split('/').at(-1) ?? ''] ?? each) : each,
      ),
    };
  }
});
