import { access, constants, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { UserError } from '../../model/errors.js';
import type { DoctorParts, Finding } from './finding.js';

/** Whether the bot can remember: the folder can be written, and no other bot has it. Makes nothing that was not there. */
export async function checkDataFolder({
  dataDir,
  tryLock,
}: Pick<DoctorParts, 'dataDir' | 'tryLock'>): Promise<Finding> {
  const check = 'data-folder';
  if (dataDir === undefined) {
    return { check, status: 'skipped', summary: 'The data folder is checked once the configuration is right.' };
  }
  const there = await nearestThere(dataDir);
  const problem = await problemWith(there);
  if (problem !== undefined) {
    return {
      check,
      status: 'wrong',
      summary: `The data folder ${dataDir} can't be used: ${there} ${problem}.`,
      next: 'Give the bot’s user the right to write there, or set DATA_DIR to another folder.',
    };
  }
  if (there !== dataDir) {
    return { check, status: 'ok', summary: `The data folder ${dataDir} is made at the first start.` };
  }
  try {
    await tryLock(dataDir);
    return { check, status: 'ok', summary: `The data folder ${dataDir} can be written, and no bot is using it.` };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return error.code === 'store-busy'
      ? { check, status: 'skipped', summary: `A bot is using the data folder. ${error.message}` }
      : { check, status: 'wrong', summary: error.message };
  }
}

/** The folder, or the nearest one above it that exists. */
async function nearestThere(folder: string): Promise<string> {
  const isThere = await stat(folder).then(
    () => true,
    () => false,
  );
  return isThere || dirname(folder) === folder ? folder : nearestThere(dirname(folder));
}

async function problemWith(folder: string): Promise<string | undefined> {
  if (!(await stat(folder)).isDirectory()) return 'is not a folder';
  return access(folder, constants.W_OK | constants.X_OK).then(
    () => undefined,
    () => 'is not writable',
  );
}
