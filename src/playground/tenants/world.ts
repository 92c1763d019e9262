import type { AccessTenant } from './access/objects.js';
import type { Fault } from './http/faults.js';
import type { OktaTenant } from './okta/objects.js';
import type { UemTenant } from './uem/objects.js';

/** Where the three systems answer, without a slash at the end. */
export interface Urls {
  readonly okta: string;
  readonly access: string;
  readonly uem: string;
}

/** Everything the three simulated tenants know. A scenario changes it before anybody asks. */
export interface World {
  /** The moment the scenario was set, in milliseconds since the epoch. Events are dated back from it. */
  readonly now: number;
  readonly urls: Urls;
  readonly okta: OktaTenant;
  readonly access: AccessTenant;
  readonly uem: UemTenant;
  /** How the systems misbehave, besides what they know. The first that fits a request counts. */
  readonly faults: Fault[];
  /** A name nothing else in this world has, for ids. */
  mint(): string;
}
