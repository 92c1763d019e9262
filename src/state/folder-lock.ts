import { randomUUID } from 'node:crypto';
import { readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { UserError } from '../model/errors.js';
import { fateOf, type ProcessIdentity, thisProcess } from './process-identity.js';
import { errnoOf } from './store-error.js';

/** The right to be the only writer in a folder. */
export interface FolderLock {
  /** Throws `UserError` `store-busy` when the lock was lost: somebody removed or replaced its file. */
  assertHeld(): Promise<void>;
  release(): Promise<void>;
}

const ownerSchema = z.object({
  /** Tells this lock from an earlier one of the same process. */
  token: z.string(),
  pid: z.int().positive(),
  host: z.string(),
  boot: z.string().optional(),
  namespace: z.string().optional(),
  started: z.string().optional(),
  since: z.string(),
});
type Owner = z.infer<typeof ownerSchema>;

/** How often the holder touches its lock, for those who cannot see its process. */
const beatMs = 5_000;
/** A lock untouched for this long belongs to nobody, unless its process can be seen to run. */
const abandonedMs = 4 * beatMs;
/** Two starting at the same moment may meet a lock that is gone again; more often than this is no coincidence. */
const attempts = 5;

/**
 * Takes the folder's lock, or throws `UserError` `store-busy` naming who has it. A lock left behind by a process that
 * ended without giving it up is taken over at once; one from another machine or container, whose processes cannot be
 * seen from here, when it has not been touched for twenty seconds.
 */
export async function lockFolder(folder: string, clock: () => number): Promise<FolderLock> {
  const path = join(folder, 'state.lock');
  const me = await thisProcess();
  const token = randomUUID();
  const mine = JSON.stringify({ token, ...me, since: new Date(clock()).toISOString() } satisfies Owner);
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    if (await create(path, mine)) return hold(path, mine, folder, clock);
    const abandoned = await abandonedLock(path, me, folder, clock);
    if (abandoned !== undefined && (await takeOver(path, abandoned, mine, clock))) {
      return hold(path, mine, folder, clock);
    }
  }
  throw busy(folder, undefined);
}

function hold(path: string, mine: string, folder: string, clock: () => number): FolderLock {
  // Not awaited, and failures do not matter: only processes that cannot see ours go by this, and writing checks anyway.
  const beat = setInterval(() => utimes(path, clock() / 1_000, clock() / 1_000).catch(() => undefined), beatMs);
  beat.unref();
  return {
    async assertHeld() {
      if ((await contentOf(path)) === mine) return;
      throw new UserError(
        'store-busy',
        `The lock ${path} was removed or taken by another process, so nothing more is saved here. See that only one bot uses ${folder}, then start it again.`,
      );
    },
    async release() {
      clearInterval(beat);
      if ((await contentOf(path)) === mine) await rm(path, { force: true });
    },
  };
}

async function create(path: string, content: string): Promise<boolean> {
  try {
    await writeFile(path, content, { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if (errnoOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/** The content of a lock that nobody holds any more; undefined when there is none now. Throws `store-busy` if held. */
async function abandonedLock(
  path: string,
  me: ProcessIdentity,
  folder: string,
  clock: () => number,
): Promise<string | undefined> {
  const content = await contentOf(path);
  if (content === undefined) return undefined;
  const owner = parseOwner(content);
  const fate = owner === undefined ? 'unknown' : await fateOf(owner, me);
  if (fate === 'runs') throw busy(folder, owner);
  if (fate === 'unknown' && clock() - (await touchedAt(path)) < abandonedMs) throw busy(folder, owner, 'unseen');
  return content;
}

/**
 * Puts our lock in the place of an abandoned one; false when another process is at it. Guarded by a file of its own:
 * of several that found the same abandoned lock, a slow one would otherwise remove the lock that a fast one just took.
 */
async function takeOver(path: string, abandoned: string, mine: string, clock: () => number): Promise<boolean> {
  const guard = `${path}.takeover`;
  if (!(await create(guard, ''))) {
    // Left by a crash in the very moment of taking over.
    if (clock() - (await touchedAt(guard)) >= abandonedMs) await rm(guard, { force: true });
    return false;
  }
  try {
    if ((await contentOf(path)) !== abandoned) return false;
    const next = `${path}.next`;
    await writeFile(next, mine, { mode: 0o600 });
    await rename(next, path);
    return true;
  } finally {
    await rm(guard, { force: true });
  }
}

async function contentOf(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** Milliseconds; long ago when there is no such file. */
async function touchedAt(path: string): Promise<number> {
  try {
    return (await stat(path)).mtimeMs;
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return 0;
    throw error;
  }
}

/** Undefined when the machine went down while the lock was written. */
function parseOwner(content: string): Owner | undefined {
  try {
    return ownerSchema.safeParse(JSON.parse(content)).data;
  } catch {
    return undefined;
  }
}

function busy(folder: string, owner: Owner | undefined, seen: 'seen' | 'unseen' = 'seen'): UserError {
  const who =
    owner === undefined ? 'another process' : `process ${owner.pid} on ${owner.host}, running since ${owner.since}`;
  const next =
    seen === 'seen'
      ? 'Stop that one first, or set DATA_DIR to another folder.'
      : `Stop that one first, or set DATA_DIR to another folder. If it has already ended, start again in ${abandonedMs / 1_000} seconds.`;
  return new UserError('store-busy', `The state folder ${folder} is in use by ${who}. ${next}`);
}
