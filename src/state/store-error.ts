import { UserError } from '../model/errors.js';

/** The errno name of a file system's error, e.g. `ENOSPC`; undefined when it is none. */
export function errnoOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/** A failure of the file system under the state folder, with what a person can do about it. */
export function storeFailed(dataDir: string, error: unknown): UserError {
  const code = errnoOf(error);
  return new UserError('store-failed', `${remedy(dataDir, code)}${code === undefined ? '' : ` (${code})`}`, {
    cause: error,
  });
}

function remedy(dataDir: string, code: string | undefined): string {
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return `The disk under ${dataDir} is full, so this could not be saved. Free some space; what was saved before is safe, and saving goes on by itself.`;
    case 'EROFS':
    case 'EACCES':
    case 'EPERM':
      return `The state folder ${dataDir} cannot be written. Give the bot's user the right to write there, or set DATA_DIR to another folder.`;
    case 'ENOTDIR':
    case 'EEXIST':
      return `The state folder ${dataDir} is not a folder. Move that file away, or set DATA_DIR to a folder.`;
    case 'EMFILE':
    case 'ENFILE':
      return `The state in ${dataDir} could not be saved: too many files are open. Raise the limit of open files (ulimit -n); saving goes on by itself.`;
    default:
      return `The state in ${dataDir} could not be read or saved. Check that folder and the disk under it; what was saved before is safe.`;
  }
}
