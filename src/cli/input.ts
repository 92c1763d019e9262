import { isBinary, textOf } from '../desk/given/file-kind.js';
import { UserError } from '../model/errors.js';

/** Standard input. */
export type Input = AsyncIterable<Uint8Array> & { readonly isTTY?: boolean };

const noText = 'There is no text. Give it as arguments, or pipe it in: wo-okta fix < error.log';

/** Of a longer input this many bytes at either end are kept: more than understanding looks at. */
const endBytes = 4 * 1_048_576;

/**
 * The text a command is about: its arguments, or standard input when there are none (or a lone `-`). Throws `UserError`
 * `bad-input` for an empty text, unless it `mayBeEmpty`, and for what is no text. `hint` is called before a person types;
 * `missing` is what to say of an empty text.
 */
export async function readText(
  words: readonly string[],
  input: Input,
  hint: () => void,
  { mayBeEmpty = false, missing = noText }: { readonly mayBeEmpty?: boolean; readonly missing?: string } = {},
): Promise<string> {
  const fromInput = words.length === 0 || (words.length === 1 && words[0] === '-');
  if (fromInput && input.isTTY === true) hint();
  const text = fromInput ? textOf(await readEnds(input)) : words.join(' ');
  if (text.trim() === '' && !mayBeEmpty) {
    throw new UserError('bad-input', missing);
  }
  if (isBinary(text)) {
    throw new UserError('bad-input', 'This is not text but binary data. Give the error text as text, in UTF-8.');
  }
  return text;
}

/** Reads to the end but keeps only both ends of a long input, so that any length takes the same memory. */
async function readEnds(input: Input): Promise<Buffer> {
  const start: Uint8Array[] = [];
  const end: Uint8Array[] = [];
  let startLength = 0;
  let endLength = 0;
  for await (const chunk of input) {
    if (startLength < endBytes) {
      start.push(chunk);
      startLength += chunk.length;
      continue;
    }
    end.push(chunk);
    endLength += chunk.length;
    while (endLength - (end[0]?.length ?? 0) >= endBytes) endLength -= end.shift()?.length ?? 0;
  }
  return Buffer.concat([...start, ...end]);
}
