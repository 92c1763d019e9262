/** A text file's text in short. */
export interface FileText {
  /** The first five lines, as Slack shows them of a snippet, cut when they are very long. */
  readonly preview: string;
  /** Of the whole file; one that ends in a line break has an empty last line, as in Slack's own count. */
  readonly lines: number;
  /** Characters of the whole file. */
  readonly length: number;
}

/** Lines that Slack shows of a snippet. */
export const PREVIEW_LINES = 5;
/**
 * A text longer than this has `preview_is_truncated`, and its preview is no longer than this. Slack does not say where it
 * draws the line; in payloads that people published the flag is false for 744 bytes of which the preview left seven lines
 * out, and true from 2,254 bytes on. So it does not tell whether the preview is the whole: `lines_more` does.
 */
export const PREVIEW_CHARACTERS = 2_000;
/** Enough to tell a text from anything else. */
const LOOKED_AT = 8_000;

const encodingOf = (bytes: Uint8Array): string =>
  bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';

/** The text in a file: UTF-8, or UTF-16 that says so, as Windows writes it. Undefined when it is something else. */
export const textOf = (bytes: Uint8Array): string | undefined => {
  try {
    const text = new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
    // Tabs, breaks and the colours of a terminal occur in logs; other control characters do not.
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
    return /[\0-\x08\x0e-\x1a\x1c-\x1f]/.test(text.slice(0, LOOKED_AT)) ? undefined : text;
  } catch {
    return undefined;
  }
};

/** A file's text in short; undefined for what is no text. */
export const fileTextOf = (bytes: Uint8Array): FileText | undefined => {
  const text = textOf(bytes);
  if (text === undefined) return undefined;
  let lines = 1;
  let end = text.length;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
    if (lines === PREVIEW_LINES) end = at;
    lines += 1;
  }
  const preview = text.slice(0, Math.min(end, PREVIEW_CHARACTERS)).toWellFormed();
  return { preview, lines, length: text.length };
};
