import type { Worker } from 'node:worker_threads';
import { UserError } from '../model/errors.js';
import type { PictureText, ReadPicture } from '../model/picture.js';
import { checkPicture, damaged } from './header.js';

/** Calls back once after so many milliseconds, unless the returned function is called before. */
export type After = (ms: number, call: () => void) => () => void;

/** What a reader of pictures needs. */
export interface PictureReaderParts {
  /** Starts the thread of `ocr-worker.ts`, its output kept from ours. */
  readonly startWorker: () => Worker;
  readonly after: After;
}

/** Reads pictures on this machine. The engine is opened with the first of them. */
export interface PictureReader {
  readonly read: ReadPicture;
  /** Refuses what waits, ends what runs, and frees the engine. */
  close(): Promise<void>;
}

/** Bounds of the reader, in milliseconds; a whole window takes about a second, a busy machine several times that. */
export const limits = { deadlineMs: 30_000, idleMs: 120_000, waiting: 8 } as const;

/** What the thread says: once that its engine is open, then a text for each picture, none when it can't decode it. */
type Said = { readonly isOpen: true } | { readonly text: PictureText | undefined };

interface Task {
  readonly picture: Uint8Array;
  readonly resolve: (text: PictureText) => void;
  readonly reject: (error: UserError) => void;
}

/**
 * A reader with a thread of its own, opened at first use and closed when it was idle for a while (it holds some 150 MB).
 * One picture at a time, a few may wait. A picture that takes too long or breaks the engine costs the thread and
 * nothing else: the next one gets another.
 */
export function createPictureReader({ startWorker, after }: PictureReaderParts): PictureReader {
  const waiting: Task[] = [];
  let worker: Worker | undefined;
  let current: { readonly task: Task; readonly stopDeadline: () => void } | undefined;
  let stopIdle: () => void = () => undefined;
  let isClosed = false;

  /** The thread's end is not waited for: it is out of the way at once. */
  function dropWorker(): Promise<unknown> {
    const old = worker;
    worker = undefined;
    return old === undefined ? Promise.resolve() : old.terminate();
  }

  function finish(end: (task: Task) => void): void {
    const { task, stopDeadline } = current ?? {};
    current = undefined;
    stopDeadline?.();
    if (task !== undefined) end(task);
    next();
  }

  function fail(error: UserError): void {
    void dropWorker();
    finish((task) => task.reject(error));
  }

  function openWorker(): Worker {
    const opened = startWorker();
    const isCurrent = () => worker === opened;
    let isOpen = false;
    // The engine's remarks are nobody's business, and would wait in memory unread.
    opened.stdout.resume();
    opened.stderr.resume();
    opened.on('message', (said: Said) => {
      if (!isCurrent()) return;
      if ('isOpen' in said) isOpen = true;
      else finish((task) => (said.text === undefined ? task.reject(damaged()) : task.resolve(said.text)));
    });
    const ended = (cause: unknown) => {
      // What breaks the open engine is the picture; what keeps it from opening is not.
      if (isCurrent()) fail(isOpen ? damaged(cause) : notNow(cause));
    };
    opened.on('error', ended);
    opened.on('exit', (code) => ended(new Error(`The thread that reads pictures ended with ${code}.`)));
    return opened;
  }

  function next(): void {
    stopIdle();
    if (current !== undefined) return;
    const task = waiting.shift();
    if (task === undefined) {
      worker?.unref();
      if (worker !== undefined) stopIdle = after(limits.idleMs, () => void dropWorker());
      return;
    }
    const stopDeadline = after(limits.deadlineMs, () => fail(tooSlow()));
    current = { task, stopDeadline };
    try {
      worker ??= openWorker();
    } catch (cause) {
      fail(notNow(cause));
      return;
    }
    worker.ref();
    worker.postMessage(task.picture);
  }

  return {
    async read(picture) {
      checkPicture(picture);
      if (isClosed) throw notNow();
      if (waiting.length >= limits.waiting)
        throw new UserError('bad-input', 'Too many pictures are being read. Try again in a minute, or paste the text.');
      return new Promise((resolve, reject) => {
        waiting.push({ picture, resolve, reject });
        next();
      });
    },
    async close() {
      isClosed = true;
      for (const task of waiting.splice(0)) task.reject(notNow());
      const ended = dropWorker();
      finish((task) => task.reject(notNow()));
      await ended;
    },
  };
}

function tooSlow(): UserError {
  return new UserError(
    'bad-input',
    `This picture takes longer to read than ${limits.deadlineMs / 1000} seconds. Cut out the part with the error, or paste the text.`,
  );
}

function notNow(cause?: unknown): UserError {
  return new UserError('bad-input', 'Pictures can’t be read just now. Paste the text.', { cause });
}
