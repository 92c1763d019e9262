/** The shipped connectors and lookups on the simulated tenants. */
import { openTenants } from '../../dist/connectors/index.js';
import { lookups, runLookup } from '../../dist/lookups/index.js';
import { createUnderstand } from '../../dist/understanding/index.js';
import { shippedIntents } from '../lib/shipped.js';

export const systems = ['okta', 'access', 'uem'];

const settings = { app: 'Workspace ONE', identityProvider: 'Workspace ONE', token: 'Workspace ONE' };
const log = { debug() {}, info() {}, warn() {}, error() {} };

/** The configuration of the connectors for simulated tenants. */
export function configOf({ okta, access, uem }) {
  return {
    okta: { url: okta.url, credential: { kind: 'token', token: okta.token } },
    access: { url: access.url, clientId: access.clientId, clientSecret: access.clientSecret },
    uem: {
      url: uem.url,
      credential: { kind: 'basic', username: uem.userName, password: uem.password },
      tenantCode: uem.tenantCode,
    },
  };
}

/**
 * Opens the connectors on simulated tenants (their addresses and credentials). `connect()` opens them afresh: no access
 * token, no hold of a rate limit, no open circuit. `ask(lookup, who, only)` runs a lookup, on the systems `only` when
 * given, and resolves with its report.
 */
export async function createAsk(simulated) {
  const understand = createUnderstand(await shippedIntents());
  const config = configOf(simulated);
  let tenants;
  const connect = () => {
    tenants = openTenants(config, { log, random: Math.random });
  };
  connect();
  return {
    connect,
    ask(id, who, only = systems) {
      const lookup = lookups.find((one) => one.id === id);
      const asked = Object.fromEntries(only.map((system) => [system, tenants[system]]));
      const context = { tenants: asked, understand, now: Date.now, settings };
      return runLookup(lookup, context, who === undefined ? {} : { who });
    },
  };
}
