/** Whether a character can be part of a Base64 value that may be percent-encoded, as Base64url too. */
export function isBase64Sign(code: number): boolean {
  return (
    (code >= 0x30 && code <= 0x39) ||
    (code >= 0x41 && code <= 0x5a) ||
    (code >= 0x61 && code <= 0x7a) ||
    // + / = % - _
    code === 0x2b ||
    code === 0x2f ||
    code === 0x3d ||
    code === 0x25 ||
    code === 0x2d ||
    code === 0x5f
  );
}

/** A line of a wrapped value is at least this long (64 or 76 in practice), so that the words below it are not taken in. */
const shortestLine = 40;

/**
 * Where the value that starts at `from` ends: over line breaks when it is wrapped, over line breaks written as `\n`, and
 * over numeric HTML entities (`&#x2b;`).
 */
export function runEnd(text: string, from: number): number {
  let at = from;
  let lineStart = from;
  for (;;) {
    while (at < text.length && isBase64Sign(text.charCodeAt(at))) at += 1;
    const [entity = ''] = match(/&#(?:x[0-9a-fA-F]{1,4}|\d{1,5});/y, text, at);
    const [slash = ''] = match(/\\\/|(?:\\r)?\\n/y, text, at);
    if (entity !== '' || slash !== '') {
      at += entity.length + slash.length;
      continue;
    }
    const [gap = '', next = ''] = match(
      /\r?\n[ \t]{0,16}([A-Za-z0-9+/=%_-]{1,100})(?=\s|["'<&]|$|[A-Za-z0-9+/=])/y,
      text,
      at,
    );
    // The last line is short; anything but a value has words on the lines below it.
    if (gap === '' || at - lineStart < shortestLine || !(next.length >= shortestLine || isLastLine(next))) return at;
    at += gap.length - next.length;
    lineStart = at;
  }
}

function isLastLine(line: string): boolean {
  return line.endsWith('=') || (/\d/.test(line) && /[A-Z]/.test(line) && /[a-z]/.test(line));
}

function match(pattern: RegExp, text: string, at: number): readonly string[] {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? [];
}
