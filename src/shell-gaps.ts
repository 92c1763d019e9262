import { access, mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { ShellGaps } from './cli/parts.js';
import type { Config } from './config.js';
import { addExamples } from './knowledge/add-examples.js';
import { UserError } from './model/errors.js';
import { readStoredRecords } from './state/stored-records.js';

/** The gaps as a shell gets at them: read from the data folder without its lock; drafts go where they are told to. */
export function openShellGaps({ dataDir, intentsDir }: Config, now: () => number): Omit<ShellGaps, 'call'> {
  return {
    async records() {
      const [unanswered, feedback, proposals, notGaps] = await Promise.all([
        readStoredRecords(dataDir, 'unanswered', now()),
        readStoredRecords(dataDir, 'feedback', now()),
        readStoredRecords(dataDir, 'proposals', now()),
        readStoredRecords(dataDir, 'not-gaps', now()),
      ]);
      return { unanswered, feedback, proposals, notGaps };
    },
    dataDir: async () => dataDir,
    async withExamples({ file, texts }) {
      const path = join(intentsDir, basename(file));
      const text = await readFile(path, 'utf8').catch((cause: unknown) => {
        throw new UserError('bad-config', `${path} can't be read. Check INTENTS_DIR.`, { cause });
      });
      return { file, text: addExamples(text, texts, path) };
    },
    async write(folder, files) {
      const paths = files.map(({ file }) => resolve(folder, file));
      for (const path of paths) if (await isThere(path)) throw taken(path);
      for (const [index, { text }] of files.entries()) await writeNew(paths[index] ?? '', text);
      return paths;
    },
    now,
  };
}

function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

/** Somebody else may have written it in the meantime: that is refused as well. */
async function writeNew(path: string, text: string): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text, { flag: 'wx' });
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'EEXIST') throw taken(path);
    throw new UserError('bad-input', `${path} can't be written. Name another folder with --out.`, { cause });
  }
}

function taken(path: string): UserError {
  return new UserError('bad-input', `${path} is there already and is not overwritten. Name another folder with --out.`);
}
