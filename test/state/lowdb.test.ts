import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openStore } from '../../src/state/index.js';
import type { Store } from '../../src/state/store.js';
import { describeStore, thread } from '../contracts/store.js';
import { fakeLog } from '../support/fake-log.js';
import { bundleProgram, startProgram } from '../support/run-typescript.js';

let workFolder: string;
let writerProgram: string;
beforeAll(async () => {
  workFolder = await mkdtemp(join(tmpdir(), 'wo-okta-state-'));
  writerProgram = await bundleProgram('test/state/writer.program.ts', workFolder);
});
afterAll(() => rm(workFolder, { recursive: true, force: true }));

const newFolder = () => mkdtemp(join(workFolder, 'data-'));

describeStore('lowdb', async () => {
  const dataDir = await newFolder();
  return {
    open: (clock) => openStore({ dataDir, clock, log: fakeLog() }),
    startWriter: async () => startProgram(writerProgram, [dataDir]),
    dispose: () => rm(dataDir, { recursive: true, force: true }),
  };
});

describe('the state folder', () => {
  const now = Date.parse('2026-03-02T08:00:00.500Z');
  let dataDir: string;
  let stateFile: string;
  let opened: Store[];
  let log: ReturnType<typeof fakeLog>;

  beforeEach(async () => {
    dataDir = await newFolder();
    stateFile = join(dataDir, 'state.json');
    opened = [];
    log = fakeLog();
  });
  afterEach(async () => {
    await Promise.all(opened.map((store) => store.close()));
  });

  async function open({ clock = () => now, folder = dataDir } = {}): Promise<Store> {
    const store = await openStore({ dataDir: folder, clock, log });
    opened.push(store);
    return store;
  }
  const listed = async () => (await readdir(dataDir)).sort();

  it('is made when missing, for its owner only, as is the file', async () => {
    const folder = join(dataDir, 'deep', 'er');
    const store = await open({ folder });
    await store.put('threads', 'k', thread('a'));
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
    expect((await stat(join(folder, 'state.json'))).mode & 0o777).toBe(0o600);
    expect((await stat(join(folder, 'state.lock'))).mode & 0o777).toBe(0o600);
  });

  it('holds one readable JSON file when closed, with nothing beside it', async () => {
    const store = await open();
    await store.put('threads', 'k', thread('a'));
    await store.claim('event', 1_000);
    await store.close();
    expect(await listed()).toEqual(['state.json']);
    expect(JSON.parse(await readFile(stateFile, 'utf8'))).toMatchObject({
      format: 1,
      claims: [['event', now + 1_000]],
      collections: { threads: [{ key: 'k', value: thread('a') }] },
    });
  });

  it('is not written when nothing changed', async () => {
    const store = await open();
    await store.claim('event', 60_000);
    const { ino } = await stat(stateFile);
    await store.claim('event', 60_000);
    await store.delete('threads', 'never put');
    expect((await stat(stateFile)).ino).toBe(ino);
  });

  it('has what expired removed from the file with the next change', async () => {
    let time = now;
    const store = await open({ clock: () => time });
    await store.claim('event-1', 1_000);
    await store.put('threads', 'short', thread('a'), { ttlMs: 1_000 });
    time += 1_000;
    await store.claim('event-2', 1_000);
    const text = await readFile(stateFile, 'utf8');
    expect(text).toContain('event-2');
    expect(text).not.toContain('event-1');
    expect(text).not.toContain('short');
  });

  it('writes many quick changes in few writes', async () => {
    const store = await open();
    await store.put('threads', 'first', thread('a'));
    const versions = new Set<number>();
    await Promise.all(
      Array.from({ length: 1_000 }, async (_, n) => {
        await store.put('threads', `k${n}`, thread(`t${n}`));
        versions.add((await stat(stateFile)).mtimeMs);
      }),
    );
    expect(versions.size).toBeLessThanOrEqual(3);
    expect(await store.list('threads')).toHaveLength(1_001);
  });

  it('lets the oldest records of a full collection go, and says so once', async () => {
    const store = await open();
    await Promise.all(Array.from({ length: 2_002 }, (_, n) => store.put('unanswered', `q${n}`, question(n))));
    await store.put('unanswered', 'one more', question(0));
    const keys = (await store.list('unanswered')).map(({ key }) => key);
    expect(keys).toHaveLength(2_000);
    expect([keys[0], keys.at(-1)]).toEqual(['q3', 'one more']);
    expect(log.lines.filter(({ level }) => level === 'warn')).toHaveLength(1);
    expect(log.lines[0]?.fields).toEqual({ collection: 'unanswered' });
  });

  describe('with a file that cannot be understood', () => {
    it.each([
      ['cut off in the middle', '{"format":1,"claims":[['],
      ['empty', ''],
      ['of another kind', '["something else"]'],
      ['not text', Buffer.from([0xff, 0xfe, 0x00, 0x80])],
    ])('that is %s, sets it aside under a dated name, starts empty and names it', async (_what, content) => {
      await writeFile(stateFile, content);
      const store = await open();
      const aside = join(dataDir, 'state.corrupt-2026-03-02T08-00-00Z.json');
      expect(await readFile(aside)).toEqual(Buffer.from(content));
      expect(log.lines).toMatchObject([{ level: 'error', fields: { file: stateFile, movedTo: aside } }]);
      await store.put('threads', 'k', thread('a'));
      expect(await store.list('threads')).toHaveLength(1);
      expect(await readFile(aside)).toEqual(Buffer.from(content));
    });

    it('never overwrites one that was set aside before', async () => {
      for (const content of ['first', 'second', 'third']) {
        await writeFile(stateFile, content);
        await (await open()).close();
      }
      const asides = (await listed()).filter((name) => name.startsWith('state.corrupt-'));
      const contents = await Promise.all(asides.map((name) => readFile(join(dataDir, name), 'utf8')));
      expect(contents.sort()).toEqual(['first', 'second', 'third']);
    });

    it('sets aside only the records that do not fit, and keeps the others with fields it does not know', async () => {
      const known = { ...thread('kept'), fromLater: true };
      const records = [{ key: 'good', value: known }, { key: 'bad', value: { text: 5 } }, 'no record'];
      const content = {
        format: 1,
        claims: [['event', now + 1_000], ['odd']],
        collections: { threads: records, later: [1] },
      };
      await writeFile(stateFile, JSON.stringify(content));
      const store = await open();
      expect(await store.list('threads')).toEqual([{ key: 'good', value: known }]);
      expect(await store.claim('event', 1_000)).toBe(false);
      const aside = join(dataDir, 'state.rejected-2026-03-02T08-00-00Z.json');
      expect(JSON.parse(await readFile(aside, 'utf8'))).toMatchObject([
        { collection: 'claims', record: ['odd'] },
        { collection: 'threads', record: { key: 'bad', value: { text: 5 } } },
        { collection: 'threads', record: 'no record' },
        { collection: 'later', record: 1 },
      ]);
      expect(log.lines).toMatchObject([{ level: 'warn', fields: { copiedTo: aside, records: 4 } }]);
    });

    it('refuses to start with the file of a newer version and leaves it alone', async () => {
      const content = '{"format":2,"everything":"new"}';
      await writeFile(stateFile, content);
      await expect(open()).rejects.toMatchObject({
        code: 'store-corrupt',
        message: expect.stringMatching(/newer version.*format 2.*DATA_DIR/s),
      });
      expect(await readFile(stateFile, 'utf8')).toBe(content);
      expect(await listed()).toEqual(['state.json']);
    });
  });

  describe('when it cannot be written', () => {
    it('says that it is no folder', async () => {
      await writeFile(stateFile, 'a file');
      await expect(open({ folder: stateFile })).rejects.toMatchObject({
        code: 'store-failed',
        message: expect.stringMatching(/is not a folder.*DATA_DIR/),
      });
    });

    it('rejects the change, keeps everything from before, and saves again once it can', async () => {
      const store = await open();
      await store.put('threads', 'before', thread('a'));
      // A folder where the new file is prepared: fails for every user, root included.
      const obstacle = join(dataDir, '.state.json.tmp');
      await mkdir(join(obstacle, 'x'), { recursive: true });
      await expect(store.put('threads', 'lost', thread('b'))).rejects.toMatchObject({
        code: 'store-failed',
        message: expect.stringContaining(dataDir),
      });
      await expect(store.claim('event', 60_000)).rejects.toMatchObject({ code: 'store-failed' });
      expect((await store.list('threads')).map(({ key }) => key)).toEqual(['before']);
      await rm(obstacle, { recursive: true });
      await store.put('threads', 'after', thread('c'));
      expect(await store.claim('event', 60_000)).toBe(true);
      expect((await store.list('threads')).map(({ key }) => key)).toEqual(['before', 'after']);
    });

    it.skipIf(process.getuid?.() === 0)('says that the right to write is missing', async () => {
      await chmod(dataDir, 0o500);
      await expect(open()).rejects.toMatchObject({ code: 'store-failed', message: expect.stringContaining('EACCES') });
      await chmod(dataDir, 0o700);
    });
  });

  describe('with a second process', () => {
    it('stops the second one, naming the folder and the first', async () => {
      const writer = startProgram(writerProgram, [dataDir]);
      if (writer.stdout === null) throw new Error('The writer has no output to read.');
      await once(writer.stdout, 'data');
      await expect(open()).rejects.toMatchObject({
        code: 'store-busy',
        message: expect.stringMatching(new RegExp(`${dataDir}.*process ${writer.pid} .*DATA_DIR`)),
      });
      writer.kill('SIGKILL');
      await once(writer, 'close');
      expect((await (await open()).list('threads')).length).toBeGreaterThan(0);
    });

    it('also stops a second store in the same process', async () => {
      const first = await open();
      await expect(open()).rejects.toMatchObject({ code: 'store-busy' });
      await first.close();
      await open();
    });

    it('dates its lock by the machine’s time, whatever time its records live in', async () => {
      const clock = () => now + 60 * 24 * 3_600_000;
      opened.push(await openStore({ dataDir, clock, machineClock: () => now, log }));
      const lock: unknown = JSON.parse(await readFile(join(dataDir, 'state.lock'), 'utf8'));
      expect(lock).toMatchObject({ since: new Date(now).toISOString() });
    });

    it('saves nothing more once the lock was taken away, so that two never write over each other', async () => {
      const first = await open();
      await first.put('threads', 'mine', thread('a'));
      await rm(join(dataDir, 'state.lock'));
      const second = await open();
      await expect(first.put('threads', 'late', thread('b'))).rejects.toMatchObject({ code: 'store-busy' });
      await first.close();
      await second.put('threads', 'theirs', thread('c'));
      expect((await second.list('threads')).map(({ key }) => key)).toEqual(['mine', 'theirs']);
    });
  });
});

function question(number: number) {
  const at = '2026-03-02T08:00:00.000Z';
  return { text: `question ${number}`, place: 'C1:1.2', by: 'U1', at, nearest: [], handedOver: false };
}
