import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '../../model/log.js';

/** Time as the connectors use it; handed in, so that tests need none. */
export interface Time {
  /** Milliseconds since 1970. */
  now(): number;
  sleep(ms: number): Promise<void>;
  /** A signal that aborts when that much time has passed. */
  deadline(ms: number): AbortSignal;
}

/** Bounds of every call to a live system. */
export interface Limits {
  /** For one attempt, from the first byte sent to the last received. */
  readonly timeoutMs: number;
  /** Requests for one answer, the first included. */
  readonly attempts: number;
  /** How long one call may wait in all for rate limits and between attempts. */
  readonly patienceMs: number;
  /** Requests to one system at the same time; more wait their turn. */
  readonly inFlight: number;
  /** Failures in a row after which a system is left alone for `coolDownMs`. */
  readonly failuresToOpen: number;
  readonly coolDownMs: number;
  readonly maxBodyBytes: number;
}

/** For people who wait for an answer in Slack: seconds, not minutes. */
export const defaultLimits: Limits = {
  timeoutMs: 8_000,
  attempts: 3,
  patienceMs: 4_000,
  inFlight: 8,
  failuresToOpen: 6,
  coolDownMs: 15_000,
  maxBodyBytes: 16 * 1024 * 1024,
};

/** How the connectors reach the world beyond the systems themselves. */
export interface Surroundings {
  readonly time: Time;
  /** From 0 to below 1. */
  readonly random: () => number;
  readonly log: Log;
  readonly limits: Limits;
}

/** The real time. */
export const realTime: Time = {
  now: Date.now,
  sleep: (ms) => sleep(ms),
  deadline: (ms) => AbortSignal.timeout(ms),
};
