import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { UserError } from '../model/errors.js';
import type { GivenFile } from '../model/given-file.js';

/** A file on this machine, as a question has it. Throws `UserError` `bad-input` when it is not there or is a folder. */
export async function fileAt(path: string): Promise<GivenFile> {
  const found = await stat(path).catch((cause: unknown) => {
    throw new UserError('bad-input', `${path} can't be read. Give a screenshot, a log, or a trace.`, { cause });
  });
  if (!found.isFile()) throw new UserError('bad-input', `${path} is no file. Give a screenshot, a log, or a trace.`);
  return { name: basename(path), size: found.size, read: () => readFile(path) };
}
