/** The bot as a program: how it connects, refuses to start, and stops. HTTP mode runs for real, on loopback. */
import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Reply } from '../../src/desk/reply.js';
import { createSlackApp, type SlackConfig } from '../../src/slack/app.js';
import { recordingLog, startBot } from './helpers/bot.js';
import { type Answers, fakeDesk } from './helpers/fake-desk.js';
import { mention } from './helpers/payloads.js';
import { ordinaryReplies } from './helpers/samples.js';
import { startWebApi, type WebApi } from './helpers/web-api.js';

const signingSecret = 'not-a-real-secret';

async function webApi(): Promise<WebApi> {
  const slack = await startWebApi();
  onTestFinished(() => slack.close());
  return slack;
}

/** A port that was free a moment ago. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

function create(config: SlackConfig, answers: Answers = {}) {
  const { log, lines } = recordingLog();
  const desk = fakeDesk(answers);
  return { app: createSlackApp({ desk, log, config }), desk, lines };
}

function sign(body: string, secret = signingSecret) {
  const timestamp = String(Math.floor(Date.now() / 1_000));
  const signature = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex');
  return {
    'content-type': 'application/json',
    'x-slack-request-timestamp': timestamp,
    'x-slack-signature': `v0=${signature}`,
  };
}

describe('in HTTP mode', () => {
  it('a signed event is answered, one with a wrong signature is not', async () => {
    const slack = await webApi();
    const port = await freePort();
    const { app, desk } = create(
      { botToken: 'xoxb-test', signingSecret, port, apiUrl: slack.url },
      { command: () => ordinaryReplies.help },
    );
    await app.start();
    const body = JSON.stringify(mention('help'));
    const post = (headers: Record<string, string>) =>
      fetch(`http://127.0.0.1:${port}/slack/events`, { method: 'POST', headers, body });

    const forged = await post(sign(body, 'another secret'));
    const genuine = await post(sign(body));
    await app.stop();

    expect([forged.status, genuine.status]).toEqual([401, 200]);
    expect(desk.commands).toHaveLength(1);
    expect(slack.of('chat.postMessage')).toHaveLength(1);
  });

  it('a taken port is a sentence with a remedy', async () => {
    const slack = await webApi();
    const holder = createServer();
    await new Promise<void>((resolve) => holder.listen(0, resolve));
    onTestFinished(() => new Promise((resolve) => holder.close(() => resolve())));
    const { port } = holder.address() as AddressInfo;
    const { app } = create({ botToken: 'xoxb-test', signingSecret, port, apiUrl: slack.url });

    await expect(app.start()).rejects.toMatchObject({
      name: 'UserError',
      code: 'address-in-use',
      message: expect.stringContaining(`Port ${port} is taken`),
    });
  });

  it('needs a signing secret', () => {
    expect(() => create({ botToken: 'xoxb-test' })).toThrow(/SLACK_APP_TOKEN.*SLACK_SIGNING_SECRET/);
  });
});

describe('a token that Slack refuses', () => {
  it('of the bot is named, and the port is free again', async () => {
    const slack = await webApi();
    slack.refuse('auth.test', 'invalid_auth');
    const port = await freePort();
    const { app } = create({ botToken: 'xoxb-wrong', signingSecret, port, apiUrl: slack.url });

    await expect(app.start()).rejects.toMatchObject({
      code: 'bad-config',
      message: expect.stringMatching(/bot token \(invalid_auth\).*SLACK_BOT_TOKEN/),
    });
    await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow();
  });

  it('for Socket Mode is named', async () => {
    const slack = await webApi();
    slack.refuse('apps.connections.open', 'invalid_auth');
    const { app } = create({ botToken: 'xoxb-test', appToken: 'xapp-wrong', apiUrl: slack.url });

    await expect(app.start()).rejects.toMatchObject({
      code: 'bad-config',
      message: expect.stringMatching(/app-level token \(invalid_auth\).*SLACK_APP_TOKEN/),
    });
  });
});

describe('the API address', () => {
  it.each([
    'http://slack.example/api/',
    'ftp://127.0.0.1/api/',
    'slack.com/api',
    'https://user:pass@slack.com/api/',
    'https://slack.com/api/?x=1',
    'http://127.0.0.1.evil.example/',
  ])('%s is refused', (apiUrl) => {
    expect(() => create({ botToken: 'xoxb-test', signingSecret, apiUrl })).toThrow(/SLACK_API_URL must be/);
  });

  it.each([
    'https://slack.com/api/',
    'http://127.0.0.1:4000/api',
    'http://localhost:4000/api/',
    'http://[::1]:4000/api/',
  ])('%s is taken', (apiUrl) => {
    expect(() => create({ botToken: 'xoxb-test', signingSecret, apiUrl })).not.toThrow();
  });
});

describe('stopping', () => {
  it('waits for the reply under way', async () => {
    let release: (reply: Reply) => void = () => undefined;
    const pending = new Promise<Reply>((resolve) => {
      release = resolve;
    });
    let reached: () => void = () => undefined;
    const thinking = new Promise<void>((resolve) => {
      reached = resolve;
    });
    const bot = await startBot({
      command: () => {
        reached();
        return pending;
      },
    });
    const delivered = bot.deliver(mention('idp not found'));
    await thinking;

    const stopped = bot.app.stop();
    release(ordinaryReplies.help);
    await stopped;

    expect(bot.slack.of('chat.postMessage')).toHaveLength(1);
    await delivered;
  });

  it('twice, or before starting, does nothing', async () => {
    const { app } = create({ botToken: 'xoxb-test', signingSecret });

    await expect(app.stop()).resolves.toBeUndefined();
    await expect(app.stop()).resolves.toBeUndefined();
  });
});
