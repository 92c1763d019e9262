import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compose } from './compose.js';
import type { Config } from './config.js';
import type { Log } from './model/log.js';
import { createSlackApp, type SlackConfig } from './slack/app.js';

/** A bot that runs. */
export interface Running {
  /** Where the playground's page is; absent on a real workspace. */
  readonly page?: string;
  /** Takes no more work, finishes what is under way, frees ports and folders. */
  stop(): Promise<void>;
}

/**
 * Starts the bot as configured: on the Slack workspace, or in the playground when there is none. Rejects with
 * `UserError` when something a person can mend is in the way.
 */
export async function start(config: Config, log: Log): Promise<Running> {
  if (config.mode === 'playground') return startPlayground(config, log);
  const stop = await startBot(config, config.slack, log);
  log.info('Connected to Slack', { mode: config.mode });
  return { stop };
}

/** Starts the bot on a simulated Slack on this machine. Its memory lies apart from that of a real workspace. */
export async function startPlayground(config: Config, log: Log): Promise<Running> {
  // A bot on a real workspace never needs the stand-in, so it is loaded only here.
  const { handOverChannel, startSlack, suggestions, systemClock } = await import('./playground/slack/index.js');
  const slack = await startSlack({
    port: config.playgroundPort,
    clock: systemClock,
    webRoot: fileURLToPath(new URL('./playground/web', import.meta.url)),
    suggestions,
  });
  try {
    const place = { ...config, dataDir: join(config.dataDir, 'playground') };
    const { apiUrl, botToken, appToken } = slack;
    const stop = await startBot(place, { apiUrl, botToken, appToken, handOverChannel }, log);
    return {
      page: slack.url,
      async stop() {
        await stop();
        await slack.close();
      },
    };
  } catch (error) {
    await slack.close();
    throw error;
  }
}

async function startBot(config: Config, slack: SlackConfig, log: Log): Promise<() => Promise<void>> {
  const bot = await compose(config, { log, now: Date.now });
  const app = createSlackApp({ desk: bot.desk, config: slack, log });
  try {
    await app.start();
  } catch (error) {
    await bot.close();
    throw error;
  }
  bot.watchKnowledge();
  return async () => {
    await app.stop();
    await bot.close();
  };
}
