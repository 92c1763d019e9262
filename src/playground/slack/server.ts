import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import type { Hono } from 'hono';
import { UserError } from '../../model/errors.js';
import { createApp } from './app.js';
import { tellApp } from './app-events.js';
import type { Clock } from './clock.js';
import type { Core } from './core.js';
import type { Transport } from './delivery.js';
import { createDriver, type Driver } from './driver.js';
import { createFiles } from './files.js';
import { createHttpDelivery, type RequestUrl } from './http-delivery.js';
import type { Seed, SlackApp, User } from './objects.js';
import { createPage } from './page.js';
import type { PageSurroundings } from './page-shapes.js';
import { createResponseUrls } from './response-urls.js';
import type { Scenarios } from './scenarios.js';
import { helpdeskWorkspace } from './seed.js';
import { createSocketMode, type DisconnectReason } from './socket-mode.js';
import type { TimeTravel } from './time-travel.js';
import { createTriggers } from './triggers.js';
import { createViews } from './views.js';
import { createWorkspace } from './workspace.js';

/** How a local Slack starts. Everything but the clock has a default. */
export interface SlackOptions {
  /** 0 takes any free port. */
  readonly port?: number;
  readonly clock: Clock;
  /** Folder with the built page; without it only the protocols are served. */
  readonly webRoot?: string;
  /** Texts worth trying, shown above an empty composer. */
  readonly suggestions?: PageSurroundings['suggestions'];
  /** Names of real systems that the app reads, for the page to say so. */
  readonly realSystems?: PageSurroundings['realSystems'];
  /** What the page's switch offers; no switch when left out. */
  readonly scenarios?: Scenarios;
  /** Moves `clock`; without it the page neither shows the time nor jumps ahead. */
  readonly timeTravel?: TimeTravel;
  /** The workspace; the helpdesk of `seed.ts` when left out. */
  readonly seed?: Seed;
  /** Replaces parts of the seed's app, e.g. its scopes or commands. */
  readonly app?: Partial<SlackApp>;
  readonly botToken?: string;
  readonly appToken?: string;
  /** Messages a second the bot may post to a channel before `ratelimited`; no limit when left out. */
  readonly messagesPerSecond?: number;
  /** Mints envelope ids, tickets and the secrets of response URLs. */
  readonly uuid?: () => string;
}

/** A running local Slack. */
export interface SlackServer {
  /** The page: `http://127.0.0.1:<port>/`. */
  readonly url: string;
  /** For the app's `slackApiUrl`. */
  readonly apiUrl: string;
  readonly botToken: string;
  readonly appToken: string;
  readonly driver: Driver;
  /** Whether an app is connected over Socket Mode, or a request URL is set. */
  botConnected(): boolean;
  /** Asks the connected apps to reconnect, as Slack does now and then. */
  disconnect(reason: DisconnectReason): void;
  /** From now on delivers signed requests to this URL instead of WebSockets. Rejects unless the app echoes the challenge. */
  useRequestUrl(target: RequestUrl): Promise<void>;
  /** Ends every connection. Resolves when the port is free. */
  close(): Promise<void>;
}

const botOf = (seed: Seed): User & { readonly botId: string } => {
  const bot = seed.users.find((user) => user.id === seed.bot);
  if (bot?.botId === undefined) throw new UserError('bad-data', `The seed has no bot user "${seed.bot}" with a botId.`);
  return { ...bot, botId: bot.botId };
};

const personOf = (seed: Seed): User => {
  const me = seed.users.find((user) => user.id === seed.me);
  if (me === undefined) throw new UserError('bad-data', `The seed has no user "${seed.me}".`);
  return me;
};

/** Ids as Slack's look: a prefix for the kind and ten characters; without prefix five, as for blocks. */
const idMint = (): ((prefix: string) => string) => {
  let last = 0;
  return (prefix) => {
    last += 1;
    const number = last.toString(36).toUpperCase();
    return prefix === '' ? number.padStart(5, 'b') : `${prefix}${number.padStart(10, '0')}`;
  };
};

const listen = (app: Hono, port: number): Promise<ReturnType<typeof createAdaptorServer>> =>
  new Promise((resolve, reject) => {
    const server = createAdaptorServer({ fetch: app.fetch });
    server.once('error', (error) => {
      const taken = 'code' in error && error.code === 'EADDRINUSE';
      reject(
        taken
          ? new UserError(
              'address-in-use',
              `Port ${port} on 127.0.0.1 is taken. Stop what uses it, or choose another port.`,
              { cause: error },
            )
          : error,
      );
    });
    server.listen(port, '127.0.0.1', () => resolve(server));
  });

/** Starts a local Slack on 127.0.0.1. Rejects with `UserError` `address-in-use` when the port is taken. */
export const startSlack = async (options: SlackOptions): Promise<SlackServer> => {
  const { clock } = options;
  const base = options.seed ?? helpdeskWorkspace;
  const seed: Seed = { ...base, app: { ...base.app, ...options.app } };
  const uuid = options.uuid ?? randomUUID;
  const id = idMint();
  const workspace = createWorkspace(seed, clock);
  const views = createViews(id);
  const bot = botOf(seed);
  const sockets = createSocketMode(clock, uuid, seed.app.id);
  let transport: Transport = sockets;
  let port = 0;
  let inFlight = 0;
  const watchers = new Set<() => void>();
  const changed = (): void => {
    for (const watcher of [...watchers]) watcher();
  };

  const core: Core = {
    seed,
    clock,
    workspace,
    views,
    bot,
    me: personOf(seed),
    triggers: createTriggers(clock, uuid),
    responseUrls: createResponseUrls({ workspace, clock, uuid, id, bot }),
    files: createFiles(clock, id),
    uploads: new Map(),
    refusals: new Map(),
    botToken: options.botToken ?? 'xoxb-playground-bot',
    appToken: options.appToken ?? 'xapp-playground-app',
    messagesPerSecond: options.messagesPerSecond,
    scenarios: options.scenarios,
    timeTravel: options.timeTravel,
    url: () => `http://127.0.0.1:${port}`,
    socketUrl: () => `ws://127.0.0.1:${port}/link/?ticket=${sockets.ticket()}&app_id=${seed.app.id}`,
    id,
    transport: () => transport,
    async deliver(request) {
      inFlight += 1;
      try {
        return await transport.send(request);
      } finally {
        inFlight -= 1;
        changed();
      }
    },
    settled: () =>
      new Promise((resolve) => {
        const look = (): void => {
          if (inFlight > 0) return;
          watchers.delete(look);
          resolve();
        };
        watchers.add(look);
        look();
      }),
    common: () => ({ token: 'playground', team_id: seed.team.id, api_app_id: seed.app.id }),
  };

  const page = createPage(core, { suggestions: options.suggestions ?? [], realSystems: options.realSystems ?? [] });
  workspace.subscribe((change) => {
    tellApp(core, change);
    changed();
  });
  views.subscribe(changed);
  sockets.onConnected((connected) => {
    page.botConnected(connected);
    changed();
  });

  const server = await listen(
    createApp(core, page, () => port, options.webRoot),
    options.port ?? 0,
  );
  port = (server.address() as AddressInfo).port;
  server.on('upgrade', (request, socket, head) => {
    socket.on('error', () => socket.destroy());
    sockets.upgrade(request, socket, head);
  });

  return {
    url: core.url(),
    apiUrl: `${core.url()}/api/`,
    botToken: core.botToken,
    appToken: core.appToken,
    driver: createDriver(core, {
      inFlight: () => inFlight,
      onChange(listener) {
        watchers.add(listener);
        return () => {
          watchers.delete(listener);
        };
      },
    }),
    botConnected: () => transport.connected(),
    disconnect: (reason) => sockets.disconnect(reason),
    async useRequestUrl(target) {
      const http = createHttpDelivery(clock, target);
      await http.verify();
      transport = http;
      page.botConnected(true);
    },
    async close() {
      page.close();
      await sockets.close();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      if ('closeAllConnections' in server) server.closeAllConnections();
      await closed;
    },
  };
};
