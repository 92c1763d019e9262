import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FolderLock, lockFolder } from '../../src/state/folder-lock.js';
import { thisProcess } from '../../src/state/process-identity.js';

const now = Date.parse('2026-03-02T08:00:00.000Z');

describe('the lock of a folder', () => {
  let folder: string;
  let path: string;
  let held: FolderLock[];
  let sleepers: ChildProcess[];

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'wo-okta-lock-'));
    path = join(folder, 'state.lock');
    held = [];
    sleepers = [];
  });
  afterEach(async () => {
    for (const sleeper of sleepers) sleeper.kill('SIGKILL');
    await Promise.all(held.map((lock) => lock.release()));
    await rm(folder, { recursive: true, force: true });
  });

  async function lock(): Promise<FolderLock> {
    const taken = await lockFolder(folder, () => now);
    held.push(taken);
    return taken;
  }

  /** A lock as another process left it, last touched `secondsAgo`. */
  async function leave(changes: object, secondsAgo = 0): Promise<void> {
    const owner = { token: 'theirs', ...(await thisProcess()), since: '2026-03-02T07:00:00.000Z', ...changes };
    await writeFile(path, JSON.stringify(owner));
    await touch(secondsAgo);
  }
  const touch = (secondsAgo: number) => utimes(path, now / 1_000 - secondsAgo, now / 1_000 - secondsAgo);
  const busy = (message: RegExp) => ({ code: 'store-busy', message: expect.stringMatching(message) });

  it('is held by one, and free again when released', async () => {
    const first = await lock();
    await first.assertHeld();
    await expect(lock()).rejects.toMatchObject(busy(new RegExp(`${folder}.*process ${process.pid} `)));
    await first.release();
    expect(await readdir(folder)).toEqual([]);
    await (await lock()).assertHeld();
  });

  it('goes to exactly one of many that start at once, also over an abandoned lock', async () => {
    await leave({ started: 'long before' });
    const outcomes = await Promise.allSettled(Array.from({ length: 20 }, lock));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await held[0]?.assertHeld();
    expect(await readdir(folder)).toEqual(['state.lock']);
  });

  it('is taken over from a killed process at once', async () => {
    const killed = spawn(process.execPath, ['-e', '']);
    await once(killed, 'exit');
    await leave({ pid: killed.pid, started: '1' });
    await (await lock()).assertHeld();
  });

  it('is taken over when the number now belongs to another process', async () => {
    const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    sleepers.push(other);
    await once(other, 'spawn');
    await leave({ pid: other.pid, started: 'earlier than that process' });
    await (await lock()).assertHeld();
  });

  it.skipIf(process.platform !== 'linux')('is taken over after a reboot, although the number is in use', async () => {
    await leave({ boot: 'the boot before' });
    await (await lock()).assertHeld();
  });

  it('is kept by a running process however long it has not touched it', async () => {
    await leave({}, 86_400);
    await expect(lock()).rejects.toMatchObject(busy(/running since 2026-03-02T07:00/));
  });

  it.each([
    ['another machine', { host: 'elsewhere', pid: 7 }],
    ['another container', { namespace: 'pid:[1]', pid: 7 }],
  ])('is kept by a process in %s until it has not touched it for twenty seconds', async (_where, owner) => {
    await leave(owner, 19);
    await expect(lock()).rejects.toMatchObject(busy(/process 7 on .*start again in 20 seconds/));
    await touch(20);
    await (await lock()).assertHeld();
  });

  it('is taken over when its file was cut off by a crash and has been left', async () => {
    await writeFile(path, '{"tok');
    await touch(0);
    await expect(lock()).rejects.toMatchObject(busy(/another process/));
    await touch(20);
    await (await lock()).assertHeld();
  });

  it('is taken over although an earlier takeover crashed half-way', async () => {
    await leave({ started: 'long before' });
    const guard = `${path}.takeover`;
    await writeFile(guard, '');
    await utimes(guard, now / 1_000 - 19, now / 1_000 - 19);
    await expect(lock()).rejects.toMatchObject(busy(/another process/));
    await utimes(guard, now / 1_000 - 20, now / 1_000 - 20);
    await (await lock()).assertHeld();
    expect(await readdir(folder)).toEqual(['state.lock']);
  });

  it('is known to be lost when somebody else has it, and then not given up for them', async () => {
    const mine = await lock();
    await leave({});
    await expect(mine.assertHeld()).rejects.toMatchObject(busy(/removed or taken/));
    await mine.release();
    expect(await readFile(path, 'utf8')).toContain('theirs');
  });
});
