import { clipped } from '../../lookups/wording/time.js';
import { UserError } from '../../model/errors.js';
import { type GivenFile, mostFileBytes } from '../../model/given-file.js';
import type { Log } from '../../model/log.js';
import type { ReadPicture } from '../../model/picture.js';
import { redact } from '../../understanding/redact.js';
import { fileKind } from './file-kind.js';

/** One file, read as far as it could be. */
export type ReadFile = {
  /** The file's name, one bounded line without secrets. */
  readonly file: string;
} & (
  | { readonly kind: 'picture' | 'text'; readonly text: string }
  /** `why`: whole sentences, with what to do. */
  | { readonly kind: 'unread'; readonly why: string }
);

/** What it takes to read files. */
export interface FileReader {
  /** Absent where pictures cannot be read. */
  readonly readPicture?: ReadPicture | undefined;
  /** Told why a file could not be read, when it is the program's fault. */
  readonly log: Log;
}

/** As many files as one question is about. */
export const mostFiles = 5;
/** A photograph without text gives signs that look like some, at 0.28; the worst of 30 screenshots had 0.67. */
const leastConfidence = 0.45;

/**
 * Reads the files that came with a question, one after the other, since each may take megabytes. Never rejects: why one
 * could not be read is in its place. Of more than five the rest is named as not read.
 */
export async function readFiles(files: readonly GivenFile[], reader: FileReader): Promise<readonly ReadFile[]> {
  const read: ReadFile[] = [];
  for (const file of files.slice(0, mostFiles)) read.push(await readOne(file, reader));
  const left = files.length - read.length;
  if (left <= 0) return read;
  const why = `I read ${mostFiles} files at a time. Send the other ${left} in a message of their own.`;
  return [...read, { file: `${left} more`, kind: 'unread', why }];
}

async function readOne(given: GivenFile, { readPicture, log }: FileReader): Promise<ReadFile> {
  const file = nameOf(given);
  const unread = (why: string) => ({ file, kind: 'unread' as const, why });
  if (given.size > mostFileBytes) return unread(tooLarge);
  try {
    const bytes = await given.read();
    if (bytes.length > mostFileBytes) return unread(tooLarge);
    if (bytes.length === 0) return unread('It is empty.');
    const found = fileKind(bytes);
    if (found.kind === 'text') return { file, ...found };
    if (found.kind === 'other') return unread(otherKind(found.name));
    if (readPicture === undefined) return unread('I can’t read pictures here. Paste the error text instead.');
    const { text, confidence } = await readPicture(bytes);
    if (text.trim() === '' || confidence < leastConfidence)
      return unread('I found no text that I can read in this picture. Paste the error text instead.');
    return { file, kind: 'picture', text };
  } catch (error) {
    if (error instanceof UserError) return unread(error.message);
    log.error('A file could not be read', { error });
    return unread('I could not read it. Paste the text instead.');
  }
}

const tooLarge = `It is larger than ${mostFileBytes / 1_048_576} MB. Send only the part with the error, or record only the sign-in.`;

function otherKind(name: string | undefined): string {
  const is = name === undefined ? 'It is neither text nor a picture.' : `It is ${name}, which I can’t read.`;
  return `${is} Send a PNG or JPEG screenshot, a text file, or paste the text.`;
}

function nameOf({ name }: GivenFile): string {
  // People put secrets into names, too.
  return clipped(redact(name).text, 120) || 'file';
}
