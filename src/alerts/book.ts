import type { Alert, RuleId } from '../model/alert.js';
import type { Product } from '../model/system.js';
import type { Finding } from './finding.js';
import { withInhibitions } from './inhibitions.js';
import { fingerprintOf, resolved, seen, untilConfirmed } from './life.js';
import { withTimePassed } from './passing.js';
import type { TimingSettings } from './timing.js';

/** What one round of the rules says. */
export interface RoundFindings {
  readonly rule: RuleId;
  /** Everything the rule finds at the moment. */
  readonly findings: readonly Finding[];
  /** Systems that it could not read: what it says of them is not known, so nothing about them is resolved. */
  readonly unread: readonly Product[];
}

/** Alerts kept after they are resolved, for the digest and for who looks back. */
const keptMs = 7 * 24 * 60 * 60_000;
const mostKept = 300;
/** Open alerts at most. More than anybody reads; what comes on top waits until one is resolved. */
const mostOpen = 500;

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
  const next = timePassed(withInhibitions([...alerts.values()]), settings, now);
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
