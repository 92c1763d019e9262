/** A text as a person or a program would read it, and where in the encoded one each of its characters begins. */
export interface Decoded {
  readonly text: string;
  /** One more than there are characters: the last is the encoded text's length. */
  readonly starts: Int32Array;
}

/**
 * What stands for another character, or for none: characters without width and soft hyphens; full-width forms; character
 * references of HTML; percent-encoding; escapes of JSON; what mails break and escape lines with (RFC 2045, 6.7).
 */
const encoded =
  /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]|[\uff01-\uff5e\u3000]|&(?:amp|lt|gt|quot|apos|nbsp|#\d{2,4}|#x[\da-f]{2,3});|%[2-7][\da-f]|\\(?:u00[2-7][\da-f]|["/]|(?:r\\)?n)|=(?:3D|\r?\n)/gi;

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/**
 * So far from a decoded character a text is looked at once more: the rest was seen before it was decoded. A key block of
 * 8,192 bits fits in.
 */
const reach = 8_000;

/** Takes one layer of encoding off, and leaves away what is far from any; undefined when there is none. */
export function decode(text: string): Decoded | undefined {
  if (text.search(encoded) < 0) return undefined;
  const pieces: string[] = [];
  // No decoding makes a text longer.
  const starts = new Int32Array(text.length + 1);
  const parts: Part[] = [];
  let length = 0;
  let at = 0;
  const plainUpTo = (end: number) => {
    pieces.push(text.slice(at, end));
    for (let index = at; index < end; index += 1) starts[length++] = index;
  };
  for (const match of text.matchAll(encoded)) {
    plainUpTo(match.index);
    const character = meaning(match[0]);
    const part = parts.at(-1);
    if (part !== undefined && length - reach <= part.end) part.end = length + reach;
    else parts.push({ start: Math.max(0, length - reach), end: length + reach });
    pieces.push(character);
    if (character !== '') starts[length++] = match.index;
    at = match.index + match[0].length;
  }
  plainUpTo(text.length);
  starts[length++] = text.length;
  return only(parts, { text: pieces.join(''), starts: starts.subarray(0, length) });
}

/** From one character of a text up to another. */
interface Part {
  readonly start: number;
  end: number;
}

/** These parts of a text, each on lines of its own; all of it when they are most of it. */
function only(parts: readonly Part[], whole: Decoded): Decoded {
  const { text, starts } = whole;
  const length = parts.reduce((sum, { start, end }) => sum + Math.min(end, text.length) - start, 0);
  if (length > text.length / 2) return whole;
  const kept = new Int32Array(length + parts.length);
  let at = 0;
  const pieces = parts.map(({ start, end }) => {
    const piece = text.slice(start, end);
    // Also where the line break stands: the end of what may be found in front of it.
    kept.set(starts.subarray(start, start + piece.length + 1), at);
    at += piece.length + 1;
    return piece;
  });
  return { text: pieces.join('\n'), starts: kept };
}

/** The one character that is meant, or none. */
function meaning(piece: string): string {
  const first = piece.charCodeAt(0);
  if (first >= 0xff01 && first <= 0xff5e) return String.fromCharCode(first - 0xfee0);
  if (piece === '\u3000') return ' ';
  if (piece.startsWith('%')) return String.fromCharCode(Number.parseInt(piece.slice(1), 16));
  if (piece.startsWith('\\u')) return String.fromCharCode(Number.parseInt(piece.slice(2), 16));
  if (piece.startsWith('\\')) return /n$/i.test(piece) ? '\n' : piece.slice(1);
  if (piece.startsWith('&#')) {
    const code = /x/i.test(piece) ? Number.parseInt(piece.slice(3), 16) : Number.parseInt(piece.slice(2), 10);
    return String.fromCharCode(code);
  }
  if (piece.startsWith('&')) return named[piece.slice(1, -1).toLowerCase()] ?? ' ';
  return piece.startsWith('=3') ? '=' : '';
}
