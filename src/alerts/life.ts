import { createHash } from 'node:crypto';
import { type Alert, type AlertMember, mostMembers, type RuleId } from '../model/alert.js';
import { omit, signatureOf, withNote } from './change.js';
import type { Finding } from './finding.js';
import type { TimingSettings } from './timing.js';

/** What an alert is about, as 16 hexadecimal digits. */
export function fingerprintOf(rule: RuleId, group: string): string {
  return createHash('sha256').update(`${rule}\n${group}`).digest('hex').slice(0, 16);
}

/** What a rule finds of one group. */
export interface Seen {
  readonly rule: RuleId;
  readonly group: string;
  readonly members: readonly Finding[];
}

/** The alert after a round that found its group: a new one, or the known one as it is now. */
export function seen(known: Alert | undefined, what: Seen, settings: TimingSettings, now: number): Alert {
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
    state: waitUntil > now ? 'pending' : 'firing',
    startedAt: since,
    waitUntil,
    lastSeenAt: now,
    ...(snoozed === undefined ? {} : { snoozed }),
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
export const untilConfirmed = Number.MAX_SAFE_INTEGER;

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
    ...countOf(all),
    ...(articleId === undefined ? {} : { articleId }),
    ...(person === undefined ? {} : { person }),
  };
}

/** Rules keep a bounded number of members, and so do alerts; how many there are is told all the same. */
function countOf(all: readonly Finding[]): Pick<Alert, 'memberCount' | 'roughly'> {
  const outOf = all.find((one) => one.outOf !== undefined)?.outOf;
  return outOf === undefined ? { memberCount: all.length } : { memberCount: outOf.count, roughly: outOf.roughly };
}

function worstOf(members: readonly Finding[]): Finding {
  const [first, ...others] = members;
  if (first === undefined) throw new RangeError('A group has at least one finding.');
  return others.reduce((worst, one) => (one.rank > worst.rank ? one : worst), first);
}

function changed(alert: Alert, { members: found }: Seen, now: number): Alert {
  const worst = worstOf(found);
  const members = membersOf(alert.members, found);
  // What was found is no second look as long as it is of the same moment.
  const isConfirmed =
    alert.state === 'pending' && alert.waitUntil === untilConfirmed && found.some(({ at }) => at > alert.startedAt);
  const next: Alert = {
    ...omit(omit(omit(alert, 'articleId'), 'person'), 'roughly'),
    ...told(worst, found),
    ...(isConfirmed ? { waitUntil: now } : {}),
    members,
    lastSeenAt: now,
  };
  const isWorse = worst.rank > alert.rank;
  const isChanged = isWorse || signatureOf(next) !== signatureOf(alert);
  const revised = isChanged ? { ...next, revision: alert.revision + 1 } : next;
  if (!isWorse || alert.state === 'pending') return revised;
  // Whoever acknowledged it did so for less.
  return withNote({ ...omit(revised, 'acknowledged'), remindedAt: now }, 'worse', [worst.title], true);
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

/** The alert after a round that found nothing of it any more. */
export function resolved(alert: Alert, now: number): Alert {
  const over: Alert = {
    ...omit(alert, 'inhibitedBy'),
    state: 'resolved',
    resolvedAt: now,
    revision: alert.revision + 1,
  };
  return alert.message === undefined && !alert.posting ? { ...over, notes: [] } : withNote(over, 'resolved');
}
