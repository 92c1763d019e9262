import { foreignKindOf, pictureKindOf } from '../../model/first-bytes.js';

/** What a file is, told from its bytes: names and announced types are the giver's word. */
export type FileKind =
  | { readonly kind: 'picture' }
  | { readonly kind: 'text'; readonly text: string }
  /** Something else; `name` says what, in a few words, where its first bytes tell. */
  | { readonly kind: 'other'; readonly name?: string };

/** Tells what a file is. Any bytes will do. */
export function fileKind(bytes: Uint8Array): FileKind {
  if (pictureKindOf(bytes) !== undefined) return { kind: 'picture' };
  const name = foreignKindOf(bytes);
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
