import type { Alert } from '../model/alert.js';
import type { AlertsShown } from './alerts-card.js';

/** What `--json` prints: stable, as scripts depend on it. Every moment is ISO 8601 in UTC; what is not so is left out. */
export function alertsJson({ alerts, polled, lookedAt }: AlertsShown): object {
  return {
    alerts: alerts.map(alertJson),
    ...(polled === undefined
      ? {}
      : {
          systems: polled.map(({ system, at, problem }) => ({
            system,
            ...(at === undefined ? {} : { readAt: iso(at) }),
            ...(problem === undefined ? {} : { problem }),
          })),
        }),
    ...(lookedAt === undefined ? {} : { lookedAt: iso(lookedAt) }),
  };
}

function alertJson(alert: Alert): object {
  const { resolvedAt, acknowledged, snoozed, articleId, person, message } = alert;
  return {
    id: alert.fingerprint,
    rule: alert.rule,
    severity: alert.severity,
    state: alert.state,
    title: alert.title,
    since: iso(alert.startedAt),
    lastSeenAt: iso(alert.lastSeenAt),
    ...(resolvedAt === undefined ? {} : { resolvedAt: iso(resolvedAt) }),
    systems: alert.systems,
    memberCount: alert.memberCount,
    ...(alert.roughly === undefined ? {} : { memberCountIs: alert.roughly }),
    members: alert.members.map(({ text, since }) => ({ text, since: iso(since) })),
    ...(articleId === undefined ? {} : { articleId }),
    ...(person === undefined ? {} : { person }),
    ...(acknowledged === undefined ? {} : { acknowledged: { by: acknowledged.by, at: iso(acknowledged.at) } }),
    ...(snoozed === undefined
      ? {}
      : {
          snoozed: {
            by: snoozed.by,
            at: iso(snoozed.at),
            ...(snoozed.until === undefined ? {} : { until: iso(snoozed.until) }),
          },
        }),
    inhibited: alert.inhibitedBy !== undefined,
    acts: alert.acts.map(({ by, at, did }) => ({ by, at: iso(at), did })),
    ...(message === undefined ? {} : { message }),
  };
}

function iso(ms: number): string {
  return new Date(ms).toISOString();
}
