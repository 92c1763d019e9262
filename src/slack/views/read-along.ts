import type { ReadAlong, Reading } from '../../model/reading.js';
import { writeButtonValue } from '../button-value.js';
import type { Block } from '../limits.js';
import { codeSpan, cutPlain, escapeLine } from '../text.js';
import { actions, button, context, section } from './blocks.js';
import { actionIds, type ViewContext } from './view.js';

const mostReadings = 4;

/** What was read in the files that came along: the lines that matter, and whom a log is about; all of it on request. */
export function readAlongBlocks(read: ReadAlong | undefined, { thread }: ViewContext): Block[] {
  if (read === undefined) return [];
  const { id } = read;
  const withText = id === undefined ? -1 : read.readings.findIndex(({ what }) => what === 'picture' || what === 'text');
  const readings = read.readings.slice(0, mostReadings).map((reading, index) => {
    const line = readingText(reading);
    if (index !== withText || id === undefined) return context(line);
    const value = writeButtonValue({ does: 'full-text', thread, reading: id });
    return { ...section(line), accessory: button(actionIds.fullText, 'What I read', value) };
  });
  return [...readings, ...peopleRow(read.people ?? [], thread)];
}

function peopleRow(people: readonly string[], thread: string): Block[] {
  if (people.length === 0) return [];
  const buttons = people.map((who, index) =>
    button(
      `${actionIds.person}:${index}`,
      `Check ${who}`,
      writeButtonValue({ does: 'person', thread, lookup: 'check', who }),
    ),
  );
  return [actions('log-people', buttons)];
}

function readingText({ file, what, said, quotes }: Reading): string {
  const name = file === undefined ? '' : `*${escapeLine(cutPlain(file, 120)).replace(/\*/g, '∗')}* `;
  if (what === 'unread') return `:grey_question: ${name}I could not read it. ${escapeLine(cutPlain(said, 300))}`;
  const mark = what === 'picture' ? ':camera:' : ':page_facing_up:';
  const lines = quotes.map((quote) => `• ${codeSpan(cutPlain(quote, 240))}`);
  return [`${mark} ${name}${escapeLine(cutPlain(said, 300))}`, ...lines].join('\n');
}
