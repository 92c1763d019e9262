/** One thing that happened. `fields` are safe to write. */
export interface LogLine {
  /** ISO 8601. */
  readonly time: string;
  readonly level: string;
  readonly message: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** Every character that could move the cursor, break the line or turn its direction, beyond what JSON escapes. */
const unprintable = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/gu;

/** For machines: one JSON object a line. A field named as one of the line's own gets an underscore behind its name. */
export function jsonLine({ time, level, message, fields }: LogLine): string {
  const own = { time, level, message };
  const renamed = Object.entries(fields).map(([name, value]) => [Object.hasOwn(own, name) ? `${name}_` : name, value]);
  return `${JSON.stringify({ ...own, ...Object.fromEntries(renamed) })}\n`;
}

const colours: Readonly<Record<string, number>> = { debug: 90, info: 36, warn: 33, error: 31 };

/** For a person at a terminal: one line, `08:00:00 warn  Message name=value`. */
export function humanLine({ time, level, message, fields }: LogLine): string {
  const painted = `\u001b[${colours[level] ?? 0}m${level.padEnd(5)}\u001b[0m`;
  const pairs = Object.entries(fields).map(([name, value]) => `${printable(name)}=${humanValue(value)}`);
  return `${[time.slice(11, 19), painted, printable(message), ...pairs].join(' ')}\n`;
}

function humanValue(value: unknown): string {
  const isPlain = typeof value === 'string' && /^[^\s"=]+$/.test(value);
  return printable(isPlain ? value : (JSON.stringify(value) ?? 'undefined'));
}

function printable(text: string): string {
  return text.replace(unprintable, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
