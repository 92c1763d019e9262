import type { Origin } from '../source.js';
import * as access from './access.js';
import * as okta from './okta.js';
import * as oktaLog from './okta-log.js';
import * as uem from './uem.js';

/** All that checks read, whatever system it is of. */
export const sources: readonly Origin[] = [okta, oktaLog, access, uem].flatMap((module) => Object.values(module));
