import { check } from './check.js';
import { devices } from './devices.js';
import { idp } from './idp.js';
import { lastFailure } from './last-failure.js';
import type { Lookup } from './lookup.js';
import { token } from './token.js';

export type { Lookup, LookupContext } from './lookup.js';
export { runLookup } from './run.js';

/** Every question to the live tenants. */
export const lookups: readonly Lookup[] = [check, lastFailure, token, idp, devices];
