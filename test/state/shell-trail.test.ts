import { appendFile, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { TrailEntry } from '../../src/state/collections.js';
import { openStore } from '../../src/state/index.js';
import { addToShellTrail, readShellTrail } from '../../src/state/shell-trail.js';
import { readStoredRecords } from '../../src/state/stored-records.js';
import { fakeLog } from '../support/fake-log.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const entry = (n: number): TrailEntry => ({
  by: 'irma',
  lookup: 'check',
  asked: `user${n}`,
  channel: 'cli',
  at: '2026-03-02T08:00:00.000Z',
  outcome: 'ok',
});

describe('the trail of a shell', () => {
  it('keeps entries in order, in a folder that need not be there, for its owner only', async () => {
    const folder = join(await temporaryFolder(), 'data');
    expect(await readShellTrail(folder)).toEqual([]);
    await addToShellTrail(folder, entry(1));
    await addToShellTrail(folder, entry(2));
    expect(await readShellTrail(folder)).toEqual([entry(1), entry(2)]);
    expect((await stat(join(folder, 'trail-shell.jsonl'))).mode & 0o077).toBe(0);
  });

  it('loses nothing when several shells ask at once', async () => {
    const folder = await temporaryFolder();
    await Promise.all(Array.from({ length: 40 }, (_, n) => addToShellTrail(folder, entry(n))));
    const numbers = (await readShellTrail(folder)).map(({ asked }) => asked).sort();
    expect(numbers).toEqual(Array.from({ length: 40 }, (_, n) => `user${n}`).sort());
  });

  it('goes on after a line that a full disk cut', async () => {
    const folder = await temporaryFolder();
    await addToShellTrail(folder, entry(1));
    await appendFile(join(folder, 'trail-shell.jsonl'), '{"by":"irma","loo\n[]\n\n');
    await addToShellTrail(folder, entry(2));
    expect(await readShellTrail(folder)).toEqual([entry(1), entry(2)]);
  });

  it('does not grow without end', async () => {
    const folder = await temporaryFolder();
    for (let round = 1; round <= 3; round += 1) {
      await writeFile(join(folder, 'trail-shell.jsonl'), `${JSON.stringify(entry(round))}\n`.repeat(5_000));
      await addToShellTrail(folder, entry(100 + round));
    }
    expect((await readdir(folder)).sort()).toEqual(['trail-shell.1.jsonl', 'trail-shell.jsonl']);
    expect(await readFile(join(folder, 'trail-shell.jsonl'), 'utf8')).toBe(`${JSON.stringify(entry(103))}\n`);
    expect((await readShellTrail(folder)).at(-1)).toEqual(entry(103));
  });

  it('in a folder that cannot be written is a sentence', async () => {
    const folder = join(await temporaryFolder(), 'file');
    await writeFile(folder, '');
    await expect(addToShellTrail(folder, entry(1))).rejects.toMatchObject({ code: 'store-failed' });
  });
});

describe('the trail of a bot', () => {
  it('can be read while the bot has the folder, without what has expired', async () => {
    const dataDir = await temporaryFolder();
    const store = await openStore({ dataDir, clock: () => 1_000, log: fakeLog() });
    await store.put('trail', 'a', entry(1), { ttlMs: 1_000 });
    await store.put('trail', 'b', entry(2), { ttlMs: 5_000 });
    expect(await readStoredRecords(dataDir, 'trail', 1_500)).toEqual([entry(1), entry(2)]);
    expect(await readStoredRecords(dataDir, 'trail', 3_000)).toEqual([entry(2)]);
    await store.close();
  });

  it('is empty where there is no state, or none that can be understood', async () => {
    const dataDir = await temporaryFolder();
    expect(await readStoredRecords(dataDir, 'trail', 0)).toEqual([]);
    await writeFile(join(dataDir, 'state.json'), 'half a fi');
    expect(await readStoredRecords(dataDir, 'trail', 0)).toEqual([]);
  });
});
