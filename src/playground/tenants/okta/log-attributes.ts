import type { Dialect } from '../expression/evaluate.js';
import { ExpressionError } from '../expression/parse.js';
import { OktaError } from './answer.js';
import type { Json, LogEvent } from './objects.js';

const simple: readonly string[] = [
  'uuid',
  'eventType',
  'legacyEventType',
  'displayMessage',
  'severity',
  'version',
  'actor.id',
  'actor.type',
  'actor.alternateId',
  'actor.displayName',
  'target.id',
  'target.type',
  'target.alternateId',
  'target.displayName',
  'outcome.result',
  'outcome.reason',
  'client.ipAddress',
  'client.device',
  'client.zone',
  'client.userAgent.os',
  'client.userAgent.browser',
  'client.userAgent.rawUserAgent',
  'transaction.id',
  'transaction.type',
  'transaction.detail.requestApiTokenId',
  'authenticationContext.externalSessionId',
  'authenticationContext.rootSessionId',
  'authenticationContext.credentialType',
  'authenticationContext.authenticationProvider',
  'securityContext.isProxy',
];
const debugData = 'debugContext.debugData.';

/** All values at a path; arrays on the way are looked into, as `target.id` does. */
const read = (value: unknown, path: readonly string[]): readonly unknown[] => {
  if (Array.isArray(value)) return value.flatMap((each) => read(each, path));
  const [name, ...rest] = path;
  if (name === undefined) return [value];
  return typeof value === 'object' && value !== null ? read((value as Json)[name], rest) : [];
};

/** What the System Log's `filter` understands. `published` is no attribute of it: `since` and `until` are for that. */
export const logDialect: Dialect<LogEvent> = {
  attribute(name) {
    if (!simple.includes(name) && !(name.startsWith(debugData) && name.length > debugData.length)) return undefined;
    const path = name.split('.');
    return (event) => read(event, path);
  },
  operators: new Set(['eq', 'ne', 'gt', 'ge', 'lt', 'le', 'sw', 'co', 'ew', 'pr']),
  logic: new Set(['and', 'or', 'not']),
  ignoreCase: false,
  check({ attribute, operator }) {
    if (operator === 'co' && (attribute === `${debugData}url` || attribute === `${debugData}requestUri`)) {
      throw new ExpressionError('operator', `"co" is not supported for ${attribute}.`);
    }
  },
};

/** The error that the System Log answers a refused expression with. */
export const logFilterError = (error: ExpressionError): OktaError =>
  error.kind === 'operator'
    ? new OktaError('E0000031', 'Invalid search criteria.', [error.message])
    : new OktaError('E0000053', 'Invalid filter', [error.message]);
