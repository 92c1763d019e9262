import { App, type AppOptions, LogLevel } from '@slack/bolt';
import type { SlackServer } from '../../src/playground/slack/index.js';

/** Says nothing, so that a refusal under test does not litter the run's output. */
const quiet = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  setLevel: () => undefined,
  getLevel: () => LogLevel.ERROR,
  setName: () => undefined,
};

/** An ordinary Bolt app in Socket Mode; nothing about it knows that this Slack is local, but the address. */
export const socketModeApp = (slack: SlackServer, options: AppOptions = {}): App =>
  new App({
    token: slack.botToken,
    appToken: slack.appToken,
    socketMode: true,
    logger: quiet,
    clientOptions: { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 } },
    ...options,
  });

/** The same in HTTP mode. */
export const httpModeApp = (slack: SlackServer, signingSecret: string): App =>
  new App({
    token: slack.botToken,
    signingSecret,
    logger: quiet,
    clientOptions: { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 } },
  });

/** Runs `act` and resolves with the next event of messages that an app hears which does not hide its own from itself. */
export const heardOf = async (
  slack: SlackServer,
  act: () => Promise<unknown>,
): Promise<Readonly<Record<string, unknown>>> => {
  const app = socketModeApp(slack, { ignoreSelf: false });
  const heard = new Promise<Readonly<Record<string, unknown>>>((resolve) => {
    app.event('message', async ({ event }) => resolve({ ...event }));
  });
  await app.start();
  try {
    await act();
    return await heard;
  } finally {
    await app.stop();
  }
};
