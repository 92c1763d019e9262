import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Timer } from './alerts/index.js';
import type { AlertConfig } from './alerts-config.js';
import { type Bot, compose } from './compose.js';
import type { Config } from './config.js';
import type { Log } from './model/log.js';
import { productNames, products } from './model/system.js';
import type { Clock, Scenarios, SlackOptions } from './playground/slack/index.js';
import { shellCallOn } from './shell-call.js';
import { openNotifier } from './slack/alerts/notifier.js';
import { createSlackApp, type SlackConfig } from './slack/app.js';
import { openDirectory } from './slack/directory.js';
import { variables } from './variables.js';

/** A bot that runs. */
export interface Running {
  /** Where the playground's page is; absent on a real workspace. */
  readonly page?: string;
  /** With a page, one sentence for people: what of it is simulated. */
  readonly note?: string;
  /** Takes no more work, finishes what is under way, frees ports and folders. */
  stop(): Promise<void>;
}

/**
 * Starts the bot as configured: on the Slack workspace, or in the playground when there is none. Rejects with
 * `UserError` when something a person can mend is in the way.
 */
export async function start(config: Config, log: Log): Promise<Running> {
  if (config.mode === 'playground') return startPlayground(config, log);
  const { stop } = await startBot(config, config.slack, { log, timer: machineTimer });
  log.info('Connected to Slack', { mode: config.mode });
  return { stop };
}

/**
 * Starts the bot on a simulated Slack on this machine, before simulated tenants or, where any is configured, the real
 * ones. Its memory lies apart from that of a real workspace.
 */
export async function startPlayground(config: Config, log: Log): Promise<Running> {
  // A bot on a real workspace never needs the stand-ins, so they are loaded only here.
  const { alertsChannel, handOverChannel, lookupRights, startSlack } = await import('./playground/slack/index.js');
  const setting = await (products.some((product) => config.tenants[product] !== undefined)
    ? realTenants(config)
    : simulatedTenants());
  const opened: { close(): Promise<void> }[] = [setting];
  const close = async () => {
    for (const one of opened.toReversed()) await one.close();
  };
  try {
    const slack = await startSlack({
      port: config.playgroundPort,
      clock: setting.clock,
      webRoot: fileURLToPath(new URL('./playground/web', import.meta.url)),
      ...setting.slack,
    });
    opened.push(slack);
    // Ids of a real workspace mean nobody here.
    const place = {
      ...config,
      ...setting.config,
      lookupRights,
      alerts: { ...config.alerts, ...setting.alerts, channel: alertsChannel },
      dataDir: join(config.dataDir, 'playground'),
    };
    const { apiUrl, botToken, appToken } = slack;
    const shellCall = shellCallOn(place.dataDir, process.argv[1] ?? '');
    const slackConfig = { apiUrl, botToken, appToken, handOverChannel };
    // The bot lives in the playground's time: a date it writes is one that the page and the tenants agree with.
    const { bot, stop } = await startBot(place, slackConfig, { log, timer: setting.clock, shellCall });
    opened.push({ close: stop });
    setting.onChange(() => {
      bot.reopenTenants();
      bot.alerts?.soon({ afresh: true });
    });
    setting.onClockMoved(() => bot.alerts?.soon({ everything: true }));
    return { page: slack.url, note: setting.note, stop: close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The tenants behind the playground's bot, the time they live in, and what the page says about them. */
interface Setting {
  readonly config: Pick<Config, 'tenants' | 'names'>;
  readonly slack: Pick<SlackOptions, 'scenarios' | 'realSystems' | 'suggestions' | 'timeTravel'>;
  /** How alerts differ from what is configured. */
  readonly alerts: Partial<AlertConfig>;
  readonly note: string;
  /** Of Slack, the tenants and the bot alike. */
  readonly clock: Clock;
  /** Calls back whenever the tenants have become others: what was read of their past counts no more. */
  onChange(listener: () => void): void;
  /** Calls back whenever the clock was put forward: what is looked at now and then is due. */
  onClockMoved(listener: () => void): void;
  close(): Promise<void>;
}

async function realTenants({ tenants, names }: Config): Promise<Setting> {
  const { suggestions, systemClock } = await import('./playground/slack/index.js');
  const realSystems = products.filter((product) => tenants[product] !== undefined).map((one) => productNames[one]);
  const listed = new Intl.ListFormat('en').format(realSystems);
  return {
    config: { tenants, names },
    slack: { suggestions, realSystems },
    // Whatever channels are configured, they are none of this Slack's.
    alerts: { routes: {}, quietHours: {} },
    note: `A simulated Slack before real tenants: lookups read ${listed} and change nothing there.`,
    clock: systemClock,
    onChange() {},
    onClockMoved() {},
    async close() {},
  };
}

async function simulatedTenants(): Promise<Setting> {
  const [{ startTenants }, { createMovableClock, peopleSuggestions, suggestions }] = await Promise.all([
    import('./playground/tenants/index.js'),
    import('./playground/slack/index.js'),
  ]);
  const clock = createMovableClock();
  const simulated = await startTenants({ scenario: 'healthy', clock });
  const { okta, access, uem } = simulated;
  let changed = () => {};
  let clockMoved = () => {};
  const scenarios: Scenarios = {
    list: simulated.scenarios,
    current: () => simulated.current().id,
    choose(id) {
      simulated.setScenario(id);
      changed();
    },
  };
  return {
    config: {
      tenants: {
        okta: { url: okta.url, credential: { kind: 'token', token: okta.token } },
        access,
        uem: {
          url: uem.url,
          credential: {
            kind: 'oauth',
            tokenUrl: uem.tokenUrl,
            clientId: uem.clientId,
            clientSecret: uem.clientSecret,
          },
          tenantCode: uem.tenantCode,
        },
      },
      // Whatever they are called in the real org, here they have their usual names.
      names: {
        app: variables.OKTA_WS1_APP.default,
        identityProvider: variables.OKTA_WS1_IDP.default,
        token: variables.OKTA_WS1_TOKEN.default,
      },
    },
    slack: {
      suggestions: [...suggestions, ...peopleSuggestions],
      scenarios,
      timeTravel: {
        ahead: clock.ahead,
        async jump(ms) {
          // A token that is fetched must still be good when it is used a moment later.
          await simulated.requests.quiet();
          clock.advance(ms);
          clockMoved();
        },
      },
    },
    // Who tries a scenario does not wait for a minute; the simulated tenants mind no calls.
    alerts: {
      routes: {},
      quietHours: {},
      pollMs: 5_000,
      groupWaitMs: 2_000,
      budget: { okta: 600, access: 600, uem: 600 },
    },
    note: 'A simulated Slack before simulated tenants: nothing leaves this computer.',
    clock,
    onChange(listener) {
      changed = listener;
    },
    onClockMoved(listener) {
      clockMoved = listener;
    },
    close: () => simulated.close(),
  };
}

/** The machine's time. What is only waited for does not keep the process alive. */
const machineTimer: Timer = {
  now: Date.now,
  after(ms, task) {
    const timeout = setTimeout(task, ms);
    timeout.unref();
    return () => clearTimeout(timeout);
  },
};

async function startBot(
  config: Config,
  slack: SlackConfig,
  { log, timer, shellCall }: { readonly log: Log; readonly timer: Timer; readonly shellCall?: string },
): Promise<{ readonly bot: Bot; stop(): Promise<void> }> {
  const directory = openDirectory(slack, { log, now: timer.now });
  const notifier = openNotifier(slack, { log });
  const bot = await compose(config, {
    log,
    now: timer.now,
    directory,
    notifier,
    ...(shellCall === undefined ? {} : { shellCall }),
  });
  const app = createSlackApp({ desk: bot.desk, config: slack, log });
  try {
    await app.start();
  } catch (error) {
    await bot.close();
    throw error;
  }
  bot.watchKnowledge();
  bot.alerts?.start(timer);
  return {
    bot,
    async stop() {
      await app.stop();
      await bot.close();
    },
  };
}
