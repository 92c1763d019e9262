import { randomUUID } from 'node:crypto';
import { App, type AuthorizeResult, HTTPReceiver, type Receiver, SocketModeReceiver, webApi } from '@slack/bolt';
import type { Desk } from '../desk/question.js';
import { UserError } from '../model/errors.js';
import type { Log } from '../model/log.js';
import { checkedApiUrl } from './api-url.js';
import { boltLogger } from './bolt-logger.js';
import { createErrorHandler, type FailedListener } from './error-handler.js';
import { createFetchFile } from './files/fetch-file.js';
import { InFlight } from './in-flight.js';
import { bindListeners } from './listeners/index.js';
import type { Pause } from './listeners/while-waiting.js';
import { startFailure } from './start-failure.js';

/** How to reach a workspace. With `appToken` over Socket Mode; else Slack posts to `port`, signed with `signingSecret`. */
export interface SlackConfig {
  readonly botToken: string;
  readonly appToken?: string | undefined;
  readonly signingSecret?: string | undefined;
  /** HTTP mode only; 3000 if left out. */
  readonly port?: number | undefined;
  /** Base address of the Web API, when it is not Slack's own. Plain http only on this machine. */
  readonly apiUrl?: string | undefined;
  /** Channel id for questions that need a person. */
  readonly handOverChannel?: string | undefined;
}

export interface SlackAppOptions {
  readonly desk: Desk;
  readonly config: SlackConfig;
  readonly log: Log;
  /** How events arrive, when not as the configuration says: tests hand in their own. */
  readonly receiver?: Receiver;
  /** Makes the number by which a person's error is found in the log. */
  readonly newId?: () => string;
  /** How the bot waits; the real time if left out. */
  readonly pause?: Pause;
}

/** The bot on one workspace. */
export interface SlackApp {
  /** Connects. Rejects with `UserError` when Slack refuses a token or the port is taken. */
  start(): Promise<void>;
  /** Takes no more events and waits up to ten seconds for the replies under way. */
  stop(): Promise<void>;
}

/** How long a stop waits for replies: shorter than a supervisor's patience, longer than most lookups take. */
const drainMs = 10_000;

/** Puts the desk on Slack. Nothing is sent before `start()`. Throws `UserError` `bad-config` for a configuration that cannot work. */
export function createSlackApp({
  desk,
  config,
  log,
  receiver: given,
  newId = shortId,
  pause,
}: SlackAppOptions): SlackApp {
  const logger = boltLogger(log);
  const slackApiUrl = checkedApiUrl(config.apiUrl);
  const apiOptions = { slackApiUrl, logger, allowAbsoluteUrls: false };
  const receiver = given ?? createReceiver(config, apiOptions);
  // Bolt's own `token` option asks for the identity in its constructor, where a refusal can be caught by nobody.
  let identity: Promise<AuthorizeResult> | undefined;
  const app = new App({
    receiver,
    logger,
    authorize: () => identify(),
    extendedErrorHandler: true,
    convoStore: false,
    // A reply that comes after half an hour, as Bolt's default would have it, helps nobody.
    clientOptions: { ...apiOptions, retryConfig: webApi.retryPolicies.fiveRetriesInFiveMinutes },
  });
  function identify(): Promise<AuthorizeResult> {
    identity ??= whoAmI(app, config.botToken).catch((error: unknown) => {
      // A refusal may be mended while we run, or a start be tried again.
      identity = undefined;
      throw error;
    });
    return identity;
  }

  const inFlight = new InFlight();
  const handleError = createErrorHandler({
    client: app.client,
    log,
    newId,
    fetch: (input, init) => globalThis.fetch(input, init),
  });
  app.use(({ next }) => inFlight.run(next));
  app.error((failed: FailedListener) => inFlight.run(() => handleError(failed)));
  const fetchFile = createFetchFile({
    botToken: config.botToken,
    apiUrl: slackApiUrl,
    fetch: (input, init) => globalThis.fetch(input, init),
  });
  bindListeners(app, { desk, log, fetchFile, handOverChannel: config.handOverChannel, pause });

  let started = false;
  return {
    async start() {
      // Side by side, as both are a round trip to Slack; an early event waits for the identity.
      const outcomes = await Promise.allSettled([identify(), app.start()]);
      started = outcomes[1].status === 'fulfilled';
      const failed = outcomes.find((outcome) => outcome.status === 'rejected');
      if (failed === undefined) return;
      if (started) await app.stop();
      started = false;
      throw startFailure(failed.reason, outcomes[0].status === 'rejected' ? 'bot' : 'connection', config);
    },
    async stop() {
      if (!started) return;
      started = false;
      await app.stop();
      if (!(await inFlight.drained(drainMs))) log.warn('Stopped with replies still under way');
    },
  };
}

function createReceiver(
  { appToken, signingSecret, port = 3_000 }: SlackConfig,
  { slackApiUrl, logger }: { slackApiUrl: string; logger: ReturnType<typeof boltLogger> },
): Receiver {
  if (appToken !== undefined) {
    // Its own options object: the Socket Mode client writes its retry policy into the one it is given.
    return new SocketModeReceiver({ appToken, logger, installerOptions: { clientOptions: { slackApiUrl } } });
  }
  if (signingSecret === undefined) {
    throw new UserError(
      'bad-config',
      'Slack needs a way in: set SLACK_APP_TOKEN for Socket Mode, or SLACK_SIGNING_SECRET and PORT for HTTP.',
    );
  }
  return new HTTPReceiver({ signingSecret, port, logger });
}

async function whoAmI(app: App, botToken: string): Promise<AuthorizeResult> {
  const { user_id: botUserId, bot_id: botId, team_id: teamId } = await app.client.auth.test({ token: botToken });
  return {
    botToken,
    ...(botUserId === undefined ? {} : { botUserId }),
    ...(botId === undefined ? {} : { botId }),
    ...(teamId === undefined ? {} : { teamId }),
  };
}

function shortId(): string {
  return randomUUID().slice(0, 8);
}
