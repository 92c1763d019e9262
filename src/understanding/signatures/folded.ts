/** A text as the letters and digits in it, each with the place it stands at in the source. */
export interface FoldedText {
  readonly source: string;
  /** One code (1 to 36) a letter or digit; look-alikes share a code. */
  readonly codes: Uint8Array;
  /** Index in `source` of each code. */
  readonly offsets: Int32Array;
}

const digits = 26;

/** Codes are below this. */
export const codeCount = 37;

/** Letters that screenshots and fonts confuse share a code: 0 and o; 1, l, i and |. */
const lookAlikes: Readonly<Record<string, string>> = { '0': 'o', '1': 'i', l: 'i', '|': 'i', ı: 'i' };

const codeOfAscii = new Uint8Array(128);
for (let ascii = 0; ascii < 128; ascii += 1) codeOfAscii[ascii] = codeOf(String.fromCharCode(ascii).toLowerCase());

function codeOf(character: string): number {
  const plain = lookAlikes[character] ?? character;
  if (plain >= 'a' && plain <= 'z') return plain.charCodeAt(0) - 96;
  if (plain >= '0' && plain <= '9') return plain.charCodeAt(0) - 48 + digits + 1;
  return 0;
}

/**
 * Folds a text for comparing error texts: case, spaces, line breaks, quotes, dashes and all other punctuation vanish,
 * look-alike letters become one. Accented letters count as plain ones, other scripts vanish.
 */
export function foldCodes(source: string): FoldedText {
  const codes = new Uint8Array(source.length);
  const offsets = new Int32Array(source.length);
  let length = 0;
  for (let index = 0; index < source.length; index += 1) {
    const unit = source.charCodeAt(index);
    const code =
      unit < 128 ? codeOfAscii[unit] : codeOf(source.charAt(index).normalize('NFKD').charAt(0).toLowerCase());
    if (code !== undefined && code !== 0) {
      codes[length] = code;
      offsets[length] = index;
      length += 1;
    }
  }
  return { source, codes: codes.subarray(0, length), offsets: offsets.subarray(0, length) };
}
