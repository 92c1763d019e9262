import { dayMs } from '../wording/time.js';

/** A stretch of time that events are read from. */
export interface Window {
  readonly from: Date;
  readonly to: Date;
}

/** What a call to the helpdesk is about. */
export const checkDays = 3;
/** As far back as Okta goes by itself. */
export const lastFailureDays = 7;
/** The biggest page the audit report has. */
export const auditPage = 5_000;

/** The last `days` days until now. */
export function lastDays(days: number, now: number): Window {
  return { from: new Date(now - days * dayMs), to: new Date(now) };
}
