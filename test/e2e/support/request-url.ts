import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

export const signingSecret = '0123456789abcdef0123456789abcdef';

/** Stands between Slack and the bot's request URL and keeps what it passes on, so that it can be delivered again. */
export interface RequestUrl {
  readonly url: string;
  /** Delivers every event so far again, byte for byte, as Slack does when an acknowledgement got lost. */
  redeliver(): Promise<void>;
  /** Delivers an event that nothing in the workspace gave rise to. */
  deliver(event: Readonly<Record<string, unknown>>): Promise<void>;
  close(): Promise<void>;
}

/** Opens the way to a bot that listens on `botPort`. */
export async function openRequestUrl(botPort: number): Promise<RequestUrl> {
  const events: { readonly headers: Record<string, string>; readonly body: string }[] = [];
  let delivered = 0;
  const pass = (headers: Record<string, string>, body: string) =>
    // Without keep-alive: a bot that was restarted in between knows nothing of the old connection.
    fetch(`http://127.0.0.1:${botPort}/slack/events`, {
      method: 'POST',
      headers: { ...headers, connection: 'close' },
      body,
    });
  const server = createServer(async (request, response) => {
    const body = (await request.toArray()).join('');
    const headers = slackHeaders(request.headers);
    if (body.includes('"event_callback"')) events.push({ headers, body });
    try {
      const answer = await pass(headers, body);
      response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? 'text/plain' });
      response.end(await answer.text());
    } catch {
      // The bot is down: Slack delivers again later.
      response.writeHead(503).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`,
    async redeliver() {
      for (const { headers, body } of [...events]) {
        await pass({ ...headers, 'x-slack-retry-num': '1', 'x-slack-retry-reason': 'http_timeout' }, body);
      }
    },
    async deliver(event) {
      delivered += 1;
      const body = JSON.stringify({
        type: 'event_callback',
        event_id: `EvTEST${delivered}`,
        team_id: 'T0PLAYGRND',
        api_app_id: 'A0WOOKTA01',
        event,
      });
      await pass({ 'content-type': 'application/json', ...signed(body) }, body);
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** A port that was free a moment ago: the bot is told its port before it listens. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise<void>((resolve) => server.close(() => resolve()));
  return port;
}

function slackHeaders(headers: IncomingHttpHeaders): Record<string, string> {
  const wanted = Object.entries(headers).filter(([name]) => name === 'content-type' || name.startsWith('x-slack-'));
  return Object.fromEntries(wanted.map(([name, value]) => [name, String(value)]));
}

function signed(body: string): Record<string, string> {
  const timestamp = Math.floor(Date.now() / 1000);
  const signature = createHmac('sha256', signingSecret).update(`v0:${timestamp}:${body}`).digest('hex');
  return { 'x-slack-request-timestamp': String(timestamp), 'x-slack-signature': `v0=${signature}` };
}
