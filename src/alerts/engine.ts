import type { JoiningNames } from '../connectors/config.js';
import type { Tenants } from '../connectors/index.js';
import type { Alert, AlertAct, Alerts, Notifier, Polled } from '../model/alert.js';
import { type Alerting, nothingYet } from '../model/alerting.js';
import type { Log } from '../model/log.js';
import { type Product, products } from '../model/system.js';
import type { Understand } from '../model/understanding.js';
import type { Store } from '../state/store.js';
import { acknowledged, snoozed, woken } from './acts.js';
import { articleForFailure } from './article-for.js';
import { nextBook, nextWaitEnds, timePassed } from './book.js';
import { type Budget, createBudget } from './budget.js';
import { deliverAll, type Ledger } from './deliver.js';
import { deliverDigest } from './digest.js';
import type { Feed } from './feed.js';
import { listedOf } from './listed.js';
import { readFeeds } from './read-feeds.js';
import type { AskedFor, Rule } from './rule.js';
import { type Held, runRules } from './run-rules.js';
import type { AlertSettings } from './settings.js';
import { testRound } from './test-alert.js';

/** What the alerts are made of. */
export interface AlertParts {
  readonly store: Store;
  readonly notifier: Notifier;
  readonly tenants: () => Tenants;
  readonly understand: () => Understand;
  /** An article's title. */
  readonly titleOf: (articleId: string) => string | undefined;
  /** Who asked for which article lately. */
  readonly asked: () => Promise<readonly AskedFor[]>;
  readonly rules: readonly Rule[];
  readonly feeds: readonly Feed[];
  readonly settings: AlertSettings;
  readonly names: JoiningNames;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly log: Log;
}

/** How a round is done. */
export interface RoundOptions {
  /** Every rule looks, also one that looked a moment ago and would wait for its turn. */
  readonly everything?: boolean;
  /** The tenants have become others: what was read of them and remembered counts no more, and every rule looks. */
  readonly afresh?: boolean;
}

/** The running alerts. */
export interface AlertEngine extends Alerts {
  /**
   * Reads what is new, runs the rules and tells Slack. Never rejects for the sake of a system, a rule or Slack; rejects
   * with the store's error when nothing can be remembered.
   */
  round(options?: RoundOptions): Promise<void>;
  /** Tells Slack what has become due, without reading anything. Rejects as `round` does. */
  deliver(): Promise<void>;
  /** When a first message that waits for more of its group is due; undefined when none waits. */
  nextDue(): number | undefined;
}

const recordKey = 'all';
/** Clocks differ by less. */
const mostSkewMs = 15 * 60_000;
const hour = 60 * 60_000;
const snoozeMs = { '1h': hour, '1d': 24 * hour, 'until-changed': undefined } as const;

/** Opens the alerts as they were left. Rejects with the store's error. */
export async function openAlerts(parts: AlertParts): Promise<AlertEngine> {
  const { store, notifier, settings, now, log } = parts;
  const budget: Budget = createBudget(settings.budget, now);
  const stored = (await store.get('alerting', recordKey)) ?? nothingYet;
  let memory: Alerting = isOfTheFuture(stored, now()) ? forgotten(stored) : stored;
  let polled: ReadonlyMap<Product, Polled> = new Map();
  let held: Held = new Map();
  let last: Promise<unknown> = Promise.resolve();

  /** With the understanding as it is now, which changes with the knowledge. */
  function articleForFailureNow(): (text: string) => string | undefined {
    const understand = parts.understand();
    if (understood?.understand !== understand) understood = { understand, articleFor: articleForFailure(understand) };
    return understood.articleFor;
  }
  let understood: { understand: Understand; articleFor: (text: string) => string | undefined } | undefined;

  /** One change after another; what is remembered is what is stored. */
  function change(next: (memory: Alerting) => Alerting): Promise<void> {
    const done = last.then(async () => {
      const changed = next(memory);
      if (changed === memory) return;
      await store.put('alerting', recordKey, changed);
      memory = changed;
    });
    last = done.catch(() => undefined);
    return done;
  }

  const ledger: Ledger = {
    alerts: () => memory.alerts,
    change: (fingerprint, changeOne) =>
      change((all) => ({
        ...all,
        alerts: all.alerts.map((alert) => (alert.fingerprint === fingerprint ? changeOne(alert) : alert)),
      })),
  };

  /** Deliveries run one after another, so that nothing is posted twice at the same time. */
  let delivering: Promise<void> = Promise.resolve();
  function deliver(): Promise<void> {
    const run = async () => {
      await change((all) => {
        const alerts = timePassed(all.alerts, settings, now());
        return alerts === all.alerts ? all : { ...all, alerts };
      });
      await deliverAll({ ledger, notifier, settings, log, now });
      await deliverDigest({ memory: () => memory, change, notifier, settings, log, now });
    };
    const done = delivering.then(run);
    delivering = done.catch(() => undefined);
    return done;
  }

  async function read({ afresh = false, everything = afresh }: RoundOptions): Promise<void> {
    if (afresh) {
      await change(forgotten);
      held = new Map();
    }
    const startedAt = now();
    const tenants = parts.tenants();
    const feeds = await readFeeds(parts.feeds, tenants, { cursors: memory.cursors, budget, now });
    const articleFor = articleForFailureNow();
    const context = {
      now: now(),
      thresholds: settings.thresholds,
      names: parts.names,
      articleFor,
      titleOf: parts.titleOf,
      behind: feeds.behind,
    };
    const asked = await parts.asked();
    const running = { startedAt, memory, held, everything, feeds, tenants, budget, context, asked, log };
    const ran = await runRules(parts.rules, running);
    held = ran.held;
    polled = new Map([...polled, ...ran.polled]);
    await change((all) => ({
      ...all,
      cursors: { ...all.cursors, ...feeds.cursors },
      memories: { ...all.memories, ...ran.memories },
      ranAt: { ...all.ranAt, ...ran.ranAt },
      alerts: nextBook(all.alerts, [...ran.rounds, testRound(all.testedAt, now())], settings, now()),
    }));
  }

  async function act(which: string, what: AlertAct): Promise<Alert | undefined> {
    const found = memory.alerts.filter(
      ({ fingerprint, state }) =>
        which.length >= 4 && fingerprint.startsWith(which.toLowerCase()) && state === 'firing',
    );
    const [alert] = found;
    if (alert === undefined || found.length > 1) return undefined;
    await ledger.change(alert.fingerprint, (current) => acted(current, what, now()));
    await deliver();
    return memory.alerts.find(({ fingerprint }) => fingerprint === alert.fingerprint);
  }

  return {
    async round(options = {}) {
      await read(options);
      await deliver();
    },
    deliver,
    nextDue: () => nextWaitEnds(memory.alerts),
    act,
    async test() {
      await change((all) => ({
        ...all,
        testedAt: now(),
        alerts: nextBook(all.alerts, [testRound(now(), now())], settings, now()),
      }));
      await deliver();
      const alert = memory.alerts.find(({ rule }) => rule === 'test');
      if (alert === undefined) throw new Error('The test alert is missing.');
      return alert;
    },
    async overview() {
      return {
        alerts: listedOf(memory.alerts, now()),
        polled: products
          .filter((system) => parts.tenants()[system] !== undefined)
          .map((system) => polled.get(system) ?? { system }),
        channel: settings.channel,
      };
    },
  };
}

/** Only the alerts are left: where the feeds were read to, and what the rules made of it, is not known. */
function forgotten({ alerts, digest }: Alerting): Alerting {
  return { ...nothingYet, alerts, ...(digest === undefined ? {} : { digest }) };
}

/** Whether the clock was put back since: a feed that was read to tomorrow would bring nothing until then. */
function isOfTheFuture({ cursors, ranAt }: Alerting, now: number): boolean {
  const moments = [...Object.values(cursors).map(({ upTo }) => upTo), ...Object.values(ranAt)];
  return moments.some((moment) => moment > now + mostSkewMs);
}

function acted(alert: Alert, what: AlertAct, now: number): Alert {
  switch (what.does) {
    case 'acknowledge':
      return acknowledged(alert, what.by, now);
    case 'snooze':
      return snoozed(alert, what.by, snoozeMs[what.for], now);
    case 'wake':
      return woken(alert, what.by, now);
  }
}
