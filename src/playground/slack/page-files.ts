import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { UserError } from '../../model/errors.js';
import { FILE_LIMITS, type PageFile } from '../page-protocol.js';
import type { Core } from './core.js';
import { disposition } from './file-access.js';
import { PREVIEW_LINES } from './file-text.js';
import type { SlackFile } from './objects.js';

/** A file as the page shows it. The page has no token: it sees files at addresses of its own. */
export const pageFile = (file: SlackFile): PageFile => ({
  id: file.id,
  name: file.name,
  mimetype: file.mimetype,
  kind: file.text === undefined || file.filetype !== 'binary' ? file.prettyType : 'Text',
  size: file.bytes.byteLength,
  url: `/page/file/${file.id}/${encodeURIComponent(file.name)}`,
  ...(file.picture === undefined ? {} : { picture: file.picture }),
  ...(file.text === undefined
    ? {}
    : {
        text: {
          preview: file.text.preview,
          lines: file.text.lines,
          more: Math.max(0, file.text.lines - PREVIEW_LINES),
        },
      }),
});

/** A person's own file of this id. Throws `UserError` when there is none. */
export const ownFile = (core: Core, user: string, id: string): SlackFile => {
  const file = core.files.get(id);
  if (file?.user !== user) throw new UserError('bad-input', 'That file is gone. Attach it again.');
  return file;
};

/**
 * How a browser may open it: pictures as they are, texts as nothing but text, all else as a download. Never as what it
 * says it is: a page or a script from outside would be one of our own here.
 */
const shown = ({ mimetype, text, name }: SlackFile): Readonly<Record<string, string>> => {
  if (mimetype.startsWith('image/'))
    return {
      'content-type': mimetype,
      'content-disposition': disposition(mimetype === 'image/svg+xml' ? 'attachment' : 'inline', name),
    };
  if (text !== undefined)
    return { 'content-type': 'text/plain; charset=utf-8', 'content-disposition': disposition('inline', name) };
  return { 'content-type': 'application/octet-stream', 'content-disposition': disposition('attachment', name) };
};

/** `POST /upload?name=…` takes a file of the person; `GET /file/<id>/<name>` shows one. */
export const fileRoutes = (core: Core): Hono => {
  const routes = new Hono();
  const refusal = (error: string): Response => Response.json({ ok: false, error });
  const tooLarge = `That file is larger than ${FILE_LIMITS.bytes / 1_000_000} MB. Send only the part with the error.`;
  routes.post(
    '/upload',
    bodyLimit({ maxSize: FILE_LIMITS.bytes, onError: () => refusal(tooLarge) }),
    async (context) => {
      // A foreign page can send forms and plain text without asking, but not this type.
      if (context.req.header('content-type') !== 'application/octet-stream') {
        return context.json({ ok: false, error: 'Send application/octet-stream.' }, 415);
      }
      const bytes = new Uint8Array(await context.req.arrayBuffer());
      try {
        const file = core.files.keep({ name: context.req.query('name') ?? '', user: core.me.id, bytes });
        return context.json({ ok: true, file: pageFile(file) });
      } catch (error) {
        if (!(error instanceof UserError)) throw error;
        return refusal(error.message);
      }
    },
  );
  routes.get('/file/:id/:name', (context) => {
    const file = core.files.get(context.req.param('id'));
    if (file === undefined) return context.text('No such file.', 404);
    return new Response(new Uint8Array(file.bytes), { headers: shown(file) });
  });
  return routes;
};
