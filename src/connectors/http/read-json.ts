import type * as z from 'zod';
import { type HttpAnswer, isJson } from './exchange.js';
import type { SystemErrors } from './words.js';

/**
 * The body of an answer, parsed and checked. Throws the system's `unexpected-answer` for a web page, broken JSON or
 * another shape; the message and cause name places in the answer, never what stands there.
 */
export function readJson<T>(answer: HttpAnswer, schema: z.ZodType<T>, what: string, errors: SystemErrors): T {
  if (!isJson(answer)) throw errors.unexpected(what, 'it is not JSON, perhaps a sign-in or error page');
  let data: unknown;
  try {
    data = JSON.parse(answer.body);
  } catch {
    // The parser's own message quotes the text.
    throw errors.unexpected(what, 'its JSON is broken or cut off');
  }
  const read = schema.safeParse(data);
  if (read.success) return read.data;
  const places = read.error.issues
    .slice(0, 3)
    .map((issue) => `${issue.path.map(String).join('.') || 'top'}: ${issue.code}`);
  throw errors.unexpected(what, 'it has another shape than expected', new Error(`at ${places.join(', ')}`));
}
