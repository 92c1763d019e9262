import * as z from 'zod';
import { defaultAlertSettings, type QuietHours } from './alerts/settings.js';
import { ruleIds, severities } from './model/alert.js';
import type { Variable } from './variables.js';

const { thresholds, budget, pollMs, repeatMs } = defaultAlertSettings;

const channelId = /^[CG][A-Z0-9]{2,30}$/;
const channel = z.string().regex(channelId, 'must be a channel id such as C0123456789');

/** A whole number from `least` to `most`. */
const whole = (least: number, most: number) => {
  const message = `must be a whole number from ${least} to ${most.toLocaleString('en')}`;
  return z
    .string()
    .regex(/^\d{1,7}$/, message)
    .transform(Number)
    .refine((number) => number >= least && number <= most, message);
};

const daysMessage = 'must be numbers of days from 1 to 365, with commas between them, such as 14,7,3,1';
const days = z
  .string()
  .regex(/^\d{1,3}(\s*,\s*\d{1,3}){0,9}$/, daysMessage)
  .transform((text) => text.split(',').map(Number))
  .refine((list) => list.every((day) => day >= 1 && day <= 365), daysMessage)
  .transform((list) => [...new Set(list)].sort((a, b) => b - a));

const routesMessage = 'must be a severity or rule, =, and a channel id, with commas between them: critical=C0123456789';
const routes = z
  .string()
  .max(2_000, routesMessage)
  .transform((text) => text.split(/[\s,]+/).filter((part) => part !== ''))
  .refine((parts) => parts.every(isRoute), routesMessage)
  .transform((parts) => Object.fromEntries(parts.map((part) => part.split('=', 2) as [string, string])));

function isRoute(part: string): boolean {
  const [what = '', where = ''] = part.split('=', 2);
  return [...ruleIds, ...severities].some((known) => known === what) && channelId.test(where);
}

const hoursMessage =
  'must be hours and a time zone, such as 22:00-07:00 Europe/Berlin, for one channel C0123456789=22:00-07:00 Europe/Berlin, with semicolons between them';
const quietHours = z
  .string()
  .max(2_000, hoursMessage)
  .transform((text) => text.split(';').map((part) => quietHoursOf(part.trim())))
  .refine((parts) => parts.every((part) => part !== undefined), hoursMessage)
  .transform((parts) => Object.fromEntries(parts.flatMap((part) => (part === undefined ? [] : [part]))));

function quietHoursOf(text: string): [string, QuietHours] | undefined {
  const parts = /^(?:(?<channel>[CG][A-Z0-9]{2,30})=)?(?<from>\d\d:\d\d)-(?<to>\d\d:\d\d) (?<zone>[\w/+-]{1,60})$/.exec(
    text,
  );
  const from = minuteOf(parts?.groups?.['from']);
  const to = minuteOf(parts?.groups?.['to']);
  const zone = parts?.groups?.['zone'];
  if (from === undefined || to === undefined || zone === undefined || !isZone(zone)) return undefined;
  return [parts?.groups?.['channel'] ?? '*', { from, to, zone }];
}

const digestMessage = 'must be a time and a time zone, such as 08:30 Europe/Berlin';
const digest = z
  .string()
  .regex(/^\d\d:\d\d [\w/+-]{1,60}$/, digestMessage)
  .transform((text) => {
    const [time, zone = ''] = text.split(' ');
    return { minute: minuteOf(time), zone };
  })
  .refine(({ minute, zone }) => minute !== undefined && isZone(zone), digestMessage)
  .transform(({ minute = 0, zone }) => ({ minute, zone }));

function minuteOf(time: string | undefined): number | undefined {
  const [hours = Number.NaN, minutes = Number.NaN] = (time ?? '').split(':').map(Number);
  return hours <= 23 && minutes <= 59 ? hours * 60 + minutes : undefined;
}

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

/** The variables of the alerts; part of `variables`. */
export const alertVariables = {
  ALERT_CHANNEL: {
    meaning:
      'The id of the channel that is warned before users notice. The bot must be a member of it. Leave it out and nothing is watched.',
    example: 'C0123456789',
    secret: false,
    schema: channel,
  },
  ALERT_ROUTES: {
    meaning: `Other channels for some alerts, by severity (${severities.join(', ')}) or by rule, which wins: ${ruleIds.slice(0, -2).join(', ')}.`,
    example: 'critical=C0123456789,certificate-expiring=C9876543210',
    secret: false,
    schema: routes,
  },
  ALERT_POLL_SECONDS: {
    meaning: 'How often the live systems are read for alerts.',
    example: '30',
    default: String(pollMs / 1_000),
    secret: false,
    schema: whole(10, 3_600),
  },
  ALERT_REPEAT_HOURS: {
    meaning: 'After how long an alert that nobody acknowledged is told again.',
    example: '8',
    default: String(repeatMs / 3_600_000),
    secret: false,
    schema: whole(1, 720),
  },
  ALERT_QUIET_HOURS: {
    meaning: 'When channels are left alone; critical alerts pass. For all channels, or for one by its id.',
    example: '22:00-07:00 Europe/Berlin',
    secret: false,
    schema: quietHours,
  },
  ALERT_DIGEST: {
    meaning: 'When the day’s summary of alerts is posted. Leave it out for none.',
    example: '08:30 Europe/Berlin',
    secret: false,
    schema: digest,
  },
  ALERT_TOKEN_DAYS: {
    meaning: 'How many days before the end of an API token the channel is warned, each time anew.',
    example: '21,14,7,3,1',
    default: thresholds.tokenDays.join(','),
    secret: false,
    schema: days,
  },
  ALERT_CERTIFICATE_DAYS: {
    meaning: 'The same for certificates.',
    example: '60,30,14,7,3,1',
    default: thresholds.certificateDays.join(','),
    secret: false,
    schema: days,
  },
  ALERT_SPIKE_PEOPLE: {
    meaning: 'How many people must fail to sign in with the same text within a quarter of an hour, at least.',
    example: '10',
    default: String(thresholds.spikePeople),
    secret: false,
    schema: whole(2, 10_000),
  },
  ALERT_SPIKE_TIMES: {
    meaning: 'How many times the usual that must be.',
    example: '5',
    default: String(thresholds.spikeTimes),
    secret: false,
    schema: whole(2, 1_000),
  },
  ALERT_PROVISIONING_PEOPLE: {
    meaning: 'For how many people provisioning must fail within an hour.',
    example: '3',
    default: String(thresholds.provisioningPeople),
    secret: false,
    schema: whole(1, 10_000),
  },
  ALERT_DEVICE_TRUST_PEOPLE: {
    meaning: 'For how many people device trust must fail, or go round in circles, within an hour.',
    example: '5',
    default: String(thresholds.deviceTrustPeople),
    secret: false,
    schema: whole(1, 10_000),
  },
  ALERT_ASKERS: {
    meaning: 'How many people must ask for the same article within an hour.',
    example: '5',
    default: String(thresholds.askers),
    secret: false,
    schema: whole(2, 1_000),
  },
  ALERT_OKTA_CALLS: {
    meaning:
      'How many calls a minute alerts may make to Okta. Its log allows a token 60 (10 on the free plan), which lookups need too.',
    example: '6',
    default: String(budget.okta),
    secret: false,
    schema: whole(1, 600),
  },
  ALERT_ACCESS_CALLS: {
    meaning: 'The same for Workspace ONE Access.',
    example: '6',
    default: String(budget.access),
    secret: false,
    schema: whole(1, 600),
  },
  ALERT_UEM_CALLS: {
    meaning: 'The same for Workspace ONE UEM.',
    example: '3',
    default: String(budget.uem),
    secret: false,
    schema: whole(1, 600),
  },
} as const satisfies Record<string, Variable>;
