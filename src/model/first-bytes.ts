/** What a file is by how its bytes begin: names and announced types are the giver's word. */

type Sign = readonly [at: number, magic: string];

/** The pictures that are read, in Latin-1 (PNG, third edition, 5.2; JPEG, ITU T.81, B.1.1.3). */
const pictures = { png: '\u0089PNG\r\n\u001A\n', jpeg: '\u00FF\u00D8\u00FF' } as const;

/** What people send by mistake: it is told by all of its signs, the first that fits. */
const foreign: readonly (readonly [name: string, ...signs: Sign[]])[] = [
  ['a PDF', [0, '%PDF-']],
  ['a ZIP archive or an Office document', [0, 'PK\u0003\u0004']],
  ['a gzip archive', [0, '\u001F\u008B']],
  ['a GIF picture', [0, 'GIF8']],
  ['a WebP picture', [0, 'RIFF'], [8, 'WEBP']],
  ['a TIFF picture', [0, 'II*\u0000']],
  ['a TIFF picture', [0, 'MM\u0000*']],
  // Two letters alone begin many a text; four reserved bytes of zero do not go on in one.
  ['a BMP picture', [0, 'BM'], [6, '\u0000\u0000\u0000\u0000']],
  ['an AVIF picture', [4, 'ftypavi']],
  ['a HEIC picture', [4, 'ftyphei']],
  ['a HEIC picture', [4, 'ftyphev']],
  ['a HEIC picture', [4, 'ftypmif1']],
  ['a HEIC picture', [4, 'ftypmsf1']],
  ['a video', [4, 'ftyp']],
  ['a video', [0, '\u001AE\u00DF\u00A3']],
];

/** Which of the pictures that are read it begins as, if any. */
export function pictureKindOf(bytes: Uint8Array): keyof typeof pictures | undefined {
  const start = startOf(bytes);
  if (start.startsWith(pictures.png)) return 'png';
  return start.startsWith(pictures.jpeg) ? 'jpeg' : undefined;
}

/** What it is in a few words, where it is something else that is told by its first bytes. */
export function foreignKindOf(bytes: Uint8Array): string | undefined {
  const start = startOf(bytes);
  return foreign.find(([, ...signs]) => signs.every(([at, magic]) => start.startsWith(magic, at)))?.[0];
}

function startOf(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes.subarray(0, 16));
}
