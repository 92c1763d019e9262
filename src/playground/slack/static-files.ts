import { readFile, realpath } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { mimetypeOf } from './mimetypes.js';

/** One file of the page. */
interface StaticFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly type: string;
}

const isMissing = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  ['ENOENT', 'ENOTDIR', 'EISDIR', 'ENAMETOOLONG'].includes(String(error.code));

/** Plain names only: no dot files, no `..`, no separators in disguise. */
const NAME = /^[A-Za-z0-9_-][A-Za-z0-9._-]*$/;

/**
 * The file an address means, or undefined when there is none. Nothing outside `root` is ever read, symbolic links
 * included. `/` is `index.html`.
 */
export const readStatic = async (root: string, path: string): Promise<StaticFile | undefined> => {
  const names = path === '/' ? ['index.html'] : path.slice(1).split('/');
  if (!names.every((name) => NAME.test(name))) return undefined;
  try {
    const base = await realpath(root);
    const file = await realpath(join(base, ...names));
    if (!file.startsWith(base + sep)) return undefined;
    return { bytes: new Uint8Array(await readFile(file)), type: mimetypeOf(file) };
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
};
