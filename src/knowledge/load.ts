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
    files.map((name) => readSource(`${basename(folder)}/${name}`, join(folder, name), parse)),
  );
  return {
    sources: parsed.flatMap((result) => (result.ok ? [result.sourced] : [])),
    faults: [
      ...parsed.flatMap((result) => (result.ok ? [] : result.faults)),
      ...names
        .filter((name) => isMisspelt(name, extension))
        .map((name) => overlooked(`${basename(folder)}/${name}`, extension)),
    ],
  };
}

async function readSource<T>(
  file: string,
  path: string,
  parse: (file: string, text: string) => Parsed<T>,
): Promise<Parsed<T>> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    return { ok: false, faults: [{ file, line: 1, message: `The file can't be read (${code}).` }] };
  }
  const damaged = text.indexOf('\uFFFD');
  if (damaged === -1) return parse(file, text);
  const line = text.slice(0, damaged).split(/\r\n?|\n/).length;
  return {
    ok: false,
    faults: [{ file, line, message: 'This is not UTF-8 text; save the file with the encoding UTF-8.' }],
  };
}

/** Such a file would be passed over without a word. */
function isMisspelt(name: string, extension: string): boolean {
  const spellings = extension === '.md' ? /\.(?:md|markdown)$/i : /\.ya?ml$/i;
  return spellings.test(name) && !name.endsWith(extension) && !name.startsWith('.');
}

function overlooked(file: string, extension: string): Fault {
  return { file, line: 1, message: `Only files that end in ${extension} are read; rename this one.` };
}
