import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { App } from '@slack/bolt';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import WebSocket from 'ws';
import { type SlackServer, startSlack } from '../../src/playground/slack/index.js';
import { httpModeApp } from './bolt-app.js';
import { createManualClock, type ManualClock } from './manual-clock.js';

interface Envelope {
  readonly type: string;
  readonly envelope_id: string;
  readonly retry_attempt?: number;
  readonly retry_reason?: string;
  readonly reason?: string;
  readonly payload: {
    readonly response_url: string;
    readonly trigger_id: string;
    readonly event_id: string;
    readonly event: { readonly type: string; readonly text?: string };
  };
}

/** The least a Socket Mode client can be: it hears envelopes one by one and acknowledges only when told to. */
const connect = async (slack: SlackServer) => {
  const opened = await fetch(`${slack.apiUrl}apps.connections.open`, {
    method: 'POST',
    headers: { authorization: `Bearer ${slack.appToken}` },
  });
  const { url } = (await opened.json()) as { url: string };
  const socket = new WebSocket(url);
  const heard: Envelope[] = [];
  const waiting: ((envelope: Envelope) => void)[] = [];
  socket.on('message', (data) => {
    const envelope = JSON.parse(data.toString()) as Envelope;
    const next = waiting.shift();
    if (next === undefined) heard.push(envelope);
    else next(envelope);
  });
  const next = (): Promise<Envelope> => {
    const first = heard.shift();
    return first === undefined ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve(first);
  };
  const ack = (envelope: Envelope, payload?: unknown): void => {
    socket.send(JSON.stringify({ envelope_id: envelope.envelope_id, ...(payload === undefined ? {} : { payload }) }));
  };
  return { url, socket, next, ack };
};

describe('delivery over Socket Mode', () => {
  let slack: SlackServer;
  let clock: ManualClock;

  beforeEach(async () => {
    clock = createManualClock();
    slack = await startSlack({ clock });
  });

  afterEach(() => slack.close());

  it('greets a client and knows that it is there', async () => {
    expect(slack.botConnected()).toBe(false);
    const { next, socket } = await connect(slack);
    expect(await next()).toMatchObject({
      type: 'hello',
      num_connections: 1,
      connection_info: { app_id: 'A0WOOKTA01' },
    });
    expect(slack.botConnected()).toBe(true);
    socket.close();
    await slack.driver.waitFor(() => (slack.botConnected() ? undefined : true), { for: 'the client to be gone' });
  });

  it('lets nobody in without a fresh ticket', async () => {
    const { url, next } = await connect(slack);
    await next();
    const refusal = (address: string) =>
      new Promise((resolve) => {
        const socket = new WebSocket(address);
        socket.on('unexpected-response', (_request, response) => resolve(response.statusCode));
        socket.on('error', () => undefined);
        socket.on('open', () => resolve('open'));
      });
    expect(await refusal(url)).toBe(401);
    expect(await refusal(url.replace(/ticket=[^&]*/, 'ticket=guess'))).toBe(401);
  });

  it('sends an event again, with the same event id, until it is acknowledged', async () => {
    const client = await connect(slack);
    await client.next();
    slack.driver.say({ channel: 'helpdesk', text: 'no answer' });
    const first = await client.next();
    expect(first).toMatchObject({ type: 'events_api', retry_attempt: 0, retry_reason: '' });
    clock.advance(3_000);
    const second = await client.next();
    expect(second).toMatchObject({ retry_attempt: 1, retry_reason: 'timeout' });
    expect(second.payload.event_id).toBe(first.payload.event_id);
    expect(second.envelope_id).not.toBe(first.envelope_id);
    clock.advance(3_000);
    await slack.driver.delivered();
    clock.advance(60_000);
    const third = await client.next();
    expect(third).toMatchObject({ retry_attempt: 2 });
    client.ack(third);
    await slack.driver.delivered();
    clock.advance(600_000);
    slack.driver.say({ channel: 'helpdesk', text: 'next' });
    expect((await client.next()).payload.event.text).toBe('next');
  });

  it('keeps an event while nobody is connected and delivers it later', async () => {
    slack.driver.say({ channel: 'helpdesk', text: 'early' });
    await slack.driver.delivered();
    const client = await connect(slack);
    await client.next();
    clock.advance(60_000);
    expect(await client.next()).toMatchObject({ retry_attempt: 2, payload: { event: { text: 'early' } } });
  });

  it('tells the person when a slash command was not acknowledged in three seconds', async () => {
    const { driver } = slack;
    await driver.command({ channel: 'helpdesk', line: '/wo-okta help' });
    const client = await connect(slack);
    await client.next();
    const running = driver.command({ channel: 'helpdesk', line: '/wo-okta help' });
    await client.next();
    clock.advance(3_000);
    await running;
    expect(driver.ephemerals().map(({ text }) => text)).toEqual([
      '/wo-okta failed with the error "dispatch_failed"',
      '/wo-okta failed with the error "operation_timeout"',
    ]);
  });

  it('asks its clients to reconnect', async () => {
    const client = await connect(slack);
    await client.next();
    slack.disconnect('refresh_requested');
    expect(await client.next()).toMatchObject({ type: 'disconnect', reason: 'refresh_requested' });
  });

  it('pings its clients', async () => {
    const client = await connect(slack);
    await client.next();
    const pinged = new Promise((resolve) => client.socket.once('ping', resolve));
    clock.advance(10_000);
    await pinged;
  });

  it('takes turns between two connections', async () => {
    const one = await connect(slack);
    await one.next();
    const two = await connect(slack);
    expect(await two.next()).toMatchObject({ type: 'hello', num_connections: 2 });
    slack.driver.say({ channel: 'helpdesk', text: 'a' });
    slack.driver.say({ channel: 'helpdesk', text: 'b' });
    const texts = [await one.next(), await two.next()].map((envelope) => envelope.payload.event.text);
    expect(texts.sort()).toEqual(['a', 'b']);
  });
});

describe('what comes with an interaction and runs out', () => {
  let slack: SlackServer;
  let clock: ManualClock;
  let command: Envelope['payload'];

  beforeEach(async () => {
    clock = createManualClock();
    slack = await startSlack({ clock });
    const client = await connect(slack);
    await client.next();
    const running = slack.driver.command({ channel: 'helpdesk', line: '/wo-okta help' });
    const envelope = await client.next();
    client.ack(envelope, {});
    await running;
    command = envelope.payload;
  });

  afterEach(() => slack.close());

  const respond = async (body: object) => {
    const answer = await fetch(command.response_url, { method: 'POST', body: JSON.stringify(body) });
    return [answer.status, ((await answer.json()) as { error?: string }).error];
  };
  const open = async () => {
    const view = { type: 'modal', title: { type: 'plain_text', text: 'T' }, blocks: [] };
    const answer = await fetch(`${slack.apiUrl}views.open`, {
      method: 'POST',
      headers: { authorization: `Bearer ${slack.botToken}` },
      body: new URLSearchParams({ trigger_id: command.trigger_id, view: JSON.stringify(view) }),
    });
    return ((await answer.json()) as { error?: string }).error;
  };

  it('a response_url works five times', async () => {
    for (let use = 1; use <= 5; use += 1) expect(await respond({ text: `answer ${use}` })).toEqual([200, undefined]);
    expect(await respond({ text: 'answer 6' })).toEqual([404, 'used_url']);
    expect(slack.driver.ephemerals()).toHaveLength(5);
  });

  it('a response_url works for thirty minutes', async () => {
    clock.advance(30 * 60_000 - 1);
    expect(await respond({ text: 'late' })).toEqual([200, undefined]);
    clock.advance(1);
    expect(await respond({ text: 'too late' })).toEqual([404, 'expired_url']);
  });

  it('a response_url takes only what Slack can show', async () => {
    expect(await respond({ blocks: [{ type: 'nonsense' }] })).toEqual([400, 'invalid_blocks']);
    expect(await respond({})).toEqual([400, 'no_text']);
  });

  it('a trigger opens one view', async () => {
    expect(await open()).toBeUndefined();
    expect(await open()).toBe('exchanged_trigger_id');
  });

  it('a trigger is good for three seconds', async () => {
    clock.advance(3_000);
    expect(await open()).toBe('expired_trigger_id');
  });
});

describe('delivery over HTTP', () => {
  const secret = 'playground-signing-secret';
  let slack: SlackServer;
  let app: App;
  let requestUrl: string;
  // The app checks the age of signatures by its own clock, so this one starts now.
  let clock: ManualClock;

  beforeEach(async () => {
    clock = createManualClock(Date.now());
    slack = await startSlack({ clock });
    app = httpModeApp(slack, secret);
    const server = await app.start({ port: 0, host: '127.0.0.1' });
    requestUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`;
  });

  afterEach(async () => {
    await app.stop();
    await slack.close();
  });

  it('delivers signed events, commands and interactions', async () => {
    app.event('app_mention', async ({ event, say }) => {
      await say({ thread_ts: event.ts, text: 'heard' });
    });
    app.command('/wo-okta', async ({ ack, command }) => {
      await ack(`Looking for ${command.text}`);
    });
    await slack.useRequestUrl({ requestUrl, signingSecret: secret });
    const { driver } = slack;
    const asked = driver.say({ channel: 'helpdesk', text: '@wo-okta hello' });
    await driver.waitFor(() => driver.messages('helpdesk', asked.ts)[1], { for: 'a reply' });
    await driver.command({ channel: 'helpdesk', line: '/wo-okta fix & <x>' });
    expect(driver.ephemerals().map(({ text }) => text)).toEqual(['Looking for fix &amp; &lt;x&gt;']);
  });

  it('sends an event again when the app fails, and says so in the headers', async () => {
    const retries: (string | undefined)[][] = [];
    const flaky = createServer((request, response) => {
      const { 'x-slack-retry-num': retry, 'x-slack-retry-reason': reason } = request.headers;
      let body = '';
      request.on('data', (part) => {
        body += part;
      });
      request.on('end', () => {
        const { challenge } = JSON.parse(body) as { challenge?: string };
        if (challenge !== undefined) {
          response.end(challenge);
          return;
        }
        retries.push([String(retry), String(reason)]);
        response.writeHead(retries.length < 2 ? 500 : 200).end();
      });
    });
    await new Promise<void>((resolve) => flaky.listen(0, '127.0.0.1', resolve));
    const { port } = flaky.address() as AddressInfo;
    await slack.useRequestUrl({ requestUrl: `http://127.0.0.1:${port}/`, signingSecret: secret });
    slack.driver.say({ channel: 'helpdesk', text: 'again' });
    await slack.driver.waitFor(() => (retries.length === 2 ? true : undefined), { for: 'a second delivery' });
    await new Promise((resolve) => flaky.close(resolve));
    expect(retries).toEqual([
      ['undefined', 'undefined'],
      ['1', 'http_error'],
    ]);
  });

  it('is turned away with a wrong signing secret', async () => {
    await expect(slack.useRequestUrl({ requestUrl, signingSecret: 'another' })).rejects.toThrow(
      'did not echo the challenge',
    );
  });
});
