import type { Clock } from './clock.js';
import type { Outcome, Request, Transport } from './delivery.js';
import type { Home } from './file-shape.js';
import type { Files } from './files.js';
import type { Json, Seed, User } from './objects.js';
import type { ResponseUrls } from './response-urls.js';
import type { Scenarios } from './scenarios.js';
import type { TimeTravel } from './time-travel.js';
import type { Triggers } from './triggers.js';
import type { Views } from './views.js';
import type { Workspace } from './workspace.js';

/** A refusal the next call of a method gets, ordered by a test. */
export interface OrderedRefusal {
  readonly error: string;
  /** Seconds, for `ratelimited`. */
  readonly retryAfter?: number;
}

/** What every part of the stand-in shares. */
export interface Core {
  readonly seed: Seed;
  readonly clock: Clock;
  readonly workspace: Workspace;
  readonly views: Views;
  readonly triggers: Triggers;
  readonly responseUrls: ResponseUrls;
  readonly files: Files;
  /** Files that the app announced, by the id they will have. */
  readonly uploads: Map<string, { readonly name: string; readonly length: number; bytes?: Uint8Array }>;
  readonly botToken: string;
  readonly appToken: string;
  /** The app's bot user; its `botId` is set. */
  readonly bot: User & { readonly botId: string };
  readonly me: User;
  /** Messages a second the bot may post to one channel; absent: no limit. */
  readonly messagesPerSecond: number | undefined;
  /** Absent when nothing behind the app is simulated. */
  readonly scenarios: Scenarios | undefined;
  /** Absent when the clock can't be moved. */
  readonly timeTravel: TimeTravel | undefined;
  readonly refusals: Map<string, OrderedRefusal[]>;
  /** `http://127.0.0.1:<port>`, known once the server listens. */
  url(): string;
  /** A new WebSocket address for one Socket Mode connection. */
  socketUrl(): string;
  /** A fresh id with Slack's prefix for its kind, e.g. `V`. */
  id(prefix: string): string;
  transport(): Transport;
  /** Sends to the app and counts it as in flight until it ends. */
  deliver(request: Request): Promise<Outcome>;
  /** Resolves once nothing is on its way to the app. */
  settled(): Promise<void>;
  /** Envelope fields that every payload to the app carries. */
  common(): Json;
}

/** What the shapes of messages and files lead to. */
export const homeOf = (core: Core): Home => ({ team: core.seed.team, filesUrl: `${core.url()}/files-pri` });
