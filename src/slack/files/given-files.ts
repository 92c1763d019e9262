import { UserError } from '../../model/errors.js';
import type { GivenFile } from '../../model/given-file.js';
import type { Client } from '../listeners/deps.js';
import type { FetchFile } from './fetch-file.js';

/** How what Slack says about a file becomes a file. */
export interface FileReach {
  readonly client: Client;
  readonly fetchFile: FetchFile;
}

/** The files of a message or of a form, as a question has them: nothing where there are none. */
export function filesOf(holder: object, reach: FileReach): { readonly files?: readonly GivenFile[] } {
  const files = 'files' in holder ? givenFiles(holder.files, reach) : [];
  return files.length === 0 ? {} : { files };
}

/** More than a message shows; Slack takes ten. */
const mostFiles = 20;

/**
 * Anything may be missing in what Slack sends, and none of it is trusted. Files that were deleted, or that the plan no
 * longer shows, are left out.
 */
function givenFiles(files: unknown, reach: FileReach): GivenFile[] {
  const list = Array.isArray(files) ? files.slice(0, mostFiles).filter(isRecord) : [];
  return list
    .filter(({ mode }) => mode !== 'tombstone' && mode !== 'hidden_by_limit')
    .map((file) => ({
      name: text(file, 'name') || text(file, 'title'),
      size: typeof file['size'] === 'number' && Number.isFinite(file['size']) ? file['size'] : 0,
      read: () => readFile(file, reach),
    }));
}

async function readFile(file: Record<string, unknown>, { client, fetchFile }: FileReach): Promise<Uint8Array> {
  const preview = text(file, 'preview');
  // A short snippet comes along whole: only `lines_more` tells, since a preview of five lines of twelve is not called cut.
  if (preview !== '' && file['lines_more'] === 0 && file['preview_is_truncated'] === false) return Buffer.from(preview);
  try {
    return await fetchFile(addressOf(await known(file, client)));
  } catch (error) {
    // The start of a snippet is more than nothing: an older app has no right to read files.
    if (preview !== '' && error instanceof UserError) return Buffer.from(preview);
    throw error;
  }
}

/** Files from another workspace arrive as an id: their details are to be asked for (api.slack.com/apis/connect). */
async function known(file: Record<string, unknown>, client: Client): Promise<Record<string, unknown>> {
  if (addressOf(file) !== '' || text(file, 'id') === '') return file;
  try {
    const { file: info } = await client.files.info({ file: text(file, 'id') });
    return isRecord(info) ? info : file;
  } catch (cause) {
    throw new UserError('bad-input', 'Slack does not let me see it. Upload it in this channel, or paste the text.', {
      cause,
    });
  }
}

function addressOf(file: Record<string, unknown>): string {
  return text(file, 'url_private_download') || text(file, 'url_private');
}

function text(file: Record<string, unknown>, name: string): string {
  const value = file[name];
  return typeof value === 'string' ? value : '';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
