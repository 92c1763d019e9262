import type { Alert, RuleId } from '../model/alert.js';
import { omit } from './change.js';

/** The group of “connector-failing” that says a system cannot be reached at all. */
export const unreachableGroup = 'unreachable ';
/** The group of “configuration-changed” about one API token. */
export const tokenGroup = 'token ';
/** The group of “api-token-expiring” that says Okta lists no token of Workspace ONE. */
export const missingToken = 'missing';

/** One alert that says all that another would. */
interface Inhibition {
  readonly by: RuleId;
  /** Whether an open alert of that rule is one that others follow from. */
  readonly isSource: (source: Alert) => boolean;
  readonly follows: (alert: Alert, source: Alert) => boolean;
}

const inhibitions: readonly Inhibition[] = [
  {
    by: 'connector-failing',
    isSource: ({ group }) => group.startsWith(unreachableGroup),
    follows: (alert, source) =>
      alert.rule !== 'connector-failing' && alert.systems.some((system) => source.systems.includes(system)),
  },
  {
    // Critical is only that the token of Workspace ONE was revoked and none took its place.
    by: 'configuration-changed',
    isSource: ({ group, severity }) => group.startsWith(tokenGroup) && severity === 'critical',
    follows: ({ rule, group }, source) =>
      rule === 'api-token-expiring' && (group === missingToken || `${tokenGroup}${group}` === source.group),
  },
];

/** The alerts, each with the rule whose open alert it follows from, if it does: that one is told instead. Pure. */
export function withInhibitions(alerts: readonly Alert[]): Alert[] {
  const open = alerts.filter(({ state }) => state !== 'resolved');
  const sources = inhibitions.map((one) => ({
    ...one,
    sources: open.filter((alert) => alert.rule === one.by && one.isSource(alert)),
  }));
  return alerts.map((alert) => {
    if (alert.state === 'resolved') return alert;
    const by = sources.find((one) => one.sources.some((source) => one.follows(alert, source)))?.by;
    return inhibited(alert, by);
  });
}

function inhibited(alert: Alert, by: RuleId | undefined): Alert {
  const revised = { ...alert, revision: alert.revision + 1 };
  if (by === undefined) return alert.inhibitedBy === undefined ? alert : omit(revised, 'inhibitedBy');
  // That it got worse is what the other says.
  const notes = alert.notes.filter(({ kind, posting }) => kind !== 'worse' || posting);
  if (by === alert.inhibitedBy && notes.length === alert.notes.length) return alert;
  return { ...revised, inhibitedBy: by, notes };
}
