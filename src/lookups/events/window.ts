import type { LookupReport } from '../../model/lookup.js';
import type { Product } from '../../model/system.js';
import type { Answer } from '../inquiry.js';
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

/** The systems whose events could be read. */
export function readLogs(okta: Answer<unknown> | undefined, access: Answer<unknown>): Product[] {
  return [...(okta?.isRead ? (['okta'] as const) : []), ...(access.isRead ? (['access'] as const) : [])];
}

/** The window as a report has it; none when no events could be read. */
export function windowOf(
  { from, to }: Window,
  logs: readonly Product[],
  more: boolean,
  left = 0,
): Pick<LookupReport, 'window'> {
  if (logs.length === 0) return {};
  return {
    window: {
      from: from.toISOString(),
      to: to.toISOString(),
      more,
      ...(logs.length === 2 ? {} : { only: logs }),
      ...(left === 0 ? {} : { left }),
    },
  };
}

/** The last `days` days until now. */
export function lastDays(days: number, now: number): Window {
  return { from: new Date(now - days * dayMs), to: new Date(now) };
}
