/** What a file is, told from its bytes: names and announced types are the giver's word. */
export type FileKind =
  | { readonly kind: 'picture' }
  | { readonly kind: 'text'; readonly text: string }
  /** Something else; `name` says what, in a few words, where its first bytes tell. */
  | { readonly kind: 'other'; readonly name?: string };

/** First bytes as Latin-1. */
const pictures = ['\u0089PNG\r\n\u001A\n', '\u00FF\u00D8\u00FF'];

/** What people drop by mistake: at which byte it is told by what. */
const others: readonly (readonly [at: number, magic: string, name: string])[] = [
  [0, '%PDF-', 'a PDF'],
  [0, 'PK\u0003\u0004', 'a ZIP archive or an Office document'],
  [0, '\u001F\u008B', 'a gzip archive'],
  [0, 'GIF8', 'a GIF picture'],
  [8, 'WEBP', 'a WebP picture'],
  [0, 'II*\u0000', 'a TIFF picture'],
  [0, 'MM\u0000*', 'a TIFF picture'],
  [4, 'ftyphei', 'a HEIC picture'],
  [4, 'ftypmif1', 'a HEIC picture'],
  [4, 'ftyp', 'a video'],
  [0, '\u001AE\u00DF\u00A3', 'a video'],
];

/** Tells what a file is. Any bytes will do. */
export function fileKind(bytes: Uint8Array): FileKind {
  const start = Buffer.from(bytes.subarray(0, 32)).toString('latin1');
  if (pictures.some((magic) => start.startsWith(magic))) return { kind: 'picture' };
  const name = others.find(([at, magic]) => start.startsWith(magic, at))?.[2];
  if (name !== undefined) return { kind: 'other', name };
  const text = textOf(bytes);
  return isBinary(text) ? { kind: 'other' } : { kind: 'text', text };
}

/** Bytes of a file or a pipe as text: UTF-8, or UTF-16 as Windows PowerShell writes it, with its mark at the start. */
export function textOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}

/** Whether a decoded text was none. A log can hold a few stray bytes; a tenth of the text is no accident. */
export function isBinary(text: string): boolean {
  const sample = text.slice(0, 65_536);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: counting control characters is the purpose
  const odd = sample.match(/[\u0000-\u0008\u000E-\u001A\u001C-\u001F\uFFFD]/g)?.length ?? 0;
  return odd > sample.length / 10;
}
