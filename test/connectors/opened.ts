import { afterEach, beforeEach } from 'vitest';
import type { TenantsConfig } from '../../src/connectors/config.js';
import type { Limits } from '../../src/connectors/http/surroundings.js';
import { openTenants } from '../../src/connectors/index.js';
import { fakeLog } from '../support/fake-log.js';
import { type FakeTime, fakeTime } from '../support/fake-time.js';
import { type GotRequest, type Handler, type Loopback, type Reply, startLoopback } from '../support/loopback.js';

/** A server for each test, and one system's client on it. */
export interface Opened {
  /** Answers by path; a path not named is a mistake of the test. */
  answer(routes: Readonly<Record<string, Reply | Handler>>): void;
  readonly requests: readonly GotRequest[];
  readonly url: string;
}

/** Starts and stops a server around every test of the current block. */
export function server(): Opened {
  let running: Loopback;
  beforeEach(async () => {
    running = await startLoopback();
  });
  afterEach(() => running.close());
  return {
    answer(routes) {
      running.answer((request) => {
        const route = routes[request.path] ?? { status: 418, body: { unexpected: request.path } };
        return typeof route === 'function' ? route(request) : route;
      });
    },
    get requests() {
      return running.requests;
    },
    get url() {
      return running.url;
    },
  };
}

/** A client of one system, with time that does not pass by itself. */
export function open<System extends keyof TenantsConfig>(
  system: System,
  config: TenantsConfig,
  { time = fakeTime(), limits = {} }: { time?: FakeTime; limits?: Partial<Limits> } = {},
) {
  const client = openTenants(config, { log: fakeLog(), random: () => 0.5, time, limits })[system];
  if (client === undefined) throw new Error(`${system} is not configured`);
  return client as NonNullable<ReturnType<typeof openTenants>[System]>;
}
