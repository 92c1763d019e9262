import type { Product } from '../../model/system.js';
import type { Clock } from '../slack/clock.js';
import { createAccessApp } from './access/app.js';
import { buildWorld } from './build-world.js';
import type { Fault } from './http/faults.js';
import { createRequestRecorder, type RequestLog } from './http/requests.js';
import { type Server, serve } from './http/serve.js';
import { privateKeyPem } from './key.js';
import { createOktaApp } from './okta/app.js';
import { type ScenarioId, scenarios } from './scenarios/index.js';
import type { Change, Scenario } from './scenarios/scenario.js';
import { createUemApp } from './uem/app.js';
import type { Urls, World } from './world.js';

/** How the simulated tenants start. */
export interface TenantsOptions {
  /** The id of one of `scenarios`, or one of your own. */
  readonly scenario: ScenarioId | Scenario;
  /** What dates, token lifetimes, rate limits and slowness go by. */
  readonly clock: Clock;
  /** Okta's port; Access and UEM take the next two. 0 (as when left out) takes any three that are free. */
  readonly port?: number;
  /** What every scenario is changed by as well, e.g. a fault or other rate limits. */
  readonly changes?: readonly Change[];
}

/** Three running tenants and what a client needs to sign in to each. */
export interface Tenants {
  readonly okta: {
    readonly url: string;
    readonly token: string;
    readonly clientId: string;
    readonly keyId: string;
    /** PEM (PKCS #8). Public: it protects nothing. */
    readonly privateKey: string;
  };
  readonly access: { readonly url: string; readonly clientId: string; readonly clientSecret: string };
  readonly uem: {
    readonly url: string;
    readonly userName: string;
    readonly password: string;
    readonly tenantCode: string;
    readonly tokenUrl: string;
    readonly clientId: string;
    readonly clientSecret: string;
  };
  readonly scenarios: readonly Scenario[];
  /** The scenario they are in. */
  current(): Scenario;
  /** Starts the scenario afresh, dated from now. Every token issued so far is void. Throws for an unknown id. */
  setScenario(scenario: string | Scenario): void;
  /**
   * Changes the running scenario, e.g. adds an event. The world's `now` is the present then: an event of five minutes ago
   * is one that arrives only now.
   */
  change(change: Change): void;
  /** Adds a fault before all others; the returned function takes it back. */
  addFault(fault: Fault): () => void;
  /** Voids every access token, as when a client's secret is regenerated. */
  revokeTokens(): void;
  readonly requests: RequestLog;
  /** Breaks all connections. Resolves when the ports are free. */
  close(): Promise<void>;
}

const scenarioOf = (scenario: string | Scenario): Scenario => {
  if (typeof scenario !== 'string') return scenario;
  const found = scenarios.find(({ id }) => id === scenario);
  if (found === undefined) throw new RangeError(`There is no scenario "${scenario}".`);
  return found;
};

/** Events that say nothing about it arrive when they happen, but not before `earliest`. */
const arrive = ({ logs, arrivals }: World['okta'], earliest: number): void => {
  for (const { uuid, published } of logs) {
    if (!arrivals.has(uuid)) arrivals.set(uuid, Math.max(earliest, Date.parse(published)));
  }
};

type Fetch = (request: Request) => Response | Promise<Response>;

/** Starts the three tenants on 127.0.0.1. Rejects with `UserError` `address-in-use` when a port is taken. */
export const startTenants = async (options: TenantsOptions): Promise<Tenants> => {
  const { clock } = options;
  const requests = createRequestRecorder();
  const servers: Partial<Record<Product, Server>> = {};
  const url = (system: Product): string => servers[system]?.url ?? '';
  const urls = (): Urls => ({ okta: url('okta'), access: url('access'), uem: url('uem') });
  let issued = 0;
  const mint = (): string => {
    issued += 1;
    return String(issued);
  };

  let world: World | undefined;
  let serial = 0;
  let apps: Partial<Record<Product, Fetch>> = {};
  const now = (): World => {
    if (world === undefined) throw new RangeError('The tenants are still starting.');
    return world;
  };
  /** New apps know none of the tokens issued before. */
  const startApps = (): void => {
    const okta = createOktaApp({
      okta: () => now().okta,
      world: () => ({ serial, began: now().now }),
      origin: () => url('okta'),
      clock,
      open: () => requests.open('okta'),
      mint,
    });
    const access = createAccessApp(
      () => now().access,
      () => url('access'),
      clock.now,
      mint,
    );
    const uem = createUemApp(() => now().uem, clock.now, mint);
    apps = { okta: okta.fetch, access: access.fetch, uem: uem.fetch };
  };

  let current = scenarioOf(options.scenario);
  const setScenario = (scenario: string | Scenario): void => {
    const next = scenarioOf(scenario);
    const built = buildWorld(next, urls(), clock.now());
    for (const change of options.changes ?? []) change(built);
    arrive(built.okta, 0);
    current = next;
    world = built;
    serial += 1;
    startApps();
  };
  const close = async (): Promise<void> => {
    await Promise.all(Object.values(servers).map((server) => server.close()));
  };

  const systems = ['okta', 'access', 'uem'] as const;
  try {
    for (const [place, system] of systems.entries()) {
      servers[system] = await serve({
        system,
        port: options.port === undefined || options.port === 0 ? 0 : options.port + place,
        clock,
        requests,
        faults: () => world?.faults ?? [],
        fetch: (request) => apps[system]?.(request) ?? new Response('starting', { status: 503 }),
      });
    }
    setScenario(current);
  } catch (error) {
    await close();
    throw error;
  }

  const { okta, access, uem } = now();
  return {
    okta: {
      url: url('okta'),
      token: okta.credentials.token,
      clientId: okta.credentials.clientId,
      keyId: okta.credentials.keyId,
      privateKey: privateKeyPem(),
    },
    access: { url: url('access'), clientId: access.client.id, clientSecret: access.client.secret },
    uem: {
      url: url('uem'),
      userName: uem.credentials.userName,
      password: uem.credentials.password,
      tenantCode: uem.credentials.tenantCode,
      tokenUrl: `${url('uem')}/connect/token`,
      clientId: uem.credentials.clientId,
      clientSecret: uem.credentials.clientSecret,
    },
    scenarios,
    current: () => current,
    setScenario,
    change(change) {
      const present = { ...now(), now: clock.now() };
      change(present);
      arrive(present.okta, present.now);
    },
    addFault(fault) {
      const { faults } = now();
      faults.unshift(fault);
      return () => {
        const place = faults.indexOf(fault);
        if (place >= 0) faults.splice(place, 1);
      };
    },
    revokeTokens: startApps,
    requests,
    close,
  };
};
