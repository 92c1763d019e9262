import { type Digest, digestMark, type Notifier } from '../model/alert.js';
import type { Alerting } from '../model/alerting.js';
import type { Log } from '../model/log.js';
import { type AlertSettings, dayOf, minuteOfDay } from './settings.js';

interface DigestParts {
  readonly memory: () => Alerting;
  readonly change: (next: (memory: Alerting) => Alerting) => Promise<void>;
  readonly notifier: Notifier;
  readonly settings: Pick<AlertSettings, 'channel' | 'digest'>;
  readonly log: Log;
  readonly now: () => number;
}

const dayMs = 24 * 60 * 60_000;

/** Posts the day's digest once its minute has come; a day on which nothing was and is wrong has none. */
export async function deliverDigest({ memory, change, notifier, settings, log, now }: DigestParts): Promise<void> {
  const { digest: wanted, channel } = settings;
  if (wanted === undefined) return;
  const at = now();
  const day = dayOf(at, wanted.zone);
  const known = memory().digest;
  if (minuteOfDay(at, wanted.zone) < wanted.minute || (known?.day === day && !known.posting)) return;
  const digest = digestOf(memory(), day, known?.day === day ? at - dayMs : (known?.at ?? at - dayMs));
  try {
    const isThere = known?.day === day && (await notifier.find({ channel }, digestMark(day), at - dayMs)) !== undefined;
    if (!isThere && digest.open.length + digest.resolved.length > 0) {
      await change((all) => ({ ...all, digest: { day, posting: true, at } }));
      await notifier.digest(channel, digest);
    }
    await change((all) => ({ ...all, digest: { day, posting: false, at } }));
  } catch (err) {
    log.warn('The digest of the alerts could not be posted; it is tried again', { err });
  }
}

function digestOf({ alerts }: Alerting, day: string, since: number): Digest {
  return {
    day,
    open: alerts.filter(({ state }) => state === 'firing'),
    resolved: alerts.filter(
      ({ state, message, resolvedAt = 0 }) => state === 'resolved' && message && resolvedAt > since,
    ),
  };
}
