import type { Reading } from '../../model/reading.js';
import type { Understanding } from '../../model/understanding.js';
import { redactedMark } from '../../understanding/redact.js';
import { type Given, isPastedText, type Part } from './given.js';

const mostQuotes = 3;
const longestQuote = 200;

/**
 * The readings with the lines that matter: those with an error text in them, else the first lines of a picture, so that
 * it can be seen how well it was read. Of a pasted text nothing else is worth saying: it is in sight.
 */
export function quoted({ parts }: Given, { quotes }: Pick<Understanding, 'quotes'>): readonly Reading[] {
  return parts.flatMap((part): Reading[] => {
    const { reading } = part;
    if (reading === undefined) return [];
    if (reading.what === 'log' || reading.what === 'unread') return [reading];
    const telling = quotes.filter((quote) => isIn(part.text, quote));
    if (telling.length === 0 && isPastedText(reading)) return [];
    const lines = telling.length > 0 ? telling : firstLines(part);
    return [{ ...reading, quotes: lines.slice(0, mostQuotes).map((line) => line.slice(0, longestQuote)) }];
  });
}

/** A quote has no secrets any more, the text has them. */
function isIn(text: string, quote: string): boolean {
  return quote.split(redactedMark).every((piece) => text.includes(piece));
}

function firstLines({ reading, shown }: Part): string[] {
  if (reading?.what !== 'picture' || shown === undefined) return [];
  return shown.text
    .split('\n', 50)
    .map((line) => line.trim())
    .filter((line) => line.length > 2);
}
