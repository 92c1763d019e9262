import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One call that reached the stand-in: the Web API method, or `respond` for a response URL. */
interface Call {
  readonly method: string;
  readonly args: Record<string, unknown>;
}

/** A stand-in of Slack's Web API on loopback that records calls. */
export interface WebApi {
  readonly url: string;
  readonly responseUrl: string;
  readonly calls: Call[];
  /** Calls of one method, in order. */
  of(method: string): Record<string, unknown>[];
  /** From now on this method is refused with that code. */
  refuse(method: string, error: string): void;
  /** From now on this method's successful answer also holds these fields. */
  answer(method: string, fields: Record<string, unknown>): void;
  close(): Promise<void>;
}

export async function startWebApi(): Promise<WebApi> {
  const calls: Call[] = [];
  const refused = new Map<string, string>();
  const answers = new Map<string, Record<string, unknown>>([
    ['auth.test', { user_id: 'U0BOT', bot_id: 'B0BOT', team_id: 'T1', user: 'wo-okta' }],
  ]);
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const method = path.startsWith('/api/') ? path.slice('/api/'.length) : 'respond';
    calls.push({ method, args: parse(body, request.headers['content-type'] ?? '') });
    const error = refused.get(method);
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(error === undefined ? { ok: true, ...answers.get(method) } : { ok: false, error }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: `${origin}/api/`,
    responseUrl: `${origin}/response/1`,
    calls,
    of: (method) => calls.filter((call) => call.method === method).map(({ args }) => args),
    refuse: (method, error) => refused.set(method, error),
    answer: (method, fields) => answers.set(method, fields),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The Web API takes forms whose structured fields are JSON; response URLs take JSON. */
function parse(body: string, type: string): Record<string, unknown> {
  if (type.includes('json')) return JSON.parse(body);
  const form = Object.fromEntries(new URLSearchParams(body));
  return Object.fromEntries(
    Object.entries(form).map(([name, value]) => [name, name === 'blocks' ? JSON.parse(value) : value]),
  );
}
