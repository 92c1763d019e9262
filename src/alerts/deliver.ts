import { type Alert, MessageGone, type Notifier, noteMark } from '../model/alert.js';
import type { Log } from '../model/log.js';
import { type Delivery, nextDelivery } from './due.js';
import type { AlertSettings } from './settings.js';

/** The book as the delivery needs it: read, and change one alert of it durably. */
export interface Ledger {
  alerts(): readonly Alert[];
  /** Replaces an alert by what `change` makes of it as it is by then. Resolves once that is stored. */
  change(fingerprint: string, change: (alert: Alert) => Alert): Promise<void>;
}

/** What delivering takes. */
export interface DeliveryParts {
  readonly ledger: Ledger;
  readonly notifier: Notifier;
  readonly settings: Pick<AlertSettings, 'channel' | 'routes' | 'quietHours'>;
  readonly log: Log;
  readonly now: () => number;
}

/** How far before its start a message may have been posted, by Slack's clock. */
const clockSkewMs = 10 * 60_000;

/**
 * Tells Slack whatever it does not know yet, alert by alert. Before something new is posted, that it is begun is
 * stored; after, that it is done. Whoever finds it begun and not done looks for the message by its mark first: so a
 * crash at any point neither loses it nor posts it twice. What fails is tried again with the next call.
 */
export async function deliverAll(parts: DeliveryParts): Promise<void> {
  const { ledger, settings, log, now } = parts;
  for (const { fingerprint } of ledger.alerts()) {
    try {
      for (;;) {
        const alert = ledger.alerts().find((one) => one.fingerprint === fingerprint);
        const delivery = alert && nextDelivery(alert, settings, now());
        if (delivery === undefined) break;
        await deliver(parts, delivery);
      }
    } catch (err) {
      log.warn('An alert could not be told; it is tried again', { err, fingerprint });
    }
  }
}

async function deliver(parts: DeliveryParts, delivery: Delivery): Promise<void> {
  switch (delivery.does) {
    case 'post':
      return post(parts, delivery);
    case 'update':
      return update(parts, delivery.alert);
    case 'note':
      return note(parts, delivery);
  }
}

async function post(
  { ledger, notifier }: DeliveryParts,
  { alert, channel }: Extract<Delivery, { does: 'post' }>,
): Promise<void> {
  const { fingerprint, episode, revision, startedAt } = alert;
  const known = alert.posting ? await notifier.find({ channel }, episode, startedAt - clockSkewMs) : undefined;
  if (known === undefined) {
    // Resolved before anybody was told: there is nothing to tell any more.
    if (alert.state === 'resolved') return ledger.change(fingerprint, (now) => ({ ...now, posting: false, notes: [] }));
    if (!alert.posting) await ledger.change(fingerprint, (now) => ({ ...now, posting: true }));
  }
  const ts = known ?? (await notifier.post(channel, alert));
  await ledger.change(fingerprint, (now) => ({
    ...now,
    posting: false,
    message: { channel, ts },
    // What was found may be an earlier state of it.
    delivered: known === undefined ? revision : 0,
  }));
}

async function update({ ledger, notifier }: DeliveryParts, alert: Alert): Promise<void> {
  const { fingerprint, revision, message } = alert;
  if (message === undefined) return;
  try {
    await notifier.update(message, alert);
    await ledger.change(fingerprint, (now) => ({ ...now, delivered: revision }));
  } catch (error) {
    if (!(error instanceof MessageGone)) throw error;
    await forgetMessage(ledger, alert);
  }
}

/** Somebody deleted the message. As long as the alert fires it is told again; what is over may stay deleted. */
async function forgetMessage(ledger: Ledger, { fingerprint, state }: Alert): Promise<void> {
  await ledger.change(fingerprint, ({ message: _gone, ...now }) => ({
    ...now,
    delivered: state === 'resolved' ? now.revision : 0,
    notes: [],
    members: now.members.map((member) => ({ ...member, noted: false })),
    notedAt: 0,
  }));
}

async function note(
  { ledger, notifier }: DeliveryParts,
  { alert, note }: Extract<Delivery, { does: 'note' }>,
): Promise<void> {
  const { fingerprint, message, startedAt } = alert;
  if (message === undefined) return;
  const { channel, ts } = message;
  const isThere =
    note.posting &&
    (await notifier.find({ channel, thread: ts }, noteMark(alert, note), startedAt - clockSkewMs)) !== undefined;
  if (!isThere) {
    await ledger.change(fingerprint, (now) => ({
      ...now,
      notes: now.notes.map((one) => (one.id === note.id ? { ...one, posting: true } : one)),
    }));
    try {
      await notifier.note(message, alert, note);
    } catch (error) {
      if (!(error instanceof MessageGone)) throw error;
      await forgetMessage(ledger, alert);
      return;
    }
  }
  await ledger.change(fingerprint, (now) => ({ ...now, notes: now.notes.filter(({ id }) => id !== note.id) }));
}
