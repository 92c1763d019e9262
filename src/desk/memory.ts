import { UserError } from '../model/errors.js';
import type { Log } from '../model/log.js';
import type { ThreadRecord } from '../state/collections.js';
import type { Store } from '../state/store.js';
import { keyOf, type Place } from './question.js';

/** Slack gives up redelivering an event long before. */
const eventMemory = 10 * 60_000;
/** A thread is not refined after a month: the tenant has changed since. */
const threadMemory = 30 * 24 * 3_600_000;
/** Keys remembered without the store, at most: the busiest ten minutes of a workspace are a few hundred. */
const mostFallbackKeys = 2_000;

/**
 * What the desk remembers between questions. A full disk must not silence the bot: when the store fails, these answer
 * as if nothing was remembered and the log says so. Other errors are passed on, `store-busy` above all: then another
 * process answers.
 */
export interface Memory {
  /** True for the first caller with this key; when the store fails, for the first in this process. */
  claimEvent(key: string): Promise<boolean>;
  claimHandOver(recordId: string): Promise<boolean>;
  thread(place: Place): Promise<ThreadRecord | undefined>;
  rememberThread(place: Place, record: ThreadRecord): Promise<void>;
  /** What `work` gives; `otherwise` when the store fails. */
  forgiving<Result>(work: (store: Store) => Promise<Result>, otherwise: Result): Promise<Result>;
}

/** Makes the memory over a store. */
export function createMemory(store: Store, log: Log): Memory {
  const claimedHere = new Set<string>();

  async function forgiving<Result>(work: (store: Store) => Promise<Result>, otherwise: Result): Promise<Result> {
    try {
      return await work(store);
    } catch (error) {
      if (!(error instanceof UserError) || error.code !== 'store-failed') throw error;
      log.error('The store failed; answered without remembering', { error });
      return otherwise;
    }
  }

  async function claim(key: string, ttlMs: number): Promise<boolean> {
    // Asked before the store is waited for: a post and its mention arrive at the same moment.
    const isFirstHere = !claimedHere.has(key);
    claimedHere.add(key);
    for (const oldest of claimedHere) {
      if (claimedHere.size <= mostFallbackKeys) break;
      claimedHere.delete(oldest);
    }
    return forgiving(async () => {
      const isFirst = await store.claim(key, ttlMs);
      // The store knows it from now on, with its end.
      claimedHere.delete(key);
      return isFirst && isFirstHere;
    }, isFirstHere);
  }

  return {
    claimEvent: (key) => claim(`event:${key}`, eventMemory),
    claimHandOver: (recordId) => claim(`hand-over:${recordId}`, threadMemory),
    thread: (place) => forgiving(() => store.get('threads', keyOf(place)), undefined),
    rememberThread: (place, record) =>
      forgiving(() => store.put('threads', keyOf(place), record, { ttlMs: threadMemory }), undefined),
    forgiving,
  };
}
