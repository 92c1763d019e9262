/**
 * The reader with its real thread, compiled as the build does it: real pictures, and pictures made to do harm. What
 * depends on time or on a thread that misbehaves is tried with threads that do nothing else.
 */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { deflateSync } from 'node:zlib';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { UserError } from '../../src/model/errors.js';
import { createPictureReader, type PictureReader } from '../../src/ocr/index.js';
import { limits } from '../../src/ocr/reader.js';
import type * as Opened from '../../src/picture-reader.js';
import { chunk, plainPng, png, pngHead, withExif } from './made-pictures.js';

const small = plainPng(40, 40);
const fixture = (name: string) => readFile(join('test/ocr/pictures', name));

async function refusalOf(read: Promise<unknown>): Promise<string> {
  const error: unknown = await read.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof UserError) return error.message;
  // From the compiled program it is another class of the same name.
  if (error instanceof Error && error.name === 'UserError') return error.message;
  throw new Error('It was not refused.', { cause: error });
}

describe('reading pictures', () => {
  let folder: string;
  let reader: PictureReader;
  beforeAll(async () => {
    // Below node_modules, where the packages of the program are found; a thread runs no TypeScript.
    await mkdir('node_modules/.cache', { recursive: true });
    folder = await mkdtemp('node_modules/.cache/wo-okta-ocr-');
    await build({
      entryPoints: ['src/picture-reader.ts', 'src/ocr-worker.ts'],
      outdir: folder,
      bundle: true,
      platform: 'node',
      format: 'esm',
      packages: 'external',
      logLevel: 'error',
    });
    await writeFile(join(folder, 'package.json'), '{"type":"module"}');
    const opened = (await import(pathToFileURL(join(folder, 'picture-reader.js')).href)) as typeof Opened;
    reader = opened.openPictureReader();
  });
  afterAll(async () => {
    await reader.close();
    await rm(folder, { recursive: true, force: true });
  });

  it.each([
    ['dark.png', /GENERAL_NONSUCCESS/, /luis\.ferrer@northwind\.example/],
    ['dialog.jpg', /User domain name specified for the user resource\s+doesn.t\s+belong to the directory/, /Cancel/],
    ['phone.png', /Federation Artifact\s+not found/, /Sign-in failed/],
  ])('gives the text in %s, light or dark, small or fine', async (name, error, beside) => {
    const { text, confidence } = await reader.read(await fixture(name));
    expect(text).toMatch(error);
    expect(text).toMatch(beside);
    expect(confidence).toBeGreaterThan(0.6);
    expect(confidence).toBeLessThanOrEqual(1);
  });

  it.each([
    ['one', true],
    ['the other', false],
  ])('turns a photograph upright that says how the phone was held, in %s order of bytes', async (_, isLittle) => {
    const sideways = await fixture('sideways.jpg');
    const { text } = await reader.read(withExif(sideways, { orientation: 6, isLittle }));

    expect(text).toMatch(/belong to the directory/);
    // As it lies nobody can read it.
    expect((await reader.read(sideways)).text).not.toMatch(/belong to the directory/);
  });

  it.each([
    ['nothing that is a direction', { orientation: 99 }],
    ['nothing readable', { mark: 'Exiv' }],
  ])('reads a photograph as it lies that says %s', async (_, exif) => {
    const { text } = await reader.read(withExif(await fixture('dialog.jpg'), exif));
    expect(text).toMatch(/belong to the directory/);
  });

  it('gives no text where there is none', async () => {
    expect(await reader.read(small)).toEqual({ text: '', confidence: 0 });
  });

  const packed = (bytes: number) => deflateSync(Buffer.alloc(bytes));
  const named = (bytes: number) => Buffer.concat([Buffer.from('a\0\0'), packed(bytes)]);
  const pixels = chunk('IDAT', packed(40 * 41));

  it.each([
    ['pixels without end', png(pngHead(40, 40), chunk('IDAT', packed(60_000_000)))],
    ['a comment that unpacks without end', png(pngHead(40, 40), chunk('zTXt', named(100_000_000)), pixels)],
    ['a colour profile that unpacks without end', png(pngHead(40, 40), chunk('iCCP', named(100_000_000)), pixels)],
  ])('is not harmed by %s', async (_, bomb) => {
    const before = process.memoryUsage().rss;
    // Whether something can still be made of it is the decoder's business.
    await reader.read(bomb).catch((error: Error) => expect(error.message).toMatch(/damaged/));
    expect(process.memoryUsage().rss - before).toBeLessThan(90_000_000);
  });

  it('refuses what is damaged, and reads on', async () => {
    const jpeg = await fixture('dialog.jpg');
    const scratched = Buffer.from(await fixture('dark.png'));
    for (let at = 300; at < scratched.length; at += 400) scratched[at] = (scratched[at] ?? 0) ^ 0x55;
    const broken = [
      png(pngHead(4_000, 4_000)),
      png(pngHead(4_000, 4_000), chunk('IDAT', packed(4_001 * 10))),
      png(pngHead(100, 100), chunk('IDAT', Buffer.from('no packed pixels'))),
      jpeg.subarray(0, jpeg.length / 2),
      jpeg.subarray(0, 700),
      scratched,
    ];
    for (const picture of broken) expect(await refusalOf(reader.read(picture))).toMatch(/damaged or not complete/);
    expect(await reader.read(small)).toEqual({ text: '', confidence: 0 });
  });
});

/** A reader over threads that run this code for each picture, and the callbacks that wait for time to pass. */
function readerOver(...scripts: readonly string[]) {
  const timers = new Map<number, { ms: number; call: () => void }>();
  const started: Worker[] = [];
  const reader = createPictureReader({
    startWorker() {
      const script = scripts[Math.min(started.length, scripts.length - 1)] ?? '';
      const worker = new Worker(`const { parentPort } = require('node:worker_threads');${script}`, {
        eval: true,
        stdout: true,
        stderr: true,
      });
      started.push(worker);
      return worker;
    },
    after(ms, call) {
      const id = timers.size + 1;
      timers.set(id, { ms, call });
      return () => timers.delete(id);
    },
  });
  onTestFinished(() => reader.close());
  const pass = (ms: number) => {
    const due = [...timers].filter(([, timer]) => timer.ms === ms);
    for (const [id, { call }] of due) {
      timers.delete(id);
      call();
    }
    return due.length;
  };
  return { read: reader.read, close: reader.close, pass, started };
}

const open = 'parentPort.postMessage({ isOpen: true });';
const answers = `${open}let n = 0; parentPort.on('message', () => parentPort.postMessage({ text: { text: String(++n), confidence: 1 } }));`;
const hangs = `${open}parentPort.on('message', () => { for (;;); });`;

describe('the reader’s thread', () => {
  it('is opened with the first picture and used again', async () => {
    const { read, started } = readerOver(answers);
    expect(started.length).toBe(0);
    expect([(await read(small)).text, (await read(small)).text]).toEqual(['1', '2']);
    expect(started.length).toBe(1);
  });

  it('is not opened for what is refused by its header', async () => {
    const { read, started } = readerOver(answers);
    expect(await refusalOf(read(Buffer.from('GIF89a, no doubt')))).toMatch(/GIF/);
    expect(started.length).toBe(0);
  });

  it('is ended when a picture takes too long, and the next one gets another', async () => {
    const { read, pass, started } = readerOver(hangs, answers);
    const slow = refusalOf(read(small));
    const next = read(small);
    expect(pass(limits.deadlineMs)).toBe(1);
    expect(await slow).toMatch(/longer to read than 30 seconds/);
    expect((await next).text).toBe('1');
    expect(started.length).toBe(2);
  });

  it('costs one picture when it breaks', async () => {
    const { read } = readerOver(
      `${open}parentPort.on('message', () => { throw new Error('out of bounds'); });`,
      answers,
    );
    expect(await refusalOf(read(small))).toMatch(/damaged/);
    expect((await read(small)).text).toBe('1');
  });

  it('says that nothing can be read when its engine does not open', async () => {
    const { read } = readerOver(`throw new Error('no language data');`);
    expect(await refusalOf(read(small))).toMatch(/can’t be read just now/);
  });

  it('reads one at a time and lets a few wait', async () => {
    const { read, pass } = readerOver(hangs, answers);
    const reads = Array.from({ length: limits.waiting + 1 }, () => read(small));
    expect(await refusalOf(read(small))).toMatch(/Too many pictures/);
    pass(limits.deadlineMs);
    const ends = await Promise.allSettled(reads);
    expect(ends.map(({ status }) => status)).toEqual(['rejected', ...Array(limits.waiting).fill('fulfilled')]);
  });

  it('is closed after some idle time, and not while it reads', async () => {
    const { read, pass, started } = readerOver(answers);
    const first = read(small);
    expect(pass(limits.idleMs)).toBe(0);
    await first;
    const ended = new Promise((resolve) => started[0]?.once('exit', resolve));
    expect(pass(limits.idleMs)).toBe(1);
    await ended;
    expect((await read(small)).text).toBe('1');
    expect(started.length).toBe(2);
  });

  it('ends with the reader, which refuses from then on', async () => {
    const { read, close, started } = readerOver(hangs);
    const reads = [refusalOf(read(small)), refusalOf(read(small))];
    const ended = new Promise((resolve) => started[0]?.once('exit', resolve));
    await close();
    await ended;
    for (const refusal of [...(await Promise.all(reads)), await refusalOf(read(small))])
      expect(refusal).toMatch(/can’t be read just now/);
  });

  it('prints nothing of its own', async () => {
    const { read, started } = readerOver(`console.error('Estimating resolution'); console.log('x');${answers}`);
    await read(small);
    expect(started[0]?.stderr.readableFlowing).toBe(true);
    expect(started[0]?.stdout.readableFlowing).toBe(true);
  });
});
