import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type Fault, UserError } from '../model/errors.js';
import { buildLibrary, type Library } from './library.js';
import type { Parsed, Sourced } from './parse.js';

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

/** One file of `knowledge/` or `intents/`. */
export interface LibraryFile {
  /** As people know it: `intents/help.yaml`. */
  readonly file: string;
  readonly text: string;
}

/** The files as they are, not looked into yet; `faults` says which can't be read or would be passed over. */
export interface LibraryFiles {
  readonly articles: readonly LibraryFile[];
  readonly intents: readonly LibraryFile[];
  readonly faults: readonly Fault[];
}

/** Reads and cross-checks all articles and intents. Rejects with `LibraryError` naming every fault by file and line. */
export async function loadLibrary(folders: LibraryFolders): Promise<Library> {
  return parseLibrary(await readLibraryFiles(folders));
}

/** Parses and cross-checks files. Rejects with `LibraryError` naming every fault by file and line. */
export async function parseLibrary(files: LibraryFiles): Promise<Library> {
  // The YAML parser is loaded here, because a start on unchanged files gets by without it.
  const { parseArticle, parseIntent } = await import('./parse.js');
  const articles = parseAll(files.articles, parseArticle);
  const intents = parseAll(files.intents, parseIntent);
  const faults = [...files.faults, ...articles.faults, ...intents.faults];
  // References into a broken file would all be reported as missing: mend the files first.
  if (faults.length > 0) throw new LibraryError(faults);
  const built = buildLibrary(articles.sources, intents.sources);
  if (!built.ok) throw new LibraryError(built.faults);
  return built.library;
}

/** Reads the files of both folders. Rejects with `UserError` `bad-config` when a folder can't be read or holds none. */
export async function readLibraryFiles(folders: LibraryFolders): Promise<LibraryFiles> {
  const [articles, intents] = await Promise.all([
    readFolder(folders.knowledge, '.md'),
    readFolder(folders.intents, '.yaml'),
  ]);
  return { articles: articles.files, intents: intents.files, faults: [...articles.faults, ...intents.faults] };
}

function parseAll<T>(
  files: readonly LibraryFile[],
  parse: (file: string, text: string) => Parsed<T>,
): { sources: Sourced<T>[]; faults: Fault[] } {
  const parsed = files.map(({ file, text }) => parse(file, text));
  return {
    sources: parsed.flatMap((result) => (result.ok ? [result.sourced] : [])),
    faults: parsed.flatMap((result) => (result.ok ? [] : result.faults)),
  };
}

async function readFolder(folder: string, extension: string): Promise<{ files: LibraryFile[]; faults: Fault[] }> {
  const names = await readdir(folder).catch((cause: unknown) => {
    throw new UserError('bad-config', `The folder ${folder} can't be read. Check that it exists and is readable.`, {
      cause,
    });
  });
  const wanted = names.filter((name) => name.endsWith(extension) && !name.startsWith('.')).sort();
  if (wanted.length === 0) throw new UserError('bad-config', `The folder ${folder} has no ${extension} files.`);
  const shown = (name: string) => `${basename(folder)}/${name}`;
  const read = await Promise.all(wanted.map((name) => readText(shown(name), join(folder, name))));
  return {
    files: read.flatMap((result) => ('text' in result ? [result] : [])),
    faults: [
      ...read.flatMap((result) => ('text' in result ? [] : [result])),
      ...names.filter((name) => isMisspelt(name, extension)).map((name) => overlooked(shown(name), extension)),
    ],
  };
}

async function readText(file: string, path: string): Promise<LibraryFile | Fault> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    return { file, line: 1, message: `The file can't be read (${code}).` };
  }
  const damaged = text.indexOf('\uFFFD');
  if (damaged === -1) return { file, text };
  const line = text.slice(0, damaged).split(/\r\n?|\n/).length;
  return { file, line, message: 'This is not UTF-8 text; save the file with the encoding UTF-8.' };
}

/** Such a file would be passed over without a word. */
function isMisspelt(name: string, extension: string): boolean {
  const spellings = extension === '.md' ? /\.(?:md|markdown)$/i : /\.ya?ml$/i;
  return spellings.test(name) && !name.endsWith(extension) && !name.startsWith('.');
}

function overlooked(file: string, extension: string): Fault {
  return { file, line: 1, message: `Only files that end in ${extension} are read; rename this one.` };
}
