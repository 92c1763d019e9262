import { isMap, isScalar, isSeq, parseDocument } from 'yaml';
import { UserError } from '../model/errors.js';
import { exampleItem } from './draft.js';

/**
 * The text of an intent's file with more examples at the end of its list. Every other character stays: comments, quotes,
 * empty lines, line ends. Throws `UserError` `bad-data` that names the file when it has no list of examples, one item a line. Pure.
 */
export function addExamples(text: string, examples: readonly string[], file: string): string {
  const document = parseDocument(text, { keepSourceTokens: true });
  const list = isMap(document.contents) ? document.contents.get('examples', true) : undefined;
  const last = isSeq(list) && list.flow !== true ? list.items.at(-1) : undefined;
  if (document.errors.length > 0 || !isScalar(last) || !last.range) {
    throw new UserError('bad-data', `${file} has no list of examples, one a line. Mend it, then try again.`);
  }
  const [start, end] = last.range;
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const dash = text.lastIndexOf('-', start);
  const indent = /^[ \t]*/.exec(text.slice(Math.max(lineStart, text.lastIndexOf('\n', dash) + 1)))?.[0] ?? '';
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const items = examples.map((example) => exampleItem(example, indent).replaceAll('\n', eol));
  // A block of several lines ends behind its line break, anything else before it or before a comment.
  const endsLine = text.slice(0, end).endsWith('\n');
  const lineEnd = endsLine ? end : lineEndAfter(text, end);
  const before = text.slice(0, lineEnd);
  const gap = before.endsWith('\n') ? '' : eol;
  return `${before}${gap}${items.join(eol)}${eol}${text.slice(lineEnd)}`;
}

/** Behind the line break that ends the line of this place; the text's end where there is none. */
function lineEndAfter(text: string, place: number): number {
  const at = text.indexOf('\n', place);
  return at === -1 ? text.length : at + 1;
}
