import { Worker } from 'node:worker_threads';
import { createPictureReader, type PictureReader } from './ocr/index.js';

/** A reader of pictures with a thread of its own; nothing is loaded before the first picture. Close it when done. */
export function openPictureReader(): PictureReader {
  return createPictureReader({
    startWorker: () => new Worker(new URL('./ocr-worker.js', import.meta.url), { stdout: true, stderr: true, env: {} }),
    after(ms, call) {
      const timer = setTimeout(call, ms).unref();
      return () => clearTimeout(timer);
    },
  });
}
