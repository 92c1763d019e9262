import type { Alert } from '../model/alert.js';
import { omit, signatureOf } from './change.js';

const mostActs = 10;

/** The alert after somebody took it in hand; pressed twice it is done once. Somebody else takes it over. */
export function acknowledged(alert: Alert, by: string, now: number): Alert {
  if (alert.acknowledged?.by === by) return alert;
  return acted({ ...alert, acknowledged: { by, at: now } }, by, 'acknowledged', now);
}

/** The alert left alone for `ms`, or (without) until it changes. */
export function snoozed(alert: Alert, by: string, ms: number | undefined, now: number): Alert {
  const until = ms === undefined ? {} : { until: now + ms };
  const did =
    ms === undefined ? 'snoozed it until it changes' : `snoozed it for ${ms >= 86_400_000 ? '1 day' : '1 hour'}`;
  return acted({ ...alert, snoozed: { by, at: now, was: signatureOf(alert), ...until } }, by, did, now);
}

/** The alert no longer snoozed. */
export function woken(alert: Alert, by: string, now: number): Alert {
  return acted(omit(alert, 'snoozed'), by, 'ended the snooze', now);
}

function acted(alert: Alert, by: string, did: string, now: number): Alert {
  return { ...alert, revision: alert.revision + 1, acts: [...alert.acts, { by, at: now, did }].slice(-mostActs) };
}
