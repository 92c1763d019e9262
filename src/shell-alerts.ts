import { listedOf } from './alerts/listed.js';
import type { AlertsShown } from './cli/alerts-card.js';
import type { OpenedAlerts } from './cli/parts.js';
import { compose } from './compose.js';
import type { Config } from './config.js';
import { UserError } from './model/errors.js';
import type { Log } from './model/log.js';
import { openNotifier } from './slack/alerts/notifier.js';
import { openDirectory } from './slack/directory.js';
import { readStoredRecords } from './state/stored-records.js';

/** Reads what a bot knows, which may be running: takes no lock. Rejects with `UserError` `store-failed`. */
export async function readKnownAlerts(dataDir: string, now: number): Promise<AlertsShown> {
  const [alerting] = await readStoredRecords(dataDir, 'alerting', now);
  if (alerting === undefined) return { alerts: [] };
  const ranAt = Object.values(alerting.ranAt);
  return { alerts: listedOf(alerting.alerts, now), ...(ranAt.length === 0 ? {} : { lookedAt: Math.max(...ranAt) }) };
}

/**
 * Opens the alerts where no bot runs. Rejects with `UserError`: `not-configured` without a workspace or a channel,
 * `store-busy` when a bot has the data folder, and as `compose` does.
 */
export async function openShellAlerts(
  config: Config,
  { log, now }: { readonly log: Log; readonly now: () => number },
): Promise<OpenedAlerts> {
  if (config.mode === 'playground' || config.alerts.channel === undefined) {
    const missing = config.mode === 'playground' ? 'a workspace: set SLACK_BOT_TOKEN' : 'a channel: set ALERT_CHANNEL';
    throw new UserError('not-configured', `Alerts need ${missing} in .env; .env.example says what it is.`);
  }
  const bot = await compose(
    // What one look finds belongs together already, and the next may be an hour away.
    { ...config, alerts: { ...config.alerts, groupWaitMs: 0 } },
    {
      log,
      now,
      directory: openDirectory(config.slack, { log, now }),
      notifier: openNotifier(config.slack, { log }),
    },
  ).catch((error: unknown) => {
    if (!(error instanceof UserError) || error.code !== 'store-busy') throw error;
    throw new UserError(
      'store-busy',
      `${error.message} If that is your bot, it looks by itself; acknowledge, snooze and test in Slack: /wo-okta alerts.`,
      { cause: error },
    );
  });
  const { alerts } = bot;
  if (alerts === undefined) throw new TypeError('There are no alerts though they have a channel.');
  return { door: alerts.door, once: alerts.once, close: bot.close };
}
