import type { AlertEngine, RoundOptions, Schedule, Timer } from './alerts/index.js';
import type { AlertConfig } from './alerts-config.js';
import type { JoiningNames } from './connectors/config.js';
import type { Tenants } from './connectors/index.js';
import type { Alerts, Notifier } from './model/alert.js';
import type { Log } from './model/log.js';
import type { Understand } from './model/understanding.js';
import type { Store } from './state/store.js';

/** What the alerts are handed by whoever knows every part. */
export interface AlertSurroundings {
  readonly store: Store;
  readonly notifier: Notifier;
  readonly tenants: () => Tenants;
  readonly understand: () => Understand;
  /** An article's title. */
  readonly titleOf: (articleId: string) => string | undefined;
  readonly names: JoiningNames;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly log: Log;
}

/** The alerts of a bot: opened when first needed, so that no start waits for them. */
export interface AlertsHolder {
  readonly door: Alerts;
  /** Watches from now on. */
  start(timer: Timer): void;
  /** Looks at once; with `everything` all rules do. Does nothing before `start`. */
  soon(options?: RoundOptions): void;
  /** Looks once, for who has a schedule of their own. */
  once(): Promise<void>;
  stop(): Promise<void>;
}

/** Holds the alerts as configured; undefined without a channel to tell. */
export function holdAlerts(
  { channel, ...tuning }: AlertConfig,
  { store, notifier, tenants, understand, titleOf, names, now, log }: AlertSurroundings,
): AlertsHolder | undefined {
  if (channel === undefined) return undefined;
  const settings = { ...tuning, channel };
  let opening: Promise<AlertEngine> | undefined;
  const engine = (): Promise<AlertEngine> => {
    opening ??= open().catch((error: unknown) => {
      // The next one to need it tries again.
      opening = undefined;
      throw error;
    });
    return opening;
  };
  async function open(): Promise<AlertEngine> {
    const { feeds, openAlerts, rules } = await import('./alerts/index.js');
    const asked = async () =>
      (await store.list('asked-for')).map(({ value: { articleId, by, at } }) => ({
        articleId,
        by,
        at: Date.parse(at),
      }));
    return openAlerts({
      store,
      notifier,
      tenants,
      understand,
      titleOf,
      asked,
      rules,
      feeds,
      settings,
      names,
      now,
      log,
    });
  }

  let isStopped = false;
  let schedule: Promise<Schedule | undefined> | undefined;
  async function begin(timer: Timer): Promise<Schedule | undefined> {
    try {
      const opened = await engine();
      const { startSchedule } = await import('./alerts/index.js');
      return isStopped ? undefined : startSchedule(opened, { pollMs: settings.pollMs, timer, log });
    } catch (err) {
      log.error('The alerts could not be opened, so nothing is watched', { err });
      return undefined;
    }
  }

  return {
    door: {
      overview: async () => (await engine()).overview(),
      act: async (which, act) => (await engine()).act(which, act),
      test: async (by) => (await engine()).test(by),
    },
    start(timer) {
      schedule ??= begin(timer);
    },
    soon(options) {
      void schedule?.then((running) => running?.soon(options));
    },
    once: async () => (await engine()).round({ everything: true }),
    async stop() {
      isStopped = true;
      await (await schedule)?.stop();
    },
  };
}
