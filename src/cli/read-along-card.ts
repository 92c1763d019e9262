import type { FullText, ReadAlong } from '../model/reading.js';
import type { Style } from './cards.js';
import { plain, plainLine, wrap } from './plain-text.js';

/** What was read in the files, one block each: the lines that matter; then how to look up whom a log is about. */
export function readingBlocks({ readings, people = [] }: ReadAlong, { paint, width }: Style): string[] {
  const blocks = readings.map(({ file, what, said, quotes }) => {
    const name = file === undefined ? '' : `${plainLine(file)}: `;
    const line = what === 'unread' ? `${name}not read. ${plainLine(said)}` : `${name}${plainLine(said)}`;
    return [paint.dim(wrap(line, width)), ...quotes.map((quote) => `  ${paint.code(plainLine(quote))}`)].join('\n');
  });
  if (people.length === 0) return blocks;
  const commands = people.map((who) => `  ${paint.command(`check ${plainLine(who)}`)}`);
  return [...blocks, [paint.dim('Whom it is about:'), ...commands].join('\n')];
}

/** All of the text that was read, as it was read. */
export function fullTextCard(texts: readonly FullText[], { paint }: Style): string {
  return texts.map(({ file, text }) => `${paint.bold(plainLine(file))}\n${plain(text.trimEnd())}\n`).join('\n');
}
