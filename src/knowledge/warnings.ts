import { unrelated } from '../model/intent.js';
import type { Library } from './library.js';
import type { LibraryFolders } from './load.js';

/** Something a library loads without, at a price. */
export interface LibraryWarning {
  /** The folder that the file is in. */
  readonly folder: keyof LibraryFolders;
  /** The file, within that folder. */
  readonly file: string;
  /** What is missing and what it costs; always the same sentence, so that a log can group it. */
  readonly message: string;
  /** What to do. */
  readonly next: string;
}

/** What a library lacks though it fits together, and what waits to be finished. Pure. */
export function warningsOf({ intents, drafts }: Library): readonly LibraryWarning[] {
  return [
    ...(intents.has(unrelated) ? [] : [withoutTalk]),
    ...drafts.map(({ file, line }) => ({
      folder: file.endsWith('.md') ? ('knowledge' as const) : ('intents' as const),
      file: file.slice(file.lastIndexOf('/') + 1),
      message: 'This is a draft that still says TODO: the bot does not answer with it, nor with what belongs to it.',
      next: `Fill in what says TODO in ${file}, from line ${line} on.`,
    })),
  ];
}

const withoutTalk: LibraryWarning = {
  folder: 'intents',
  file: `${unrelated}.yaml`,
  message:
    'The intent “unrelated” is missing: it holds examples of talk that asks for nothing, and without it the bot takes such talk for problems and speaks unasked in channels.',
  next: `Copy intents/${unrelated}.yaml from the wo-okta package into the folder of your intents (INTENTS_DIR).`,
};
