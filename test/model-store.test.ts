import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { deserialize } from 'node:v8';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type * as ModelStore from '../src/model-store.js';
import { fingerprintOf } from '../src/understanding/fingerprint.js';
import { examplesOf, type LabelledText, learn } from '../src/understanding/index.js';
import { libraryOf } from './support/small-knowledge.js';
import { temporaryFolder } from './support/temporary-folder.js';

const examples = examplesOf(libraryOf().intents.values());
const others: readonly LabelledText[] = [...examples, { text: 'one more phrasing', labels: ['help'] }];

const compiledFolder = await mkdtemp(join(tmpdir(), 'wo-okta-compiled-'));
beforeAll(async () => {
  // A worker thread runs no TypeScript.
  await build({
    entryPoints: ['src/model-store.ts', 'src/train-worker.ts'],
    outdir: compiledFolder,
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'error',
  });
  await writeFile(join(compiledFolder, 'package.json'), '{"type":"module"}');
});
afterAll(() => rm(compiledFolder, { recursive: true, force: true }));

/** The module and its worker as plain JavaScript in a folder of their own, with no shipped model beside them. */
async function compiled(): Promise<{ store: typeof ModelStore; folder: string }> {
  const folder = await temporaryFolder();
  await cp(compiledFolder, folder, { recursive: true });
  const store = (await import(pathToFileURL(join(folder, 'model-store.js')).href)) as typeof ModelStore;
  return { store, folder };
}

describe('the trained model', () => {
  let trained: ReturnType<typeof learn>;
  beforeAll(() => {
    trained = learn(examples);
  });
  const kept = (dataDir: string) => join(dataDir, 'cache', 'model.bin');

  it('is trained when there is none, the same as anywhere else, and kept', async () => {
    const { store } = await compiled();
    const dataDir = join(await temporaryFolder(), 'not', 'there', 'yet');
    expect(await store.modelFor(examples, dataDir)).toEqual(trained);
    expect(await readdir(join(dataDir, 'cache'))).toEqual(['model.bin']);
  });

  it('is the kept one at the next start', async () => {
    const { store } = await compiled();
    const dataDir = await temporaryFolder();
    const marked = { ...trained, bias: trained.bias.map((value) => value + 1) };
    await store.writeModel(kept(dataDir), fingerprintOf(examples), marked);
    expect(await store.modelFor(examples, dataDir)).toEqual(marked);
  });

  it('is the shipped one when the intents are as shipped', async () => {
    const { store, folder } = await compiled();
    const dataDir = await temporaryFolder();
    await store.writeModel(join(folder, 'model.bin'), fingerprintOf(examples), trained);
    expect(await store.modelFor(examples, dataDir)).toEqual(trained);
    expect(await readdir(dataDir)).toEqual([]);
  });

  it('is trained anew when the intents have changed', async () => {
    const { store } = await compiled();
    const dataDir = await temporaryFolder();
    await store.writeModel(kept(dataDir), fingerprintOf(others), learn(others));
    expect(await store.modelFor(examples, dataDir)).toEqual(trained);
  });

  it.each([
    ['is empty', Buffer.alloc(0)],
    ['is no model', Buffer.from('hello')],
    ['was cut off', undefined],
  ])('is trained anew, and kept again, when the kept file %s', async (_how, content) => {
    const { store } = await compiled();
    const dataDir = await temporaryFolder();
    const file = kept(dataDir);
    await store.writeModel(file, fingerprintOf(examples), trained);
    const whole = await readFile(file);
    await writeFile(file, content ?? whole.subarray(0, whole.length / 2));
    expect(await store.modelFor(examples, dataDir)).toEqual(trained);
    expect(deserialize(await readFile(file))).toEqual({ fingerprint: fingerprintOf(examples), model: trained });
  });

  it('is used all the same when it can not be kept', async () => {
    const { store } = await compiled();
    const dataDir = join(await temporaryFolder(), 'file');
    await writeFile(dataDir, 'in the way');
    expect(await store.modelFor(examples, dataDir)).toEqual(trained);
  });

  it('leaves no half of a file behind when writing fails', async () => {
    const { store } = await compiled();
    const dataDir = await temporaryFolder();
    await mkdir(kept(dataDir), { recursive: true });
    await expect(store.writeModel(kept(dataDir), 'x', trained)).rejects.toThrow();
    expect(await readdir(join(dataDir, 'cache'))).toEqual(['model.bin']);
  });

  it('has a fingerprint that changes with the examples, their labels and their order', () => {
    const [first, ...rest] = examples;
    if (first === undefined) throw new Error('There are examples.');
    const prints = [examples, others, [...rest, first], [{ ...first, labels: ['help', 'unrelated'] }, ...rest]].map(
      fingerprintOf,
    );
    expect(new Set(prints).size).toBe(4);
    expect(fingerprintOf(structuredClone(examples))).toBe(fingerprintOf(examples));
  });
});
