import { counted, dayMs, moment } from '../../lookups/wording/time.js';
import type { Severity } from '../../model/alert.js';

/** Where something stands that ends at a known moment. */
export interface Rung {
  /** The higher, the nearer to the end; the highest when it is over. */
  readonly rank: number;
  readonly severity: Severity;
  /** `expires in less than 7 days, on 2026-12-01 09:00 UTC`; the same until the next rung. */
  readonly says: string;
}

const criticalDays = 3;

/** The rung of something that ends at `endsAt` (milliseconds since 1970); undefined as long as no rung is reached. */
export function rungOf(endsAt: number, days: readonly number[], now: number): Rung | undefined {
  if (endsAt <= now) return overAt(endsAt, days);
  const left = (endsAt - now) / dayMs;
  const reached = days.filter((day) => left <= day);
  const nearest = Math.min(...reached);
  if (reached.length === 0) return undefined;
  return {
    rank: reached.length,
    severity: left <= criticalDays ? 'critical' : 'warning',
    says: `expires in less than ${counted(nearest, 'day')}, on ${moment(endsAt)}`,
  };
}

/** The top of the ladder. */
export function topRank(days: readonly number[]): number {
  return days.length + 1;
}

function overAt(endsAt: number, days: readonly number[]): Rung {
  return { rank: topRank(days), severity: 'critical', says: `expired on ${moment(endsAt)}` };
}
