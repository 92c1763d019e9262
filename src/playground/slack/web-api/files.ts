import * as z from 'zod';
import { UserError } from '../../../model/errors.js';
import { FILE_LIMITS } from '../../page-protocol.js';
import { type Core, homeOf } from '../core.js';
import { fromApp } from '../escape.js';
import { isVisibleToApp, sharedIn } from '../file-access.js';
import { fileShape, isSnippet } from '../file-shape.js';
import { textOf } from '../file-text.js';
import type { Json, SlackFile } from '../objects.js';
import { SlackError } from '../slack-error.js';
import { threadOf } from './compose.js';
import { findChannel, method, mustBeMember, structure } from './method.js';

const listed = z.array(z.object({ id: z.string(), title: z.string().optional() })).min(1);

/** A file that was announced and has come. Throws `SlackError`. */
const arrived = (core: Core, id: string, title: string | undefined): SlackFile => {
  const upload = core.uploads.get(id);
  if (upload?.bytes === undefined) throw new SlackError('file_not_found');
  core.uploads.delete(id);
  const given = { id, name: upload.name, user: core.bot.id, bytes: upload.bytes };
  try {
    return core.files.keep(title === undefined ? given : { ...given, title });
  } catch (error) {
    if (error instanceof UserError) throw new SlackError('file_upload_size_restricted', {});
    throw error;
  }
};

/** Where it was shared, by the kind of conversation. */
const sharesShape = (core: Core, file: SlackFile): Json => {
  const channels = sharedIn(core, file);
  const ids = (kind: 'channel' | 'direct'): readonly string[] =>
    channels.filter((channel) => channel.kind === kind).map(({ id }) => id);
  return { channels: ids('channel'), groups: [], ims: ids('direct'), is_public: ids('channel').length > 0 };
};

/** Uploads in three steps: ask for an address, put the bytes there, share. */
export const fileMethods = [
  method({
    name: 'files.getUploadURLExternal',
    scopes: ['files:write'],
    params: z.object({
      filename: z.string().min(1).max(255),
      length: z.coerce.number().int().min(1),
      alt_txt: z.string().max(1_000).optional(),
      snippet_type: z.string().optional(),
    }),
    run(given, core) {
      if (given.length > FILE_LIMITS.bytes) throw new SlackError('file_upload_size_restricted');
      const id = core.id('F');
      core.uploads.set(id, { name: given.filename, length: given.length });
      return { upload_url: `${core.url()}/upload/v1/${id}`, file_id: id };
    },
  }),
  method({
    name: 'files.completeUploadExternal',
    scopes: ['files:write'],
    params: z.object({
      files: structure,
      channel_id: z.string().optional(),
      thread_ts: z.string().optional(),
      initial_comment: z.string().optional(),
    }),
    run(given, core) {
      const wanted = listed.safeParse(given.files);
      if (!wanted.success) throw new SlackError('invalid_arguments');
      const files = wanted.data.map(({ id, title }) => arrived(core, id, title));
      if (given.channel_id !== undefined) {
        const channel = findChannel(core, given.channel_id);
        mustBeMember(core, channel);
        core.workspace.post({
          channel: channel.id,
          user: core.bot.id,
          botId: core.bot.botId,
          text: fromApp(given.initial_comment ?? ''),
          files,
          subtype: 'file_share',
          ...threadOf(core, channel, given.thread_ts),
        });
      }
      return { files: files.map((file) => fileShape(file, homeOf(core))) };
    },
  }),
  method({
    name: 'files.info',
    scopes: ['files:read'],
    params: z.object({ file: z.string() }),
    run(given, core) {
      const file = core.files.get(given.file);
      // “The file does not exist, or is not visible to the calling user.”
      if (file === undefined || !isVisibleToApp(core, file)) throw new SlackError('file_not_found');
      const content = isSnippet(file) ? { content: textOf(file.bytes) ?? '', is_truncated: false } : {};
      return { file: { ...fileShape(file, homeOf(core)), ...sharesShape(core, file) }, ...content, comments: [] };
    },
  }),
];
