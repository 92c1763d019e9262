import { unrelated } from '../model/intent.js';
import type { Library } from './library.js';

/** Something a library loads without, at a price. */
export interface LibraryWarning {
  /** The file, within the folder of the intents. */
  readonly file: string;
  /** What is missing and what it costs; always the same sentence, so that a log can group it. */
  readonly message: string;
  /** What to do. */
  readonly next: string;
}

/** What a library lacks though it fits together. Pure. */
export function warningsOf({ intents }: Library): readonly LibraryWarning[] {
  if (intents.has(unrelated)) return [];
  return [
    {
      file: `${unrelated}.yaml`,
      message:
        'The intent “unrelated” is missing: it holds examples of talk that asks for nothing, and without it the bot takes such talk for problems and speaks unasked in channels.',
      next: `Copy intents/${unrelated}.yaml from the wo-okta package into the folder of your intents (INTENTS_DIR).`,
    },
  ];
}
