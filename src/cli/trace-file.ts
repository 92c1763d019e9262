import { readFile, stat } from 'node:fs/promises';
import { textOf } from '../desk/given/file-kind.js';
import { UserError } from '../model/errors.js';

/** HAR files with all pages in them can be larger; those of one sign-in are not. */
const mostBytes = 64 * 1_048_576;

/** The text of a trace's file. Throws `UserError` `bad-input` for a file that cannot be read or is too large. */
export async function readTraceFile(path: string): Promise<string> {
  try {
    const { size } = await stat(path);
    if (size <= mostBytes) return textOf(await readFile(path));
  } catch (error) {
    throw new UserError('bad-input', `${path} can't be read. Give the file of a trace, or pipe it in.`, {
      cause: error,
    });
  }
  throw new UserError('bad-input', `${path} is larger than 64 MB. Record only the sign-in, and export that.`);
}
