import * as z from 'zod';
import type { Product } from './system.js';
import { productSchema } from './system.js';

/** How bad it is. `critical` is posted in quiet hours too. */
export const severities = ['info', 'warning', 'critical'] as const;
export type Severity = (typeof severities)[number];

/** Every rule, and what the engine itself raises: a rule that fails, and an alert asked for to try the way. */
export const ruleIds = [
  'api-token-expiring',
  'certificate-expiring',
  'sign-in-failures-spike',
  'scim-provisioning-failures',
  'device-trust-failures',
  'configuration-changed',
  'connector-failing',
  'many-people-one-problem',
  'rule-failing',
  'test',
] as const;
export type RuleId = (typeof ruleIds)[number];

/** Milliseconds since 1970. */
const moment = z.number().int();
const line = z.string().max(500);
const act = z.object({ by: z.string().max(200), at: moment }).readonly();

/** One thing that an alert gathers: a token, a certificate, a person whose sign-in failed, a change. */
const memberSchema = z
  .object({
    key: z.string().max(300),
    /** One line for people. */
    text: line,
    since: moment,
    /** Said in the alert's thread already, or on its way there. */
    noted: z.boolean(),
  })
  .readonly();
export type AlertMember = z.infer<typeof memberSchema>;

/** Why something is said in an alert's thread. */
export const noteKinds = ['details', 'worse', 'reminder', 'snooze-over', 'again', 'resolved'] as const;

/** A message for an alert's thread that Slack does not have yet, or may not have. */
const noteSchema = z
  .object({
    id: z.int(),
    kind: z.enum(noteKinds),
    lines: z.array(line).max(20).readonly(),
    /** Shown in the channel too. */
    broadcast: z.boolean(),
    /** Posting was begun: it may be there though nobody heard that it is. */
    posting: z.boolean(),
  })
  .readonly();
export type AlertNote = z.infer<typeof noteSchema>;

/** Members an alert keeps at most; the others are counted. */
export const mostMembers = 20;
/** Members that its message shows at most; when there are more, the thread has them all. */
export const membersInMessage = 5;

/** How surely the members are counted, where it is not exactly. */
export const roughly = ['about', 'at least'] as const;

/** How many members there are. */
export interface MemberCount {
  readonly count: number;
  readonly roughly: (typeof roughly)[number];
}

/** One alert from its first finding to the end, with what of it Slack has. Moments are milliseconds since 1970. */
export const alertSchema = z
  .object({
    /** What it is about: the same again is the same alert. */
    fingerprint: z.string().regex(/^[0-9a-f]{16}$/),
    /** This time that it fires: fingerprint and start. The Slack message carries it, so that it can be found again. */
    episode: z.string().max(60),
    rule: z.enum(ruleIds),
    group: z.string().max(300),
    severity: z.enum(severities),
    /** One line: what is wrong. */
    title: line,
    members: z.array(memberSchema).max(mostMembers).readonly(),
    memberCount: z.int(),
    /** Set where `memberCount` is not exact. */
    roughly: z.enum(roughly).optional(),
    /** The article that fixes it. */
    articleId: z.string().max(200).optional(),
    /** Whom “Run check” asks about: a login. */
    person: z.string().max(300).optional(),
    /** The systems that it was read from or is about. */
    systems: z.array(productSchema).readonly(),
    /** Where on its ladder it stands: the higher, the worse. */
    rank: z.int(),
    state: z.enum(['pending', 'firing', 'resolved']),
    startedAt: moment,
    /** Until then a pending alert gathers members. */
    waitUntil: moment,
    lastSeenAt: moment,
    resolvedAt: moment.optional(),
    acknowledged: act.optional(),
    snoozed: z
      .object({
        by: z.string().max(200),
        at: moment,
        /** Until this moment; or, where absent, until the alert is no longer as it was. */
        until: moment.optional(),
        was: z.string().max(4_000),
      })
      .readonly()
      .optional(),
    /** Follows from an alert of this rule, which is told instead. */
    inhibitedBy: z.enum(ruleIds).optional(),
    /** Who did what, newest last. */
    acts: z
      .array(z.object({ by: z.string().max(200), at: moment, did: z.string().max(200) }).readonly())
      .max(10)
      .readonly(),
    /** Raised by every change that people can see; `delivered` is the one Slack shows. */
    revision: z.int(),
    delivered: z.int(),
    /** Posting was begun: the message may be there though its `ts` is not known. */
    posting: z.boolean(),
    message: z
      .object({ channel: z.string().max(200), ts: z.string().max(40) })
      .readonly()
      .optional(),
    notes: z.array(noteSchema).max(20).readonly(),
    nextNote: z.int(),
    notedAt: moment,
    /** When the channel was last told about it. */
    remindedAt: moment,
  })
  .readonly();
export type Alert = z.infer<typeof alertSchema>;

/** How long an alert is snoozed: until a moment from now on, or until it changes. */
export type SnoozeFor = '1h' | '1d' | 'until-changed';

/** What a person does with an alert. */
export type AlertAct =
  | { readonly does: 'acknowledge'; readonly by: string }
  | { readonly does: 'snooze'; readonly by: string; readonly for: SnoozeFor }
  | { readonly does: 'wake'; readonly by: string };

/** How a system was last read by the alerts. */
export interface Polled {
  readonly system: Product;
  /** Milliseconds since 1970; absent when it never was. */
  readonly at?: number;
  /** One sentence with what to do, when it could not be read. */
  readonly problem?: string;
}

/** What the alerts know right now. */
export interface AlertsOverview {
  /** Open ones first, the worst first; then those resolved lately. */
  readonly alerts: readonly Alert[];
  readonly polled: readonly Polled[];
  /** Channel id of alerts without a route of their own. */
  readonly channel: string;
}

/** The door that people's surfaces have to the alerts. */
export interface Alerts {
  overview(): Promise<AlertsOverview>;
  /** What came of it; undefined when there is no such open alert. `which`: a fingerprint or its beginning. */
  act(which: string, act: AlertAct): Promise<Alert | undefined>;
  /** Fires a test alert, which resolves by itself after a minute. */
  test(by: string): Promise<Alert>;
}

/** The day's summary. */
export interface Digest {
  /** YYYY-MM-DD, in the digest's time zone. */
  readonly day: string;
  readonly open: readonly Alert[];
  /** Resolved since the digest before. */
  readonly resolved: readonly Alert[];
}

/** Slack has the message no more: somebody deleted it. */
export class MessageGone extends Error {
  override readonly name = 'MessageGone';
}

/**
 * Where alerts are told. What is posted carries a mark (an alert's `episode`, a note's `episode/id`, `digest/day`), by
 * which it is found again. Rejects when Slack fails, with `MessageGone` when the message to change is not there.
 */
export interface Notifier {
  /** Posts the alert; resolves with the message's `ts`. */
  post(channel: string, alert: Alert): Promise<string>;
  update(message: { readonly channel: string; readonly ts: string }, alert: Alert): Promise<void>;
  note(message: { readonly channel: string; readonly ts: string }, alert: Alert, note: AlertNote): Promise<void>;
  digest(channel: string, digest: Digest): Promise<void>;
  /** The `ts` of the bot's own message with this mark, posted at `since` (milliseconds) or later; in a thread if given. */
  find(
    place: { readonly channel: string; readonly thread?: string },
    mark: string,
    since: number,
  ): Promise<string | undefined>;
}

/** The mark of one note. */
export function noteMark({ episode }: Alert, { id }: AlertNote): string {
  return `${episode}/${id}`;
}

/** The mark of a day's digest. */
export function digestMark(day: string): string {
  return `digest/${day}`;
}
