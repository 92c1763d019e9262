import type { Quota } from '../connectors/http/quota.js';
import { moment } from '../lookups/wording/time.js';
import { productNames } from '../model/system.js';
import { TenantError } from '../model/tenant-error.js';
import type { Origin } from './source.js';

/** What checks leave to lookups about people, and to the organisation's own tools. */
const keptShare = 0.1;

/**
 * Refuses a read whose rate limit is nearly used up: a check can wait for the next minute, a person on the phone cannot.
 * Undefined when there is room, or the system does not say.
 */
export function refusalToSpare({ system, call }: Origin, left: readonly Quota[]): TenantError | undefined {
  const kind = /\/api\/v1\/([a-z-]+)/.exec(call)?.[1];
  const low = left.find(
    ({ bucket, limit, remaining }) =>
      remaining <= limit * keptShare && (bucket === 'all' || bucket.split('/')[0] === kind),
  );
  if (low === undefined) return undefined;
  return new TenantError(
    system,
    'rate-limited',
    `${productNames[system]}’s rate limit is nearly used up, and what is left is kept for lookups: run the checks again after ${moment(low.resetsAt.getTime())}.`,
    { until: low.resetsAt },
  );
}
