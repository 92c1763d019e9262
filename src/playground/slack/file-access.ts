import type { Core } from './core.js';
import type { Channel, SlackFile } from './objects.js';

/** Where a file was shared, in order of the channels. */
export const sharedIn = (core: Core, { id }: SlackFile): readonly Channel[] =>
  core.workspace
    .channels()
    .filter((channel) =>
      core.workspace.messages(channel.id).some(({ files }) => files?.some((file) => file.id === id) === true),
    );

/** Whether the app can see a file at all: its own, one in a channel it is in, or one from a form of its own. */
export const isVisibleToApp = (core: Core, file: SlackFile): boolean =>
  file.user === core.bot.id ||
  core.files.wasHandedToApp(file.id) ||
  sharedIn(core, file).some((channel) => channel.members.has(core.bot.id));

/** Characters that could end an attribute or a tag. */
const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/**
 * What Slack answers to `url_private` without the right to the file: no refusal, but the way to the page on which people
 * sign in, which an app that follows it takes for the file (slackapi/deno-slack-sdk issue 285; with a token that lacks
 * `files:read` too, OpenRouterLabs/spawn pull 2316).
 */
const toSignIn = (core: Core, path: string): Response => {
  const location = `${core.url()}/?redir=${encodeURIComponent(path)}`;
  return new Response(`<a href="${escapeHtml(location)}">Found</a>.\n`, {
    status: 302,
    headers: { location, 'content-type': 'text/html; charset=utf-8' },
  });
};

/** The page on which people sign in, at the end of that way. */
export const signInPage = (core: Core): Response =>
  new Response(
    `<!DOCTYPE html>\n<html lang="en-US"><head><title>Sign in to ${escapeHtml(core.seed.team.name)} | Slack</title></head>` +
      '<body><h1>Sign in</h1><p>This is where Slack asks people to sign in. A program that finds this instead of a file ' +
      'lacks the scope files:read, or sent no bot token.</p></body></html>\n',
    { headers: { 'content-type': 'text/html; charset=utf-8' } },
  );

/** Names in a header must be ASCII; the rest goes in the encoded form that browsers understand. */
export const disposition = (kind: 'inline' | 'attachment', name: string): string =>
  `${kind}; filename*=UTF-8''${encodeURIComponent(name)}`;

/** `GET url_private` by the app: the bytes for a bot token with `files:read` (file object reference, “Authentication”). */
export const sendToApp = (core: Core, id: string, authorization: string | undefined, path: string): Response => {
  const isAllowed = authorization === `Bearer ${core.botToken}` && core.seed.app.scopes.includes('files:read');
  if (!isAllowed) return toSignIn(core, path);
  const file = core.files.get(id);
  if (file === undefined) return new Response('file_not_found', { status: 404 });
  if (!isVisibleToApp(core, file)) return toSignIn(core, path);
  return new Response(new Uint8Array(file.bytes), {
    headers: { 'content-type': file.mimetype, 'content-disposition': disposition('attachment', file.name) },
  });
};
