import type { App, Receiver } from '@slack/bolt';
import { onTestFinished } from 'vitest';
import type { Log } from '../../../src/model/log.js';
import { createSlackApp, type SlackApp, type SlackAppOptions, type SlackConfig } from '../../../src/slack/app.js';
import { type Answers, type FakeDesk, fakeDesk } from './fake-desk.js';
import { startWebApi, type WebApi } from './web-api.js';

/** One line of the log. */
export interface Line {
  readonly level: keyof Log;
  readonly message: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** The real bot over a fake desk, fed by hand, talking to a stand-in of Slack's Web API. */
export interface Bot {
  readonly app: SlackApp;
  readonly desk: FakeDesk;
  readonly slack: WebApi;
  readonly log: Line[];
  /** Delivers one payload as Slack would; resolves when all work on it is done. Tells whether it was acknowledged, and with what. */
  deliver(body: object): Promise<{ readonly acknowledged: boolean; readonly answered?: unknown }>;
}

export function recordingLog(): { readonly log: Log; readonly lines: Line[] } {
  const lines: Line[] = [];
  const at =
    (level: keyof Log): Log[keyof Log] =>
    (message, fields = {}) =>
      lines.push({ level, message, fields });
  return { log: { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') }, lines };
}

/** Starts a bot that stops with the test. */
export async function startBot(
  answers: Answers = {},
  config: Partial<SlackConfig> = {},
  { pause = () => new Promise(() => undefined) }: Pick<SlackAppOptions, 'pause'> = {},
): Promise<Bot> {
  const slack = await startWebApi();
  const desk = fakeDesk(answers);
  const { log, lines } = recordingLog();
  let bolt: App | undefined;
  const receiver: Receiver = {
    init: (given) => {
      bolt = given;
    },
    start: async () => undefined,
    stop: async () => undefined,
  };
  const app = createSlackApp({
    desk,
    log,
    receiver,
    newId: () => 'id-1',
    // Waits for good unless the test has it otherwise, but ends with the work, as the real one does.
    pause: (ms, signal) =>
      Promise.race([
        pause(ms, signal),
        new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason))),
      ]),
    config: { botToken: 'xoxb-test', apiUrl: slack.url, ...config },
  });
  await app.start();
  onTestFinished(async () => {
    await app.stop();
    await slack.close();
  });
  return {
    app,
    desk,
    slack,
    log: lines,
    async deliver(body) {
      let acknowledged = false;
      let answered: unknown;
      await bolt?.processEvent({
        body: body as Record<string, unknown>,
        ack: async (response) => {
          acknowledged = true;
          answered = response;
        },
      });
      return { acknowledged, answered };
    },
  };
}
