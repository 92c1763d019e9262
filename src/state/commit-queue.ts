import type { Low } from 'lowdb';
import { UserError } from '../model/errors.js';
import type { Log } from '../model/log.js';
import type { CollectionName } from './collections.js';
import { Draft } from './draft.js';
import type { FolderLock } from './folder-lock.js';
import type { State } from './state-file.js';
import { storeFailed } from './store-error.js';

interface Change {
  /** Makes the change and gives back what to do once it is on disk. */
  readonly apply: (draft: Draft) => () => void;
  readonly reject: (error: UserError) => void;
}

interface Options {
  readonly db: Low<State>;
  readonly lock: FolderLock;
  readonly folder: string;
  readonly clock: () => number;
  readonly log: Log;
}

/**
 * Group commit: changes asked for while the file is being written go into the next write together, in order, and
 * resolve or fail with it. What can be read is always what is on disk, so a failed write has changed nothing.
 */
export class CommitQueue {
  readonly #options: Options;
  #committed: State;
  #waiting: Change[] = [];
  #running: Promise<void> | undefined;
  #closing: Promise<void> | undefined;
  readonly #warned = new Set<CollectionName>();

  constructor(options: Options) {
    this.#options = options;
    this.#committed = options.db.data;
  }

  /** The state as it is on disk. Throws when closed. */
  committed(): State {
    if (this.#closing !== undefined) throw closed();
    return this.#committed;
  }

  /** Resolves with what `change` returned, once its effect is on disk. */
  submit<Result>(change: (draft: Draft) => Result): Promise<Result> {
    if (this.#closing !== undefined) return Promise.reject(closed());
    return new Promise<Result>((resolve, reject) => {
      this.#waiting.push({
        apply(draft) {
          const result = change(draft);
          return () => resolve(result);
        },
        reject,
      });
      this.#running ??= this.#run();
    });
  }

  /** Writes what waits, then gives up the lock. */
  close(): Promise<void> {
    this.#closing ??= Promise.resolve(this.#running)
      .then(() => this.#options.lock.release())
      .catch((error: unknown) => {
        throw storeFailed(this.#options.folder, error);
      });
    return this.#closing;
  }

  async #run(): Promise<void> {
    // One turn later, so that everything asked for in this one is in the first write.
    await Promise.resolve();
    while (this.#waiting.length > 0) {
      const changes = this.#waiting;
      this.#waiting = [];
      try {
        const done = await this.#commit(changes);
        for (const resolve of done) resolve();
      } catch (error) {
        const failure = error instanceof UserError ? error : storeFailed(this.#options.folder, error);
        for (const { reject } of changes) reject(failure);
      }
    }
    this.#running = undefined;
  }

  async #commit(changes: readonly Change[]): Promise<readonly (() => void)[]> {
    const { db, lock, clock } = this.#options;
    const draft = new Draft(this.#committed, clock());
    const done = changes.map(({ apply }) => apply(draft));
    if (!draft.changed) return done;
    const { state, overfull } = draft.finish();
    await lock.assertHeld();
    db.data = state;
    await db.write();
    this.#committed = state;
    this.#warnOverfull(overfull);
    return done;
  }

  #warnOverfull(overfull: readonly CollectionName[]): void {
    for (const collection of overfull.filter((name) => !this.#warned.has(name))) {
      this.#warned.add(collection);
      this.#options.log.warn('Collection full: its oldest records make room for new ones', { collection });
    }
  }
}

function closed(): UserError {
  return new UserError('store-failed', 'The bot is stopping, so this was not saved. Try again when it runs again.');
}
