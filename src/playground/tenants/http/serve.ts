import type { AddressInfo } from 'node:net';
import { createAdaptorServer, type HttpBindings } from '@hono/node-server';
import { UserError } from '../../../model/errors.js';
import type { Product } from '../../../model/system.js';
import type { Clock } from '../../slack/clock.js';
import { type Fault, meetFault } from './faults.js';
import { misbehave } from './misbehave.js';
import type { RecordedRequest, RequestRecorder } from './requests.js';

/** What a server needs to know of its system. */
export interface ServedSystem {
  readonly system: Product;
  /** 0 takes any free port. */
  readonly port: number;
  readonly clock: Clock;
  readonly requests: RequestRecorder;
  readonly faults: () => readonly Fault[];
  /** Answers while healthy. */
  readonly fetch: (request: Request) => Response | Promise<Response>;
}

/** A running server. */
export interface Server {
  /** Without a slash at the end. */
  readonly url: string;
  /** Breaks every connection. Resolves when the port is free. */
  close(): Promise<void>;
}

const answer = async (served: ServedSystem, request: Request, env: HttpBindings): Promise<Response> => {
  const { system, clock, requests } = served;
  const { pathname, searchParams } = new URL(request.url);
  const record: RecordedRequest = {
    system,
    method: request.method,
    path: pathname,
    query: Object.fromEntries(searchParams),
    at: clock.now(),
  };
  requests.start(record);
  let status: number | undefined;
  env.outgoing.once('close', () => requests.end(record, status));
  const healthy = async (): Promise<Response> => served.fetch(request);
  const fault = meetFault(served.faults(), system, pathname);
  const response = fault === undefined ? await healthy() : await misbehave(fault, clock, env.outgoing, healthy);
  if (!env.outgoing.destroyed) {
    status = response.status;
    // The systems live in the clock's time; Node would date the answer by the machine's.
    const off = fault?.kind === 'clock-off' ? fault.ms : 0;
    env.outgoing.setHeader('Date', new Date(clock.now() + off).toUTCString());
  }
  return response;
};

/** Serves a system on 127.0.0.1. Rejects with `UserError` `address-in-use` when the port is taken. */
export const serve = (served: ServedSystem): Promise<Server> =>
  new Promise((resolve, reject) => {
    const server = createAdaptorServer({
      fetch: (request: Request, env: unknown) => answer(served, request, env as HttpBindings),
    });
    server.once('error', (error) => {
      const taken = 'code' in error && error.code === 'EADDRINUSE';
      const message = `Port ${served.port} on 127.0.0.1 is taken. Stop what uses it, or choose another port.`;
      reject(taken ? new UserError('address-in-use', message, { cause: error }) : error);
    });
    server.listen(served.port, '127.0.0.1', () =>
      resolve({
        url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
        async close() {
          const closed = new Promise<void>((done) => server.close(() => done()));
          if ('closeAllConnections' in server) server.closeAllConnections();
          await closed;
        },
      }),
    );
  });
