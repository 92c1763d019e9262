import { createHash } from 'node:crypto';
import {
  type Alert,
  type AlertMember,
  type AlertNote,
  membersInMessage,
  mostMembers,
  type RuleId,
} from '../model/alert.js';
import type { Product } from '../model/system.js';
import type { Finding } from './finding.js';
import { type AlertSettings, channelFor, isQuiet } from './settings.js';

/** What one round of the rules says. */
export interface RoundFindings {
  readonly rule: RuleId;
  /** Everything the rule finds at the moment. */
  readonly findings: readonly Finding[];
  /** Systems that it could not read: what it says of them is not known, so nothing about them is resolved. */
  readonly unread: readonly Product[];
}

type TimingSettings = Pick<
  AlertSettings,
  'channel' | 'routes' | 'groupWaitMs' | 'groupIntervalMs' | 'repeatMs' | 'flapMs' | 'quietHours'
>;

/** Alerts kept after they are resolved, for the digest and for who looks back. */
const keptMs = 7 * 24 * 60 * 60_000;
const mostKept = 300;
/** Open alerts at most. More than anybody reads; what comes on top waits until one is resolved. */
const mostOpen = 500;
const mostNotes = 20;
const mostActs = 10;

/**
 * The alerts after a round: new ones begin, known ones change, those no longer found are resolved. Rules that did not
 * run are left out of `rounds` and keep theirs. Pure: the same book, findings and moment give the same book.
 */
export function nextBook(
  book: readonly Alert[],
  rounds: readonly RoundFindings[],
  settings: TimingSettings,
  now: number,
): Alert[] {
  const alerts = new Map(book.map((alert) => [alert.fingerprint, alert]));
  for (const { rule, findings, unread } of rounds) {
    const groups = byGroup(findings);
    const found = new Set<string>();
    for (const [group, members] of groups) {
      const fingerprint = fingerprintOf(rule, group);
      found.add(fingerprint);
      if (!alerts.has(fingerprint) && openOnes(alerts.values()).length >= mostOpen) continue;
      alerts.set(fingerprint, seen(alerts.get(fingerprint), { rule, group, members }, settings, now));
    }
    for (const alert of [...alerts.values()]) {
      if (alert.rule !== rule || found.has(alert.fingerprint) || alert.state === 'resolved') continue;
      if (alert.systems.some((system) => unread.includes(system))) continue;
      // Nobody was told of it: there is nothing to take back.
      if (alert.state === 'pending') alerts.delete(alert.fingerprint);
      else alerts.set(alert.fingerprint, resolved(alert, now));
    }
  }
  const all = [...alerts.values()];
  const unreachable = new Set(all.filter(isUnreachable).flatMap(({ systems }) => systems));
  const next = timePassed(
    all.map((alert) => inhibited(alert, unreachable)),
    settings,
    now,
  );
  const over = next
    .filter(({ state, resolvedAt = now }) => state === 'resolved' && now - resolvedAt < keptMs)
    .sort((a, b) => (a.resolvedAt ?? 0) - (b.resolvedAt ?? 0));
  return [...over.slice(-mostKept), ...openOnes(next)];
}

function openOnes(alerts: Iterable<Alert>): Alert[] {
  return [...alerts].filter(({ state }) => state !== 'resolved').sort((a, b) => a.startedAt - b.startedAt);
}

/**
 * The alerts as they are at a moment with nothing new found: waits and snoozes end, reminders fall due. The same array
 * when that changes none of them.
 */
export function timePassed(book: readonly Alert[], settings: TimingSettings, now: number): readonly Alert[] {
  const next = book.map((alert) => withTimePassed(alert, settings, now));
  return next.some((alert, index) => alert !== book[index]) ? next : book;
}

/** When the next wait of a pending alert ends, if one does. */
export function nextWaitEnds(book: readonly Alert[]): number | undefined {
  const waits = book.flatMap(({ state, waitUntil }) =>
    state === 'pending' && waitUntil !== untilConfirmed ? [waitUntil] : [],
  );
  return waits.length === 0 ? undefined : Math.min(...waits);
}

function byGroup(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const group = groups.get(finding.group);
    if (group === undefined) groups.set(finding.group, [finding]);
    else group.push(finding);
  }
  return groups;
}

/** What an alert is about, as 16 hexadecimal digits. */
export function fingerprintOf(rule: RuleId, group: string): string {
  return createHash('sha256').update(`${rule}\n${group}`).digest('hex').slice(0, 16);
}

/** The group of “connector-failing” that says a system cannot be reached at all; what follows from it is silent. */
export const unreachableGroup = 'unreachable ';

function isUnreachable({ rule, group, state }: Alert): boolean {
  return rule === 'connector-failing' && group.startsWith(unreachableGroup) && state !== 'resolved';
}

interface Seen {
  readonly rule: RuleId;
  readonly group: string;
  readonly members: readonly Finding[];
}

function seen(known: Alert | undefined, what: Seen, settings: TimingSettings, now: number): Alert {
  const isOver = known?.state === 'resolved';
  if (known === undefined || (isOver && now - (known.resolvedAt ?? now) > settings.flapMs)) {
    return begun(what, known, settings, now);
  }
  const open: Alert = isOver
    ? withNote({ ...omit(known, 'resolvedAt'), state: 'firing', revision: known.revision + 1 }, 'again')
    : known;
  return changed(open, what, now);
}

function begun(
  { rule, group, members }: Seen,
  before: Alert | undefined,
  settings: TimingSettings,
  now: number,
): Alert {
  const fingerprint = fingerprintOf(rule, group);
  const since = Math.min(now, ...members.map(({ at }) => at));
  const waitUntil = waitOf(members, since, settings, now);
  const worst = worstOf(members);
  const snoozed = before?.snoozed;
  return {
    fingerprint,
    episode: `${fingerprint}-${now}`,
    rule,
    group,
    ...told(worst, members),
    members: membersOf([], members),
    memberCount: members.length,
    state: waitUntil > now ? 'pending' : 'firing',
    startedAt: since,
    waitUntil,
    lastSeenAt: now,
    ...(snoozed === undefined ? {} : { snoozed }),
    inhibited: false,
    acts: [],
    revision: 1,
    delivered: 0,
    posting: false,
    notes: [],
    nextNote: 1,
    notedAt: 0,
    remindedAt: now,
  };
}

/** No moment comes after it: such an alert waits for the round that finds it again. */
const untilConfirmed = Number.MAX_SAFE_INTEGER;

function waitOf(members: readonly Finding[], since: number, { groupWaitMs }: TimingSettings, now: number): number {
  if (members.every(({ toBeConfirmed }) => toBeConfirmed === true)) return untilConfirmed;
  return members.some(({ gathers }) => gathers) ? since + groupWaitMs : now;
}

/** What the alert as a whole says, by the worst of its findings. */
function told({ severity, title, rank, articleId, person }: Finding, all: readonly Finding[]) {
  return {
    severity,
    title,
    rank,
    systems: [...new Set(all.flatMap(({ systems }) => systems))],
    ...(articleId === undefined ? {} : { articleId }),
    ...(person === undefined ? {} : { person }),
  };
}

function worstOf(members: readonly Finding[]): Finding {
  const [first, ...others] = members;
  if (first === undefined) throw new RangeError('A group has at least one finding.');
  return others.reduce((worst, one) => (one.rank > worst.rank ? one : worst), first);
}

function changed(alert: Alert, { members: found }: Seen, now: number): Alert {
  const worst = worstOf(found);
  const members = membersOf(alert.members, found);
  const isConfirmed = alert.state === 'pending' && alert.waitUntil === untilConfirmed;
  const next: Alert = {
    ...omit(omit(alert, 'articleId'), 'person'),
    ...told(worst, found),
    ...(isConfirmed ? { waitUntil: now } : {}),
    members,
    memberCount: found.length,
    lastSeenAt: now,
  };
  const isWorse = worst.rank > alert.rank;
  const isChanged = isWorse || signatureOf(next) !== signatureOf(alert);
  const revised = isChanged ? { ...next, revision: alert.revision + 1 } : next;
  if (!isWorse || alert.state === 'pending') return revised;
  // Whoever acknowledged it did so for less.
  return withNote({ ...omit(revised, 'acknowledged'), remindedAt: now }, 'worse', [worst.title], true);
}

/** What people see of an alert, apart from its life: as long as it stays, nothing has changed. */
function signatureOf({ severity, title, rank, memberCount, members, articleId }: Alert): string {
  const shown = members.map(({ key, text }) => `${key} ${text}`).join('\n');
  return `${severity} ${rank} ${memberCount} ${title} ${articleId ?? ''}\n${createHash('sha256').update(shown).digest('hex')}`;
}

function membersOf(known: readonly AlertMember[], found: readonly Finding[]): AlertMember[] {
  const before = new Map(known.map((member) => [member.key, member]));
  return [...found]
    .sort((a, b) => b.rank - a.rank || b.at - a.at)
    .slice(0, mostMembers)
    .map(({ key, text, at }) => ({
      key,
      text,
      since: before.get(key)?.since ?? at,
      noted: before.get(key)?.noted ?? false,
    }));
}

function resolved(alert: Alert, now: number): Alert {
  const over: Alert = { ...alert, state: 'resolved', resolvedAt: now, revision: alert.revision + 1, inhibited: false };
  return alert.message === undefined && !alert.posting ? { ...over, notes: [] } : withNote(over, 'resolved');
}

function inhibited(alert: Alert, unreachable: ReadonlySet<Product>): Alert {
  const is =
    alert.state !== 'resolved' &&
    alert.rule !== 'connector-failing' &&
    alert.rule !== 'rule-failing' &&
    alert.rule !== 'test' &&
    alert.systems.some((system) => unreachable.has(system));
  return is === alert.inhibited ? alert : { ...alert, inhibited: is, revision: alert.revision + 1 };
}

function withTimePassed(alert: Alert, settings: TimingSettings, now: number): Alert {
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
    !alert.inhibited &&
    now - alert.remindedAt >= repeatMs &&
    (alert.severity === 'critical' || !isQuiet(quietHours, channelFor(settings, alert), now));
  return isDue ? withNote({ ...alert, remindedAt: now }, 'reminder', [], true) : alert;
}

/** The alert with something more to say in its thread. When too much waits, the oldest goes. */
function withNote(alert: Alert, kind: AlertNote['kind'], lines: readonly string[] = [], broadcast = false): Alert {
  const note: AlertNote = { id: alert.nextNote, kind, lines: lines.slice(0, 20), broadcast, posting: false };
  return { ...alert, notes: [...alert.notes, note].slice(-mostNotes), nextNote: alert.nextNote + 1 };
}

/** The alert after somebody took it in hand. */
export function acknowledged(alert: Alert, by: string, now: number): Alert {
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

function omit<Value extends object, Key extends keyof Value>(
  value: Value,
  key: Key,
): Omit<Value, Key> & { [K in Key]?: never } {
  const { [key]: _left, ...rest } = value;
  return rest as Omit<Value, Key> & { [K in Key]?: never };
}
