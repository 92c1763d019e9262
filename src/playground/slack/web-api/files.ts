import * as z from 'zod';
import { filesUrl } from '../core.js';
import { fromApp } from '../escape.js';
import { mimetypeOf } from '../mimetypes.js';
import type { SlackFile } from '../objects.js';
import { fileShape } from '../shapes.js';
import { SlackError } from '../slack-error.js';
import { threadOf } from './compose.js';
import { findChannel, method, mustBeMember, structure } from './method.js';

/** Bytes of one upload; far below Slack's gigabyte, because it is kept in memory. */
export const MAX_UPLOAD = 20_000_000;

const listed = z.array(z.object({ id: z.string(), title: z.string().optional() })).min(1);

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
      if (given.length > MAX_UPLOAD) throw new SlackError('file_upload_size_restricted');
      const id = core.id('F');
      core.uploads.set(id, {
        length: given.length,
        file: {
          id,
          name: given.filename,
          title: given.filename,
          mimetype: mimetypeOf(given.filename),
          user: core.bot.id,
          created: Math.floor(core.clock.now() / 1000),
        },
      });
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
      const files = wanted.data.map(({ id, title }): SlackFile => {
        const upload = core.uploads.get(id);
        if (upload?.bytes === undefined) throw new SlackError('file_not_found');
        return { ...upload.file, bytes: upload.bytes, title: title ?? upload.file.title };
      });
      for (const file of files) {
        core.files.set(file.id, file);
        core.uploads.delete(file.id);
      }
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
      return { files: files.map((file) => fileShape(file, filesUrl(core))) };
    },
  }),
  method({
    name: 'files.info',
    scopes: ['files:read'],
    params: z.object({ file: z.string() }),
    run(given, core) {
      const file = core.files.get(given.file);
      if (file === undefined) throw new SlackError('file_not_found');
      return { file: fileShape(file, filesUrl(core)) };
    },
  }),
];
