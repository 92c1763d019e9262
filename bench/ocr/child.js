/** One reader of pictures in a process of its own. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { serve } from '../lib/child.js';

const readers = {
  async ours() {
    const { openPictureReader } = await import('../../dist/picture-reader.js');
    const reader = openPictureReader();
    return async (picture) => (await reader.read(picture)).text;
  },
  /** As its README shows it, with the same language data from disk. */
  async bare() {
    const { createWorker } = await import('tesseract.js');
    const data = createRequire(import.meta.url).resolve('@tesseract.js-data/eng/4.0.0_best_int/eng.traineddata.gz');
    const worker = await createWorker('eng', 1, { langPath: dirname(data), gzip: true, cacheMethod: 'none' });
    return async (picture) => (await worker.recognize(picture)).data.text;
  },
};

let opening;

serve({
  async read({ reader, file }) {
    const picture = await readFile(file);
    const start = performance.now();
    opening ??= readers[reader]();
    const text = await (await opening)(picture);
    return { text, ms: performance.now() - start, rssMb: process.memoryUsage.rss() / 1e6 };
  },
});
