/**
 * What the simulated Okta sends, against the vendor's published OpenAPI subset. Where that contradicts itself or what
 * Okta really sends, the schema is mended below, with the reason.
 */
import { existsSync, readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { json, query, useTenants } from './tenants.js';

const file = new URL('../../../../shared/reference/okta-openapi-subset.json', import.meta.url);
const missing = existsSync(file) ? '' : ' (skipped: the OpenAPI subset is not beside the repository)';

interface Schema {
  nullable?: boolean;
  type?: string;
  properties?: Record<string, Schema>;
  pattern?: string;
  enum?: unknown[];
  [keyword: string]: unknown;
}

/** Every object below may be null on the wire, though the specification does not say so. */
const allowNull = (schema: Schema): void => {
  for (const property of Object.values(schema.properties ?? {})) {
    if (property.type !== undefined) property.nullable = true;
    allowNull(property);
  }
};

const load = (): ((name: string) => ValidateFunction) => {
  const spec: { components: { schemas: Record<string, Schema> } } = JSON.parse(readFileSync(file, 'utf8'));
  const { schemas } = spec.components;
  const part = (name: string): Schema => schemas[name] ?? {};
  // Its pattern refuses the specification's own examples (P30D).
  delete part('TimeDuration').pattern;
  // What a user embeds are objects; of one user by itself they are lists too ("UserGetSingleton").
  delete part('User').properties?.['_embedded']?.['additionalProperties'];
  // The default routing rule names Okta itself, which the list of types leaves out.
  part('IdentityProviderType').enum?.push('OKTA');
  // Okta sends null for a filter and an attribute that are not set.
  allowNull(part('PolicySubject'));
  for (const [name, schema] of Object.entries(schemas)) {
    if (!name.startsWith('Log')) continue;
    // A reference can't be made nullable: allow null beside it.
    for (const [key, property] of Object.entries(schema.properties ?? {})) {
      if (schema.properties !== undefined && '$ref' in property)
        schema.properties[key] = { anyOf: [property, { enum: [null] }] };
    }
    allowNull(schema);
  }
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: true });
  addFormats.default(ajv);
  ajv.addSchema(spec, 'okta');
  return (name) => {
    const validate = ajv.getSchema(`okta#/components/schemas/${name}`);
    if (validate === undefined) throw new Error(`The specification has no schema ${name}.`);
    return validate;
  };
};

describe.skipIf(missing !== '')(`the simulated Okta keeps to the vendor's schemas${missing}`, () => {
  const { clock, okta, tenants } = useTenants({ scenario: 'healthy' });
  const schemas = missing === '' ? load() : undefined;
  const faults = (name: string, value: unknown): unknown => {
    const validate = schemas?.(name);
    return validate?.(value) === true ? [] : validate?.errors;
  };
  const idOf = async (path: string): Promise<string> => (await json<{ id: string }[]>(okta(path)))[0]?.id ?? '';

  it.each([
    ['ApiToken', '/api-tokens'],
    ['User', '/users'],
    ['User', '/users?search=status%20eq%20%22DEPROVISIONED%22'],
    ['UserGetSingleton', '/users/ann'],
    ['UserGetSingleton', '/users/erik?expand=blocks'],
    ['UserBlock', '/users/erik/blocks'],
    ['UserFactor', '/users/ann/factors'],
    ['Group', '/users/ann/groups'],
    ['AssignedAppLink', '/users/ann/appLinks'],
    ['StandardRole', '/users/irma/roles'],
    ['IdentityProvider', '/idps'],
    ['IdPKeyCredential', '/idps/credentials/keys'],
    ['IdPKeyCredential', '/idps/credentials/keys/kid-workspace-one'],
    ['Policy', '/policies?type=IDP_DISCOVERY'],
    ['SamlApplication', '/apps'],
    ['ListProfileMappings', '/mappings'],
    ['NetworkZone', '/zones'],
    ['OrgSetting', '/org'],
    ['Group', '/groups'],
  ])('%s: %s', async (schema, path) => {
    const body = await json<unknown>(okta(path));

    const all = Array.isArray(body) ? body : [body];
    expect(all.length).toBeGreaterThan(0);
    for (const each of all) expect(faults(schema, each)).toEqual([]);
  });

  it('what is under another object', async () => {
    const [idp, policy, app, mapping, user] = await Promise.all([
      idOf('/idps?type=SAML2'),
      idOf('/policies?type=IDP_DISCOVERY'),
      idOf('/apps'),
      idOf('/mappings'),
      json<{ id: string }>(okta('/users/ann')),
    ]);

    for (const [schema, path] of [
      ['IdentityProvider', `/idps/${idp}`],
      ['IdPKeyCredential', `/idps/${idp}/credentials/keys`],
      ['IdpDiscoveryPolicyRule', `/policies/${policy}/rules`],
      ['SamlApplication', `/apps/${app}`],
      ['AppUser', `/apps/${app}/users`],
      ['AppUser', `/apps/${app}/users/${user.id}`],
      ['JsonWebKey', `/apps/${app}/credentials/keys`],
      ['ApplicationFeature', `/apps/${app}/features`],
      ['ProfileMapping', `/mappings/${mapping}`],
    ] as const) {
      const body = await json<unknown>(okta(path));
      const all = Array.isArray(body) ? body : [body];
      expect(all.length, path).toBeGreaterThan(0);
      for (const each of all) expect(faults(schema, each), path).toEqual([]);
    }
  });

  it('every System Log event of every scenario', async () => {
    for (const scenario of tenants().scenarios) {
      tenants().setScenario({ ...scenario, changes: [...scenario.changes, ({ faults: list }) => list.splice(0)] });
      tenants().change(({ okta: { credentials } }) => {
        credentials.tokenValid = true;
      });
      const until = new Date(clock.now()).toISOString();
      const events = await json<unknown[]>(okta(query('/logs', { until, limit: 200, sortOrder: 'DESCENDING' })));
      expect(events.length).toBeGreaterThan(0);
      for (const event of events) expect(faults('LogEvent', event), scenario.id).toEqual([]);
    }
  });

  it('its errors', async () => {
    for (const path of ['/nothing', '/users/nobody', '/logs?filter=bad', '/policies']) {
      expect(faults('Error', await json(okta(path))), path).toEqual([]);
    }
  });
});
