import { type Access, openAccess } from './access/index.js';
import type { TenantsConfig } from './config.js';
import { defaultLimits, type Limits, realTime, type Surroundings, type Time } from './http/surroundings.js';
import { type Okta, openOkta } from './okta/index.js';
import { openUem, type Uem } from './uem/index.js';

export { realTime } from './http/surroundings.js';

/** The live systems that are configured; one that is not is absent. */
export interface Tenants {
  readonly okta?: Okta;
  readonly access?: Access;
  readonly uem?: Uem;
}

/** What the connectors are handed. Time and limits are the real ones if left out. */
export interface TenantsSurroundings extends Pick<Surroundings, 'log' | 'random'> {
  readonly time?: Time;
  readonly limits?: Partial<Limits>;
}

/**
 * Opens the clients of the configured systems. Cheap: no request is made, and what is large is loaded with the first
 * one. Throws `UserError` `bad-config` for an address that is not https and not loopback.
 */
export function openTenants(config: TenantsConfig, { log, random, time, limits }: TenantsSurroundings): Tenants {
  const surroundings: Surroundings = { log, random, time: time ?? realTime, limits: { ...defaultLimits, ...limits } };
  return {
    ...(config.okta === undefined ? {} : { okta: openOkta(config.okta, surroundings) }),
    ...(config.access === undefined ? {} : { access: openAccess(config.access, surroundings) }),
    ...(config.uem === undefined ? {} : { uem: openUem(config.uem, surroundings) }),
  };
}
