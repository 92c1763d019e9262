import { codeBlock, cutPlain, escapeLine } from '../text.js';
import { section } from './blocks.js';
import type { View } from './view.js';

/** A section takes 3,000 characters, as they are escaped. */
const longestPart = 2_800;
/** Of a line without an end. Escaping makes it five times as long at most. */
const longestPiece = 500;
/** More does not fit a message. */
const mostParts = 4;

/** All of the text that was read in files, as it was read, so that slips of the reading can be seen. */
export const fullTextView: View<'full-text'> = ({ texts }) =>
  texts.flatMap(({ file, text }) => {
    const parts = partsOf(text);
    return [
      section(`*What I read in* ${escapeLine(cutPlain(file, 120))}`),
      ...parts.slice(0, mostParts).map((part) => section(codeBlock(part))),
      ...(parts.length > mostParts ? [section('… Cut to fit Slack.')] : []),
    ];
  });

/** Whole lines, as many as a section takes. */
function partsOf(text: string): string[] {
  const parts: string[][] = [[]];
  let length = 0;
  for (const piece of text.split('\n').flatMap(piecesOf)) {
    const size = codeBlock(piece).length;
    if (length + size > longestPart) {
      parts.push([]);
      length = 0;
    }
    parts.at(-1)?.push(piece);
    length += size;
  }
  return parts.map((lines) => lines.join('\n')).filter((part) => part.trim() !== '');
}

function piecesOf(line: string): string[] {
  const pieces = Array.from({ length: Math.ceil(line.length / longestPiece) }, (_, index) =>
    line.slice(index * longestPiece, (index + 1) * longestPiece),
  );
  return pieces.length === 0 ? [''] : pieces;
}
