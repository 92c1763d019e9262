import { type Alert, membersInMessage } from '../model/alert.js';
import { omit, signatureOf, withNote } from './change.js';
import { channelFor, isQuiet } from './settings.js';
import type { TimingSettings } from './timing.js';

/** The alert as it is at a moment with nothing new found; the same object when that changes nothing. */
export function withTimePassed(alert: Alert, settings: TimingSettings, now: number): Alert {
  if (alert.state === 'resolved') return alert;
  let next = alert;
  if (next.state === 'pending' && now >= next.waitUntil) next = { ...next, state: 'firing' };
  if (next.state !== 'firing') return next;
  next = withSnoozeEnded(next, now);
  next = withNewMembersNoted(next, settings, now);
  return withReminder(next, settings, now);
}

function withSnoozeEnded(alert: Alert, now: number): Alert {
  const { snoozed } = alert;
  if (snoozed === undefined) return alert;
  const isOver = snoozed.until === undefined ? signatureOf(alert) !== snoozed.was : now >= snoozed.until;
  if (!isOver) return alert;
  const awake = { ...omit(alert, 'snoozed'), revision: alert.revision + 1, remindedAt: now };
  return alert.message === undefined ? awake : withNote(awake, 'snooze-over', [], true);
}

/** What the message has no room for goes into its thread: at once, then at most once in each group interval. */
function withNewMembersNoted(alert: Alert, { groupIntervalMs }: TimingSettings, now: number): Alert {
  const fresh = alert.members.filter(({ noted }) => !noted);
  if (alert.members.length <= membersInMessage || fresh.length === 0 || now - alert.notedAt < groupIntervalMs) {
    return alert;
  }
  const members = alert.members.map((member) => ({ ...member, noted: true }));
  return withNote(
    { ...alert, members, notedAt: now },
    'details',
    fresh.map(({ text }) => text),
  );
}

function withReminder(alert: Alert, settings: TimingSettings, now: number): Alert {
  const { repeatMs, quietHours } = settings;
  const isDue =
    alert.message !== undefined &&
    alert.acknowledged === undefined &&
    alert.snoozed === undefined &&
    alert.inhibitedBy === undefined &&
    now - alert.remindedAt >= repeatMs &&
    (alert.severity === 'critical' || !isQuiet(quietHours, channelFor(settings, alert), now));
  return isDue ? withNote({ ...alert, remindedAt: now }, 'reminder', [], true) : alert;
}
