import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { Worker } from 'node:worker_threads';
import { fingerprintOf } from './understanding/fingerprint.js';
import type { LabelledText, Model } from './understanding/index.js';

/** The model trained from the shipped intents when the package was built. */
export const shippedModelFile = new URL('./model.bin', import.meta.url);

/**
 * The model for these examples: the shipped one when the intents are as shipped, else the one kept in `dataDir` by an
 * earlier start, else trained now in a worker thread (so that the bot goes on answering) and kept.
 */
export async function modelFor(examples: readonly LabelledText[], dataDir: string): Promise<Model> {
  const fingerprint = fingerprintOf(examples);
  const kept = join(dataDir, 'cache', 'model.bin');
  const known = (await readModel(shippedModelFile, fingerprint)) ?? (await readModel(kept, fingerprint));
  if (known !== undefined) return known;
  const model = await trainInWorker(examples);
  // The next start merely trains again when this can't be kept.
  await writeModel(kept, fingerprint, model).catch(() => undefined);
  return model;
}

/** Keeps a model in a file, written whole or not at all. */
export async function writeModel(file: string, fingerprint: string, model: Model): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const temporary = `${file}.${process.pid}.tmp`;
  try {
    await writeFile(temporary, serialize({ fingerprint, model }));
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

async function readModel(file: string | URL, fingerprint: string): Promise<Model | undefined> {
  try {
    const kept: unknown = deserialize(await readFile(file));
    return isKept(kept) && kept.fingerprint === fingerprint ? kept.model : undefined;
  } catch {
    // Absent, or written by another version: it is made anew.
    return undefined;
  }
}

function isKept(value: unknown): value is { fingerprint: string; model: Model } {
  return typeof value === 'object' && value !== null && 'fingerprint' in value && 'model' in value;
}

function trainInWorker(examples: readonly LabelledText[]): Promise<Model> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./train-worker.js', import.meta.url), { workerData: examples });
    worker.once('message', resolve);
    worker.once('error', reject);
    // After a message this rejects nothing any more; without one, nothing would ever come.
    worker.once('exit', (code) => reject(new Error(`Training ended with ${code} before it had a model.`)));
  });
}
