import { FILE_LIMITS } from '../page-protocol.js';
import { type Core, homeOf } from './core.js';
import { fileShape } from './file-shape.js';
import { endingOf } from './file-types.js';
import type { Json, SlackFile } from './objects.js';
import { ownFile } from './page-files.js';

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What a `file_input` allows. */
interface FileInput {
  readonly filetypes?: readonly string[] | undefined;
  readonly max_files?: number | undefined;
}

const filesIn = (core: Core, user: string, value: Json): readonly SlackFile[] =>
  Array.isArray(value['files'])
    ? value['files'].map((file: unknown) => ownFile(core, user, isObject(file) ? String(file['id']) : ''))
    : [];

/** What Slack's client says of files that the form does not take; undefined when it takes them. */
export const filesError = (
  core: Core,
  user: string,
  { filetypes, max_files: most = FILE_LIMITS.files }: FileInput,
  value: Json,
): string | undefined => {
  const files = filesIn(core, user, value);
  if (files.length > most) return `Please add no more than ${most === 1 ? 'one file' : `${most} files`}.`;
  const large = files.find(({ bytes }) => bytes.byteLength > FILE_LIMITS.formBytes);
  if (large !== undefined) return `${large.name} is larger than ${FILE_LIMITS.formBytes / 1_000_000} MB.`;
  const wrong = files.find(({ name }) => filetypes !== undefined && !filetypes.includes(endingOf(name)));
  if (wrong === undefined || filetypes === undefined) return undefined;
  return `${wrong.name} is of another kind. Please add one of these: ${filetypes.join(', ')}.`;
};

/**
 * Values of a form as the app gets them: whole file objects in `files` where the page names ids. From then on the app may
 * fetch them. Throws `UserError` when one is gone.
 */
export const withFiles = (core: Core, user: string, values: Json): Json => {
  const complete = (value: unknown): unknown => {
    if (!isObject(value)) return value;
    if (value['type'] !== 'file_input')
      return Object.fromEntries(Object.entries(value).map(([id, each]) => [id, complete(each)]));
    const files = filesIn(core, user, value);
    for (const { id } of files) core.files.handToApp(id);
    return { ...value, files: files.map((file) => fileShape(file, homeOf(core))) };
  };
  return Object.fromEntries(Object.entries(values).map(([id, each]) => [id, complete(each)]));
};
