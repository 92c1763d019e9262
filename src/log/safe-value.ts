/** Takes the secrets out of a text. */
export type RedactText = (text: string) => string;

/** Names under which only a secret is kept, in whatever spelling: `bot_token`, `signingSecret`, `Authorization`. */
const secretName = /token|secret|passw|authorization|cookie|credential|api_?key|private_?key/i;

const longestText = 2_000;
const mostItems = 50;
const deepest = 4;
const longestChain = 5;

/**
 * A copy of a field's value that can be written: secrets taken out, cut to a bounded size, errors as their code, message
 * and causes. Never throws, whatever the value is.
 */
function safeValue(value: unknown, redact: RedactText, depth = 0): unknown {
  if (typeof value === 'string') return safeText(value, redact);
  if (value === null || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (typeof value === 'bigint' || typeof value === 'symbol') return String(value);
  if (typeof value !== 'object') return value === undefined ? undefined : `[${typeof value}]`;
  if (value instanceof Error) return safeError(value, redact);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? 'Invalid Date' : value.toISOString();
  if (ArrayBuffer.isView(value)) return `[${value.byteLength} bytes]`;
  if (depth >= deepest) return '[deeper]';
  if (Array.isArray(value)) {
    const items = value.slice(0, mostItems).map((item) => safeValue(item, redact, depth + 1));
    return value.length > mostItems ? [...items, `[${value.length - mostItems} more]`] : items;
  }
  if (value instanceof Map || value instanceof Set) return safeValue([...value], redact, depth);
  return safeFields(value, redact, depth + 1);
}

/** The same for every field of an object. A field whose name says it is a secret is not written at all. */
export function safeFields(fields: object, redact: RedactText, depth = 0): Record<string, unknown> {
  const safe: [string, unknown][] = [];
  for (const name of Object.keys(fields).slice(0, mostItems)) {
    const value = readField(fields, name);
    const hidden = secretName.test(name) && typeof value !== 'number' && typeof value !== 'boolean';
    safe.push([safeText(name, redact), hidden && value !== undefined ? '[redacted]' : safeValue(value, redact, depth)]);
  }
  return Object.fromEntries(safe);
}

/** Without own properties beyond `code`: HTTP clients hang whole requests there, with their authorization. */
function safeError(error: Error, redact: RedactText, link = 1): Record<string, unknown> {
  const code = readField(error, 'code');
  const cause = readField(error, 'cause');
  const inner = error instanceof AggregateError ? error.errors : [];
  const next = (value: unknown) =>
    link >= longestChain
      ? '[more causes]'
      : value instanceof Error
        ? safeError(value, redact, link + 1)
        : safeValue(value, redact, deepest - 1);
  return {
    name: safeText(String(readField(error, 'name')), redact),
    ...(typeof code === 'string' || typeof code === 'number' ? { code: safeValue(code, redact) } : {}),
    message: safeText(String(readField(error, 'message')), redact),
    // An error with a code is an outcome somebody foresaw; without one it is a fault of the program, to be found.
    ...(code === undefined && link === 1 ? { stack: framesOf(error, redact) } : {}),
    ...(cause === undefined ? {} : { cause: next(cause) }),
    ...(inner.length === 0 ? {} : { errors: inner.slice(0, longestChain).map(next) }),
  };
}

/** Where the error was made, without its message, which is written once already. */
function framesOf(error: Error, redact: RedactText): string[] {
  const lines = String(readField(error, 'stack')).slice(0, 20_000).split('\n');
  const frames = lines.map((line) => line.trim()).filter((line) => line.startsWith('at '));
  return frames.slice(0, 8).map((line) => safeText(line, redact));
}

function safeText(text: string, redact: RedactText): string {
  // Redacted before it is cut, so that no secret is cut to where it no longer looks like one; the first cut bounds the
  // work, and its end, where that could happen, falls to the second.
  const safe = redact(text.slice(0, 4 * longestText));
  return text.length <= longestText ? safe : `${safe.slice(0, longestText)}… (${text.length} characters)`;
}

function readField(object: object, name: string): unknown {
  try {
    return Reflect.get(object, name);
  } catch {
    return '[unreadable]';
  }
}
