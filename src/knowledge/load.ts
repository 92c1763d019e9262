import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type Fault, UserError } from '../model/errors.js';
import { buildLibrary, type Library } from './library.js';
import { type Parsed, parseArticle, parseIntent, type Sourced } from './parse.js';

/** The two folders the library is read from. */
export interface LibraryFolders {
  /** Holds `<id>.md`. */
  readonly knowledge: string;
  /** Holds `<id>.yaml`. */
  readonly intents: string;
}

/** The files of `knowledge/` or `intents/` do not make a library. `faults` lists everything that is wrong. */
export class LibraryError extends UserError {
  readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[]) {
    const lines = faults.map(({ file, line, message }) => `  ${file}:${line}: ${message}`);
    super('bad-data', `The knowledge does not load. Mend these places and try again:\n${lines.join('\n')}`);
    this.name = 'LibraryError';
    this.faults = faults;
  }
}

/** Reads and cross-checks all articles and intents. Rejects with `LibraryError` naming every fault by file and line. */
export async function loadLibrary(folders: LibraryFolders): Promise<Library> {
  const [articles, intents] = await Promise.all([
    readFolder(folders.knowledge, '.md', parseArticle),
    readFolder(folders.intents, '.yaml', parseIntent),
  ]);
  const faults = [...articles.faults, ...intents.faults];
  // References into a broken file would all be reported as missing: mend the files first.
  if (faults.length > 0) throw new LibraryError(faults);
  const built = buildLibrary(articles.sources, intents.sources);
  if (!built.ok) throw new LibraryError(built.faults);
  return built.library;
}

async function readFolder<T>(
  folder: string,
  extension: string,
  parse: (file: string, text: string) => Parsed<T>,
): Promise<{ sources: Sourced<T>[]; faults: Fault[] }> {
  const names = await readdir(folder).catch((cause: unknown) => {
    throw new UserError('bad-config', `The folder ${folder} can't be read. Check that it exists and is readable.`, {
      cause,
    });
  });
  const files = names.filter((name) => name.endsWith(extension) && !name.startsWith('.')).sort();
  if (files.length === 0) throw new UserError('bad-config', `The folder ${folder} has no ${extension} files.`);
  const parsed = await Promise.all(
    files.map(async (name) => parse(`${basename(folder)}/${name}`, await readFile(join(folder, name), 'utf8'))),
  );
  return {
    sources: parsed.flatMap((result) => (result.ok ? [result.sourced] : [])),
    faults: parsed.flatMap((result) => (result.ok ? [] : result.faults)),
  };
}
