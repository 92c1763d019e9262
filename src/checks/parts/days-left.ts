import { daysUntil, inDays, moment } from '../../lookups/wording/time.js';
import { fail, failSoon, type Verdict } from '../check.js';

/** Time enough to agree on a new certificate with the other side. */
export const certificateDays = 14;

/** Whether something lasts for so many days from now. */
export function lasts(expiresAt: string, days: number, now: number): boolean {
  return daysUntil(expiresAt, now) >= days;
}

/** `expires in 27 days (2026-12-21 09:00 UTC)`, `expired 3 days ago (…)`. */
export function ends(expiresAt: string, now: number): string {
  return `${Date.parse(expiresAt) < now ? 'expired' : 'expires'} ${inDays(expiresAt, now)} (${moment(expiresAt)})`;
}

/** What ends too early is wrong: now, or when it has ended. */
export function failAt(said: string, expiresAt: string, now: number, articleId?: string): Verdict {
  return Date.parse(expiresAt) < now ? fail(said, articleId) : failSoon(said, articleId);
}

/** The later of some ends; undefined when none of them is a moment. */
export function latest(ends: readonly (string | undefined)[]): string | undefined {
  return ends
    .filter((end): end is string => end !== undefined && Number.isFinite(Date.parse(end)))
    .sort((a, b) => Date.parse(a) - Date.parse(b))
    .at(-1);
}
