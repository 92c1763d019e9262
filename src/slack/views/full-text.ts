import { bold, codeBlock, cutPlain } from '../text.js';
import { section } from './blocks.js';
import type { View } from './view.js';

/** Of a line without an end; what is longer does not fit a block of code when much of it has to be escaped. */
const longestPiece = 500;
/** More does not fit a message. */
const mostParts = 4;

/** All of the text that was read in files, as it was read, so that slips of the reading can be seen. */
export const fullTextView: View<'full-text'> = ({ texts }) =>
  texts.flatMap(({ file, text }) => {
    const parts = partsOf(text);
    return [
      section(bold(cutPlain(file, 120))),
      ...parts.slice(0, mostParts).map(section),
      ...(parts.length > mostParts ? [section('… Cut to fit Slack.')] : []),
    ];
  });

/** Blocks of code, each with as many whole lines as fit. */
function partsOf(text: string): string[] {
  const parts: string[] = [];
  let lines = '';
  for (const piece of text.trim().split('\n').flatMap(piecesOf)) {
    const more = lines === '' ? piece : `${lines}\n${piece}`;
    if (more.trim() !== '' && codeBlock(more) === undefined) {
      parts.push(lines);
      lines = piece;
    } else lines = more;
    if (parts.length > mostParts) break;
  }
  return [...parts, lines].flatMap((part) => codeBlock(part) ?? []);
}

function piecesOf(line: string): string[] {
  const pieces = Array.from({ length: Math.ceil(line.length / longestPiece) }, (_, index) =>
    line.slice(index * longestPiece, (index + 1) * longestPiece),
  );
  return pieces.length === 0 ? [''] : pieces;
}
