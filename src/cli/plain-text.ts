// All but tab and line feed: an escape sequence in pasted text could clear the screen, set the window's title or, in
// some terminals, type. The C1 range counts: U+009B alone starts a sequence. Direction marks can hide what a line says.
const hidden =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: taking control characters out is the purpose
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u061C\u200E\u200F\u2028\u2029\u202A-\u202E\u2066-\u2069\uFEFF]/g;

/** Halves of surrogate pairs, which are no characters. */
const broken = /\p{Surrogate}/gu;

/** Text from outside as a terminal may show it: no control characters, no direction marks; line breaks are `\n`. */
export function plain(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(hidden, '').replace(broken, '\uFFFD');
}

/** The same on one line, cut to `longest` characters with `…`. */
export function plainLine(text: string, longest = 2_000): string {
  const line = plain(text.slice(0, 2 * longest + 1_000))
    .replace(/\s+/g, ' ')
    .trim();
  return line.length <= longest ? line : `${line.slice(0, longest - 1).replace(broken, '')}…`;
}

/** A value as JSON on one line. What a terminal would act on is escaped, which changes nothing for who parses it. */
export function toJson(value: unknown): string {
  // JSON itself escapes only what is below U+0020.
  return JSON.stringify(value).replace(hidden, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** Breaks a line between words so that none is longer than `width`; a longer word stays whole. */
export function wrap(line: string, width: number, indent = ''): string {
  const lines: string[] = [];
  let current = '';
  for (const word of line.split(' ')) {
    const room = lines.length === 0 ? width : width - indent.length;
    if (current !== '' && current.length + 1 + word.length > room) {
      lines.push(current);
      current = word;
    } else {
      current = current === '' ? word : `${current} ${word}`;
    }
  }
  lines.push(current);
  return lines.join(`\n${indent}`);
}
