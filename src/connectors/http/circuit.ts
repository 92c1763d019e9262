import type { IBackoff, IBackoffFactory } from 'cockatiel';
import type { Product } from '../../model/system.js';
import { type HttpAnswer, TransportError } from './exchange.js';
import type { Surroundings } from './surroundings.js';

/**
 * Runs one attempt under the system's circuit breaker and in-flight limit. `atTurn` is called when the attempt would
 * start: what it throws is rejected with, and nothing is tried.
 */
export type Guard = (attempt: () => Promise<HttpAnswer>, atTurn: () => void) => Promise<HttpAnswer>;

/** Thrown by a guard instead of trying: the system failed several times in a row and is left alone for a while. */
export class CircuitOpen extends Error {
  override readonly name = 'CircuitOpen';
}

/**
 * One guard for one system. Failures are attempts with no answer and answers that say the system is down; a 500 is
 * none, since it may be one question's fault. When open, one attempt after `coolDownMs` decides whether to close again.
 */
export async function createGuard(system: Product, { time, log, limits }: Surroundings): Promise<Guard> {
  // Loaded with the first call: a bot that is not asked about tenants does not pay for it.
  const { BrokenCircuitError, ConsecutiveBreaker, bulkhead, circuitBreaker, handleWhen } = await import('cockatiel');
  const circuit = circuitBreaker(
    handleWhen((error) => error instanceof TransportError).orWhenResult((answer) =>
      isDown((answer as HttpAnswer).status),
    ),
    { breaker: new ConsecutiveBreaker(limits.failuresToOpen), halfOpenAfter: coolDown(time.now, limits.coolDownMs) },
  );
  circuit.onBreak(() => log.warn('Circuit opened', { system }));
  circuit.onReset(() => log.info('Circuit closed', { system }));
  const turns = bulkhead(limits.inFlight, Number.POSITIVE_INFINITY);
  return async (attempt, atTurn) => {
    try {
      return await turns.execute(() => {
        atTurn();
        return circuit.execute(attempt);
      });
    } catch (error) {
      throw error instanceof BrokenCircuitError ? new CircuitOpen('circuit open') : error;
    }
  };
}

/** Whether a status says that the system itself, or the way to it, is out of order. */
function isDown(status: number): boolean {
  return status === 502 || status === 503 || status === 504;
}

/** cockatiel compares durations with the machine's clock; one that ends when the given clock says so obeys that. */
function coolDown(now: () => number, ms: number): IBackoffFactory<unknown> {
  const next = (): IBackoff<unknown> => {
    const until = now() + ms;
    return {
      next,
      get duration() {
        return now() < until ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
      },
    };
  };
  return { next };
}
