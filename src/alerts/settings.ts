import type { RuleId, Severity } from '../model/alert.js';
import type { Product } from '../model/system.js';

/** When a channel is left alone: minutes of the day, in an IANA time zone. `from` after `to` spans midnight. */
export interface QuietHours {
  readonly from: number;
  readonly to: number;
  readonly zone: string;
}

/** What makes a rule speak. */
export interface Thresholds {
  /** Days before an API token's end, most first. */
  readonly tokenDays: readonly number[];
  /** Days before a certificate's end, most first. */
  readonly certificateDays: readonly number[];
  /** People who fail with the same text within `spikeWindowMs`, at least; and how many times the usual that must be. */
  readonly spikePeople: number;
  readonly spikeTimes: number;
  readonly spikeWindowMs: number;
  /** People whose provisioning fails with the same reason, at least, within an hour. */
  readonly provisioningPeople: number;
  /** People whose device is not trusted, at least, within an hour. */
  readonly deviceTrustPeople: number;
  /** People who ask for the same article within an hour, at least. */
  readonly askers: number;
  /** Share of a rate limit that is left, at most, to call it nearly spent: 0 to 1. */
  readonly quotaLeft: number;
}

/** How alerts are raised and told. */
export interface AlertSettings {
  /** Channel id of alerts that no route takes. */
  readonly channel: string;
  /** A rule's route wins over that of a severity. */
  readonly routes: Readonly<Partial<Record<RuleId | Severity, string>>>;
  readonly pollMs: number;
  /** From a group's first finding until its first message. At most a polling interval. */
  readonly groupWaitMs: number;
  /** Between two notes on new members of a group, at least. */
  readonly groupIntervalMs: number;
  /** After this an alert that nobody acknowledged is told again. */
  readonly repeatMs: number;
  /** An alert that fires again this soon after it was resolved goes on, instead of a new one. */
  readonly flapMs: number;
  /** By channel id; `*` for all others. */
  readonly quietHours: Readonly<Record<string, QuietHours>>;
  /** Minute of the day and time zone of the daily digest; none if left out. */
  readonly digest?: { readonly minute: number; readonly zone: string };
  /** Calls a minute that the alerts may make. */
  readonly budget: Readonly<Record<Product, number>>;
  readonly thresholds: Thresholds;
}

const minute = 60_000;
const hour = 60 * minute;

/** What holds where the configuration says nothing. */
export const defaultAlertSettings: Omit<AlertSettings, 'channel'> = {
  routes: {},
  pollMs: minute,
  groupWaitMs: minute / 2,
  groupIntervalMs: 5 * minute,
  repeatMs: 24 * hour,
  flapMs: 15 * minute,
  quietHours: {},
  budget: { okta: 12, access: 12, uem: 6 },
  thresholds: {
    tokenDays: [14, 7, 3, 1],
    certificateDays: [30, 14, 7, 3, 1],
    spikePeople: 5,
    spikeTimes: 3,
    spikeWindowMs: 15 * minute,
    provisioningPeople: 1,
    deviceTrustPeople: 3,
    askers: 3,
    quotaLeft: 0.1,
  },
};

/** The channel an alert belongs to. */
export function channelFor(
  { channel, routes }: Pick<AlertSettings, 'channel' | 'routes'>,
  { rule, severity }: { readonly rule: RuleId; readonly severity: Severity },
): string {
  return routes[rule] ?? routes[severity] ?? channel;
}

/** Whether a channel is to be left alone at this moment. */
export function isQuiet(quietHours: AlertSettings['quietHours'], channel: string, now: number): boolean {
  const hours = quietHours[channel] ?? quietHours['*'];
  if (hours === undefined) return false;
  const at = minuteOfDay(now, hours.zone);
  return hours.from <= hours.to ? at >= hours.from && at < hours.to : at >= hours.from || at < hours.to;
}

/** Minutes since midnight in a time zone. */
export function minuteOfDay(now: number, zone: string): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const [hours = '0', minutes = '0'] = parts.format(now).split(':');
  return Number(hours) * 60 + Number(minutes);
}

/** The date in a time zone, YYYY-MM-DD. */
export function dayOf(now: number, zone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' }).format(now);
}
