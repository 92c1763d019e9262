import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Bot, compose } from './compose.js';
import type { Config } from './config.js';
import type { Log } from './model/log.js';
import { productNames, products } from './model/system.js';
import type { Scenarios, SlackOptions } from './playground/slack/index.js';
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
  const { stop } = await startBot(config, config.slack, log);
  log.info('Connected to Slack', { mode: config.mode });
  return { stop };
}

/**
 * Starts the bot on a simulated Slack on this machine, before simulated tenants or, where any is configured, the real
 * ones. Its memory lies apart from that of a real workspace.
 */
export async function startPlayground(config: Config, log: Log): Promise<Running> {
  // A bot on a real workspace never needs the stand-ins, so they are loaded only here.
  const { handOverChannel, lookupRights, startSlack, systemClock } = await import('./playground/slack/index.js');
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
      clock: systemClock,
      webRoot: fileURLToPath(new URL('./playground/web', import.meta.url)),
      ...setting.slack,
    });
    opened.push(slack);
    // Ids of a real workspace mean nobody here.
    const place = { ...config, ...setting.config, lookupRights, dataDir: join(config.dataDir, 'playground') };
    const { apiUrl, botToken, appToken } = slack;
    const { bot, stop } = await startBot(place, { apiUrl, botToken, appToken, handOverChannel }, log);
    opened.push({ close: stop });
    setting.onChange(() => bot.reopenTenants());
    return { page: slack.url, note: setting.note, stop: close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The tenants behind the playground's bot, and what its page says about them. */
interface Setting {
  readonly config: Pick<Config, 'tenants' | 'names'>;
  readonly slack: Pick<SlackOptions, 'scenarios' | 'realSystems' | 'suggestions'>;
  readonly note: string;
  /** Calls back whenever the tenants have become others. */
  onChange(listener: () => void): void;
  close(): Promise<void>;
}

async function realTenants({ tenants, names }: Config): Promise<Setting> {
  const { suggestions } = await import('./playground/slack/index.js');
  const realSystems = products.filter((product) => tenants[product] !== undefined).map((one) => productNames[one]);
  const listed = new Intl.ListFormat('en').format(realSystems);
  return {
    config: { tenants, names },
    slack: { suggestions, realSystems },
    note: `A simulated Slack before real tenants: lookups read ${listed} and change nothing there.`,
    onChange() {},
    async close() {},
  };
}

async function simulatedTenants(): Promise<Setting> {
  const [{ startTenants }, { peopleSuggestions, suggestions, systemClock }] = await Promise.all([
    import('./playground/tenants/index.js'),
    import('./playground/slack/index.js'),
  ]);
  const simulated = await startTenants({ scenario: 'healthy', clock: systemClock });
  const { okta, access, uem } = simulated;
  let changed = () => {};
  const scenarios: Scenarios = {
    list: simulated.scenarios.map(({ id, title, story, tryThis }) => ({ id, title, story, tryThis })),
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
    slack: { suggestions: [...suggestions, ...peopleSuggestions], scenarios },
    note: 'A simulated Slack before simulated tenants: nothing leaves this computer.',
    onChange(listener) {
      changed = listener;
    },
    close: () => simulated.close(),
  };
}

async function startBot(
  config: Config,
  slack: SlackConfig,
  log: Log,
): Promise<{ readonly bot: Bot; stop(): Promise<void> }> {
  const directory = openDirectory(slack, { log, now: Date.now });
  const bot = await compose(config, { log, now: Date.now, directory });
  const app = createSlackApp({ desk: bot.desk, config: slack, log });
  try {
    await app.start();
  } catch (error) {
    await bot.close();
    throw error;
  }
  bot.watchKnowledge();
  return {
    bot,
    async stop() {
      await app.stop();
      await bot.close();
    },
  };
}
