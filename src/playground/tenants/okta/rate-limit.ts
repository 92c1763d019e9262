import { minute } from '../time.js';
import type { RateLimits } from './objects.js';

/** Where a client stands in its bucket after a call. `reset` in whole seconds since the epoch. */
export interface Standing {
  readonly limit: number;
  readonly remaining: number;
  readonly reset: number;
  readonly exceeded: boolean;
}

/** The bucket that a path counts against. */
export const bucketOf = (path: string): keyof RateLimits => {
  const [, , , kind, id, more] = path.split('/');
  if (kind === 'logs') return 'logs';
  if (kind === 'users') return id === undefined ? 'users' : more === undefined ? 'user' : 'other';
  if (kind === 'apps') return id !== undefined && more === undefined ? 'app' : 'apps';
  return kind === 'devices' ? 'devices' : 'other';
};

/** Counts calls in windows of one minute. One token may use half of the org's bucket, as by default in Okta. */
export const createRateLimiter = (limits: () => RateLimits): ((bucket: keyof RateLimits, now: number) => Standing) => {
  const windows = new Map<string, { readonly ends: number; used: number }>();
  return (bucket, now) => {
    let window = windows.get(bucket);
    if (window === undefined || now >= window.ends) {
      window = { ends: now + minute, used: 0 };
      windows.set(bucket, window);
    }
    window.used += 1;
    const limit = Math.floor(limits()[bucket] / 2);
    return {
      limit,
      remaining: Math.max(0, limit - window.used),
      reset: Math.ceil(window.ends / 1_000),
      exceeded: window.used > limit,
    };
  };
};
