import type { SignatureMatch } from './signatures/legible.js';

const mostQuotes = 5;
/** A line of a log has its error text somewhere in a thousand characters. */
const longestQuote = 240;

/** The lines of a text in which an error text was found, in their order, each once. */
export function quotesOf(text: string, matches: readonly SignatureMatch[]): string[] {
  const lines = [...matches].sort((a, b) => a.start - b.start).map((match) => lineAround(text, match));
  return [...new Set(lines)].filter((line) => line !== '').slice(0, mostQuotes);
}

function lineAround(text: string, { start, end }: SignatureMatch): string {
  const from = text.lastIndexOf('\n', start) + 1;
  const next = text.indexOf('\n', end);
  const to = next === -1 ? text.length : next;
  if (to - from <= longestQuote) return text.slice(from, to).trim();
  const begin = Math.max(from, Math.min(start, end - longestQuote / 2) - longestQuote / 4);
  return text.slice(begin, Math.min(to, begin + longestQuote)).trim();
}
