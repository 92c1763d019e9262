/** A channel in which the bot reads every message. */
export interface WatchedChannel {
  readonly channel: string;
  readonly by: string;
  /** ISO 8601. */
  readonly since: string;
}

/** What was understood last in one thread, so that a follow-up can refine it. */
export interface ThreadRecord {
  /** Redacted text the understanding rests on. */
  readonly text: string;
  readonly decision: 'answer' | 'ask' | 'none';
  /** Intent ids, best first. */
  readonly intents: readonly string[];
  /** ISO 8601. */
  readonly at: string;
}

/** "Solved" or "Not solved" pressed under an answer. */
export interface Feedback {
  readonly articleId: string;
  readonly articleVersion: number;
  readonly solved: boolean;
  readonly by: string;
  /** Channel and thread it was given in. */
  readonly place: string;
  readonly at: string;
}

/** A question nobody could answer, kept so that the knowledge can grow. */
export interface UnansweredQuestion {
  /** Redacted text. */
  readonly text: string;
  readonly place: string;
  readonly by: string;
  readonly at: string;
  readonly nearest: readonly string[];
  readonly handedOver: boolean;
}

/** The collections and what each holds. A new kind of record is one line here. */
export interface Collections {
  readonly 'watched-channels': WatchedChannel;
  readonly threads: ThreadRecord;
  readonly feedback: Feedback;
  readonly unanswered: UnansweredQuestion;
}
export type CollectionName = keyof Collections;

/**
 * Where the bot remembers. Every method is atomic on its own: after a resolved promise the change survives a crash;
 * after a rejected one nothing has changed. Rejects with `UserError` `store-failed` when the medium fails.
 */
export interface Store {
  /**
   * The first caller with this key gets `true`, every later one `false`, until `ttlMs` has passed (by the store's
   * clock), also across restarts and, with a shared store, across processes.
   */
  claim(key: string, ttlMs: number): Promise<boolean>;
  get<C extends CollectionName>(collection: C, key: string): Promise<Collections[C] | undefined>;
  /** Writes or replaces. With `ttlMs` the record is gone after that time. */
  put<C extends CollectionName>(
    collection: C,
    key: string,
    value: Collections[C],
    options?: { ttlMs?: number },
  ): Promise<void>;
  /** True when there was such a record. */
  delete(collection: CollectionName, key: string): Promise<boolean>;
  /** All live records, oldest written first. */
  list<C extends CollectionName>(
    collection: C,
  ): Promise<readonly { readonly key: string; readonly value: Collections[C] }[]>;
  /** Writes what is pending and gives up the lock. Calls after it reject. */
  close(): Promise<void>;
}
