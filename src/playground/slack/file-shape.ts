import { PREVIEW_CHARACTERS, PREVIEW_LINES } from './file-text.js';
import { fileTypeOf } from './file-types.js';
import type { Json, SlackFile, Team } from './objects.js';

/** Where shapes lead to: the workspace, and the base of its files' private addresses. */
export interface Home {
  readonly team: Team;
  readonly filesUrl: string;
}

/** “There is a 1 megabyte file size limit for files uploaded as snippets” (docs.slack.dev, files.upload). */
const LARGEST_SNIPPET = 1_000_000;
/** Whether Slack keeps it as a snippet: a short file of one of its kinds of text. */
export const isSnippet = ({ name, bytes, text }: SlackFile): boolean =>
  text !== undefined && fileTypeOf(name).isText && bytes.byteLength <= LARGEST_SNIPPET;

const snippetFields = ({ text }: SlackFile, permalink: string): Json =>
  text === undefined
    ? {}
    : {
        edit_link: `${permalink}/edit`,
        preview: text.preview,
        lines: text.lines,
        lines_more: Math.max(0, text.lines - PREVIEW_LINES),
        preview_is_truncated: text.length > PREVIEW_CHARACTERS,
      };

/**
 * A file as messages, events and forms show it (docs.slack.dev/reference/objects/file-object): all its details, whether
 * or not the app may fetch it. Left out: thumbnails, the coloured preview, and the public link.
 */
export const fileShape = (file: SlackFile, { team, filesUrl }: Home): Json => {
  const name = encodeURIComponent(file.name);
  const base = `${filesUrl}/${team.id}-${file.id}`;
  const permalink = `https://${team.domain}.slack.com/files/${file.user}/${file.id}/${name}`;
  const snippet = isSnippet(file);
  return {
    id: file.id,
    created: file.created,
    timestamp: file.created,
    name: file.name,
    title: file.title,
    mimetype: file.mimetype,
    filetype: file.filetype,
    pretty_type: file.prettyType,
    user: file.user,
    user_team: team.id,
    editable: snippet,
    size: file.bytes.byteLength,
    mode: snippet ? 'snippet' : 'hosted',
    is_external: false,
    external_type: '',
    // As in events, which are on their way before the file counts as shared.
    is_public: false,
    public_url_shared: false,
    display_as_bot: false,
    username: '',
    url_private: `${base}/${name}`,
    url_private_download: `${base}/download/${name}`,
    permalink,
    ...(file.picture === undefined ? {} : { original_w: file.picture.width, original_h: file.picture.height }),
    ...(snippet ? snippetFields(file, permalink) : {}),
    has_rich_preview: false,
    file_access: 'visible',
  };
};
