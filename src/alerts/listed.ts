import type { Alert } from '../model/alert.js';

/** How long an alert that was resolved is listed. */
const listedMs = 24 * 60 * 60_000;
const weight = { critical: 0, warning: 1, info: 2 } as const;

/** Alerts as they are listed: the open ones, the worst first; then those that people were told of and that ended lately. */
export function listedOf(alerts: readonly Alert[], now: number): Alert[] {
  const open = alerts.filter(({ state }) => state === 'firing');
  const over = alerts.filter(
    ({ state, resolvedAt = 0, message }) => state === 'resolved' && message && now - resolvedAt < listedMs,
  );
  return [
    ...open.sort((a, b) => weight[a.severity] - weight[b.severity] || b.startedAt - a.startedAt),
    ...over.sort((a, b) => (b.resolvedAt ?? 0) - (a.resolvedAt ?? 0)),
  ];
}
