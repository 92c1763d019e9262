import type { Json } from './objects.js';

/** One thing Slack tells the app, before it is put on a wire. */
export interface Request {
  readonly kind: 'events_api' | 'slash_commands' | 'interactive';
  readonly payload: Json;
  /** Whether Slack reads what comes with the acknowledgement. */
  readonly acceptsResponse: boolean;
  readonly retry?: { readonly attempt: number; readonly reason: string };
}

/** How it ended. `undelivered`: nobody was connected. Reasons are the ones Slack names in retries. */
export type Outcome =
  | { readonly acknowledged: true; readonly response?: unknown }
  | { readonly acknowledged: false; readonly reason: string; readonly noRetry?: boolean };

/** A way to the app: Socket Mode, or HTTP to a request URL. */
export interface Transport {
  connected(): boolean;
  /** Resolves when the app has acknowledged, or with the reason why it did not within three seconds. Never rejects. */
  send(request: Request): Promise<Outcome>;
  close(): Promise<void>;
}

/** Time the app has to acknowledge, in milliseconds. */
export const ACK_WITHIN = 3_000;

/** Waits before the first, second and third redelivery of an event, in milliseconds. */
export const RETRY_AFTER: readonly number[] = [0, 60_000, 300_000];
