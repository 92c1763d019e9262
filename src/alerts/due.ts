import type { Alert, AlertNote } from '../model/alert.js';
import { type AlertSettings, channelFor, isQuiet } from './settings.js';

/** One thing to tell Slack. */
export type Delivery =
  | { readonly does: 'post'; readonly alert: Alert; readonly channel: string }
  | { readonly does: 'update'; readonly alert: Alert }
  | { readonly does: 'note'; readonly alert: Alert; readonly note: AlertNote };

/** What Slack is to be told of one alert next, if anything: its message first, then its thread, in order. */
export function nextDelivery(
  alert: Alert,
  settings: Pick<AlertSettings, 'channel' | 'routes' | 'quietHours'>,
  now: number,
): Delivery | undefined {
  const { message, posting, state } = alert;
  if (message === undefined) {
    // A post that was begun is followed up whatever has happened since: it may be there.
    if (!posting && (state !== 'firing' || isHeldBack(alert, settings, now))) return undefined;
    return { does: 'post', alert, channel: channelFor(settings, alert) };
  }
  if (alert.delivered < alert.revision) return { does: 'update', alert };
  const [note] = alert.notes;
  return note === undefined ? undefined : { does: 'note', alert, note };
}

/** Whether nobody is to be told of an alert yet: it follows from another, is snoozed, or can wait until the morning. */
function isHeldBack(
  alert: Alert,
  settings: Pick<AlertSettings, 'channel' | 'routes' | 'quietHours'>,
  now: number,
): boolean {
  if (alert.inhibitedBy !== undefined || alert.snoozed !== undefined) return true;
  return alert.severity !== 'critical' && isQuiet(settings.quietHours, channelFor(settings, alert), now);
}
