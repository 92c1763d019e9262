import { imageSize } from 'image-size';
import { UserError } from '../../model/errors.js';
import { FILE_LIMITS } from '../page-protocol.js';
import type { Clock } from './clock.js';
import { fileTextOf } from './file-text.js';
import { fileTypeOf } from './file-types.js';
import type { SlackFile } from './objects.js';

/** Bytes of all files together: they lie in memory until the playground stops. */
const MAX_KEPT = 200_000_000;
const LONGEST_NAME = 255;

/** A file as somebody gives it. */
interface GivenFile {
  readonly name: string;
  readonly title?: string;
  readonly user: string;
  readonly bytes: Uint8Array;
  /** Where it was promised before it came. */
  readonly id?: string;
}

/** The files of the workspace. */
export interface Files {
  get(id: string): SlackFile | undefined;
  /** Keeps a file. Throws `UserError` when it is empty or too large, or when there is no room for it. */
  keep(given: GivenFile): SlackFile;
  /** The app was handed it in a form: it may fetch it although it stands in no message. */
  handToApp(id: string): void;
  wasHandedToApp(id: string): boolean;
}

/** The last part of a path, on one line, without what would turn the reading order around. */
const plainName = (given: string): string => {
  const name = (given.split(/[\\/]/).at(-1) ?? '')
    .toWellFormed()
    .replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '')
    .trim();
  return [...name].slice(0, LONGEST_NAME).join('') || 'untitled';
};

const pictureOf = (mimetype: string, bytes: Uint8Array): SlackFile['picture'] => {
  if (!mimetype.startsWith('image/')) return undefined;
  try {
    const { width, height } = imageSize(bytes);
    return { width, height };
  } catch {
    // Only the name says that it is a picture.
    return undefined;
  }
};

const megabytes = (bytes: number): string => `${Math.ceil(bytes / 1_000_000)} MB`;

/** No files yet. */
export const createFiles = (clock: Clock, nextId: (prefix: string) => string): Files => {
  const files = new Map<string, SlackFile>();
  const handed = new Set<string>();
  let kept = 0;
  return {
    get: (id) => files.get(id),
    keep(given) {
      const name = plainName(given.name);
      const size = given.bytes.byteLength;
      if (size === 0) throw new UserError('bad-input', `${name} is empty. Choose another file.`);
      if (size > FILE_LIMITS.bytes) {
        const most = megabytes(FILE_LIMITS.bytes);
        throw new UserError('bad-input', `${name} is larger than ${most}. Send only the part with the error.`);
      }
      if (kept + size > MAX_KEPT) {
        const most = megabytes(MAX_KEPT);
        throw new UserError('bad-input', `The playground keeps ${most} of files and is full. Start it again.`);
      }
      const { mimetype, filetype, prettyType } = fileTypeOf(name);
      const text = fileTextOf(given.bytes);
      const picture = pictureOf(mimetype, given.bytes);
      const file: SlackFile = {
        id: given.id ?? nextId('F'),
        name,
        title: given.title ?? name,
        mimetype,
        filetype,
        prettyType,
        user: given.user,
        created: Math.floor(clock.now() / 1000),
        bytes: given.bytes,
        ...(text === undefined ? {} : { text }),
        ...(picture === undefined ? {} : { picture }),
      };
      files.set(file.id, file);
      kept += size;
      return file;
    },
    handToApp(id) {
      handed.add(id);
    },
    wasHandedToApp: (id) => handed.has(id),
  };
};
