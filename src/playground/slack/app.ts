import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { FILE_LIMITS } from '../page-protocol.js';
import type { Core } from './core.js';
import { sendToApp, signInPage } from './file-access.js';
import { guard } from './guard.js';
import type { Json } from './objects.js';
import type { Page } from './page.js';
import { SlackError } from './slack-error.js';
import { readStatic } from './static-files.js';
import { callMethod } from './web-api/dispatch.js';

const MAX_CALL = 4_000_000;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** Parameters of a Web API call: JSON, form fields, or the query. */
const paramsOf = async (request: Request): Promise<Json> => {
  const query = Object.fromEntries(new URL(request.url).searchParams);
  if (request.method !== 'POST') return query;
  const type = request.headers.get('content-type') ?? '';
  if (type.startsWith('application/json')) {
    const text = await request.text();
    const body = text.trim() === '' ? {} : parseJson(text);
    if (!isObject(body)) throw new SlackError('invalid_json');
    return { ...query, ...body };
  }
  if (type.startsWith('multipart/form-data')) {
    const fields = await request.formData();
    return { ...query, ...Object.fromEntries([...fields].filter(([, value]) => typeof value === 'string')) };
  }
  return { ...query, ...Object.fromEntries(new URLSearchParams(await request.text())) };
};

const uploaded = async (request: Request): Promise<Uint8Array> => {
  if (!(request.headers.get('content-type') ?? '').startsWith('multipart/form-data')) {
    return new Uint8Array(await request.arrayBuffer());
  }
  for (const [, value] of await request.formData()) {
    if (typeof value !== 'string') return new Uint8Array(await value.arrayBuffer());
  }
  return new Uint8Array();
};

const NOT_BUILT = 'The page of the playground is not built. Run "npm run build", then start again.\n';

/** Every address of the stand-in: Web API, response URLs, files, and the page. */
export const createApp = (core: Core, page: Page, port: () => number, webRoot: string | undefined): Hono => {
  const app = new Hono();
  app.use(guard(port));

  app.all('/api/:method', bodyLimit({ maxSize: MAX_CALL }), async (context) => {
    let answer: { status: number; headers: Readonly<Record<string, string>>; body: Json };
    try {
      const params = await paramsOf(context.req.raw);
      answer = callMethod(core, context.req.param('method'), context.req.header('authorization'), params);
    } catch (error) {
      if (!(error instanceof SlackError)) throw error;
      answer = { status: 200, headers: {}, body: { ok: false, error: error.code } };
    }
    return Response.json(answer.body, { status: answer.status, headers: answer.headers });
  });

  // The three kinds of response_url: of slash commands, of actions, of shortcuts.
  app.post('/:kind{commands|actions|app}/:secret', bodyLimit({ maxSize: MAX_CALL }), async (context) => {
    try {
      const body = parseJson(await context.req.text());
      if (!isObject(body)) throw new SlackError('invalid_payload');
      core.responseUrls.use(context.req.param('secret'), body);
      return context.json({ ok: true });
    } catch (error) {
      if (!(error instanceof SlackError)) throw error;
      const gone = ['used_url', 'expired_url', 'no_service'].includes(error.code);
      return context.json({ ok: false, error: error.code, ...error.details }, gone ? 404 : 400);
    }
  });

  app.post('/upload/v1/:id', bodyLimit({ maxSize: FILE_LIMITS.bytes }), async (context) => {
    const upload = core.uploads.get(context.req.param('id'));
    const bytes = await uploaded(context.req.raw);
    if (upload === undefined) return context.text('no such upload', 404);
    if (bytes.byteLength !== upload.length) return context.text('length does not match', 400);
    upload.bytes = bytes;
    return context.text(`OK - ${bytes.byteLength}`);
  });

  // The address holds the team's id before the file's: `T0…-F0…`.
  app.on('GET', ['/files-pri/:id/:name', '/files-pri/:id/download/:name'], (context) => {
    const id = context.req.param('id').split('-').at(-1) ?? '';
    return sendToApp(core, id, context.req.header('authorization'), context.req.path);
  });

  app.route('/page', page.routes);

  app.get('*', async (context) => {
    const { path } = context.req;
    if (path === '/' && context.req.query('redir') !== undefined) return signInPage(core);
    const file = webRoot === undefined ? undefined : await readStatic(webRoot, path);
    if (file === undefined) return context.text(path === '/' ? NOT_BUILT : 'Not found.\n', path === '/' ? 503 : 404);
    return new Response(file.bytes, { headers: { 'content-type': file.type, 'cache-control': 'no-cache' } });
  });

  app.onError((error, context) => {
    console.error('playground: request failed', error);
    return context.json({ ok: false, error: 'internal_error' }, 500);
  });
  return app;
};
