/** What Slack calls a kind of file (docs.slack.dev/reference/objects/file-object, “File types”). */
export interface FileType {
  readonly mimetype: string;
  readonly filetype: string;
  readonly prettyType: string;
  /** Whether Slack makes a snippet of it: shown, and editable, as text. */
  readonly isText: boolean;
}

const text = (filetype: string, prettyType: string, mimetype = 'text/plain'): FileType => ({
  mimetype,
  filetype,
  prettyType,
  isText: true,
});
const bytes = (mimetype: string, filetype: string, prettyType: string): FileType => ({
  mimetype,
  filetype,
  prettyType,
  isText: false,
});

const plain = text('text', 'Plain Text');
const binary = bytes('application/octet-stream', 'binary', 'Binary');
const jpeg = bytes('image/jpeg', 'jpg', 'JPEG');
const yaml = text('yaml', 'YAML');

const BY_ENDING: Readonly<Record<string, FileType | undefined>> = {
  csv: text('csv', 'CSV', 'text/csv'),
  gif: bytes('image/gif', 'gif', 'GIF'),
  html: text('html', 'HTML', 'text/html'),
  jpeg,
  jpg: jpeg,
  js: text('javascript', 'JavaScript/JSON'),
  json: text('json', 'JSON'),
  log: plain,
  md: text('markdown', 'Markdown (raw)'),
  pdf: bytes('application/pdf', 'pdf', 'PDF'),
  png: bytes('image/png', 'png', 'PNG'),
  svg: bytes('image/svg+xml', 'svg', 'SVG'),
  txt: plain,
  webp: bytes('image/webp', 'webp', 'WebP'),
  xml: text('xml', 'XML'),
  yaml,
  yml: yaml,
  zip: bytes('application/zip', 'zip', 'Zip'),
};

/** The ending of a name, in lower case and without its dot; `''` for none. */
export const endingOf = (name: string): string => {
  const dot = name.lastIndexOf('.');
  return dot < 0 ? '' : name.slice(dot + 1).toLowerCase();
};

/**
 * What Slack takes a file for, going by the ending of its name. An ending that its list of types does not have, such as
 * `har`, is `binary`, whatever is in the file: an app that reads it has to look at the bytes.
 */
export const fileTypeOf = (name: string): FileType => BY_ENDING[endingOf(name)] ?? binary;
