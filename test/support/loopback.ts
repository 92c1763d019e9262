import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as the server got it. */
export interface GotRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** What to answer; `hang` never does, `drop` closes the connection. */
export type Reply =
  | 'hang'
  | 'drop'
  | {
      readonly status?: number;
      readonly headers?: Readonly<Record<string, string | string[]>>;
      /** A string is sent as it is, anything else as JSON. */
      readonly body?: unknown;
    };

export type Handler = (request: GotRequest) => Reply | Promise<Reply>;

/** A server on loopback that answers as the test says. */
export interface Loopback {
  readonly url: string;
  readonly requests: readonly GotRequest[];
  /** What to do from now on. */
  answer(handler: Handler): void;
  close(): Promise<void>;
}

/** Starts a server on a free port. */
export async function startLoopback(first: Handler = () => ({ status: 404, body: {} })): Promise<Loopback> {
  let handler = first;
  const requests: GotRequest[] = [];
  const server = createServer((incoming, outgoing) => {
    void (async () => {
      const url = new URL(incoming.url ?? '/', 'http://127.0.0.1');
      const { method = '', headers } = incoming;
      const got = { method, path: url.pathname, query: url.searchParams, headers, body: await bodyOf(incoming) };
      requests.push(got);
      send(await handler(got), outgoing);
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    answer(next) {
      handler = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function bodyOf(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

function send(reply: Reply, outgoing: ServerResponse): void {
  if (reply === 'hang') return;
  if (reply === 'drop') {
    outgoing.destroy();
    return;
  }
  const { status = 200, headers = {}, body } = reply;
  const isText = typeof body === 'string';
  outgoing.writeHead(status, {
    ...(body === undefined ? {} : { 'content-type': isText ? 'text/html; charset=utf-8' : 'application/json' }),
    ...headers,
  });
  outgoing.end(body === undefined ? undefined : isText ? body : JSON.stringify(body));
}
