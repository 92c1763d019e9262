import type { Product } from '../model/system.js';

/** How many calls the alerts may still make. Pure but for the clock it is handed. */
export interface Budget {
  /** Takes one call; false when none is left for that, and nothing is taken. */
  take(system: Product, whatFor: CallFor): boolean;
}

/** Reading on in a feed, which may have any length, or what a rule asks. */
export type CallFor = 'feed' | 'rule';

const minuteMs = 60_000;

/**
 * A budget of calls a minute: a bucket for each system that fills evenly and holds at most a minute's worth. Feeds leave
 * half of that to the rules, so that a long one does not keep them from looking.
 */
export function createBudget(perMinute: Readonly<Record<Product, number>>, now: () => number): Budget {
  const buckets = new Map<Product, { calls: number; at: number }>();
  return {
    take(system, whatFor) {
      const most = perMinute[system];
      const bucket = buckets.get(system) ?? { calls: most, at: now() };
      const calls = Math.min(most, bucket.calls + (Math.max(0, now() - bucket.at) * most) / minuteMs);
      const isLeft = calls >= 1 + (whatFor === 'feed' ? Math.floor(most / 2) : 0);
      buckets.set(system, { calls: isLeft ? calls - 1 : calls, at: now() });
      return isLeft;
    },
  };
}
