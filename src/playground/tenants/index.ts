/**
 * Simulated Okta, Workspace ONE Access and Workspace ONE UEM on 127.0.0.1, which answer as the real systems do: paging,
 * rate limits, error bodies, filters, and the places where a real one sends strings. What they know comes from a
 * scenario; tests change it with `change` and `addFault` and count calls with `requests`.
 */
export type { Fault } from './http/faults.js';
export { scenarios } from './scenarios/index.js';
export type { Scenario } from './scenarios/scenario.js';
export { startTenants, type Tenants, type TenantsOptions } from './start.js';
export type { World } from './world.js';
