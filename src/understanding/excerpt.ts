import { findConcepts } from './concepts.js';
import type { SignatureMatch } from './signatures/legible.js';
import { stem, words } from './tokens.js';

/** Longest excerpt, in characters. */
export const longestExcerpt = 2_000;

/** A text up to this length is looked at whole; longer ones are logs or threads and only their telling lines are. */
const shortText = 1_200;
/** A line beyond this length is a minified payload: only its beginning is looked at. */
const longestLine = 400;
/** Only this many lines of a log are weighed; error texts are found in all of it beforehand. */
const mostLines = 2_000;

const trouble =
  /\b(?:error|fail|failed|failure|denied|exception|invalid|unable|refused|rejected|missing|not found|unauthori[sz]ed)/i;

/**
 * The part of a text worth understanding: all of a short one; of a long one the lines with error texts, then those
 * with most of the field's words, in their order. At most 2,000 characters.
 */
export function excerptOf(text: string, matches: readonly SignatureMatch[]): string {
  if (text.length <= shortText) return text;
  const lines = splitLines(text, matches);
  const chosen = new Set<Line>();
  let length = 0;
  for (const line of [...lines].sort((a, b) => b.weight - a.weight)) {
    if (line.weight <= 0 || length + line.text.length + 1 > longestExcerpt) continue;
    chosen.add(line);
    length += line.text.length + 1;
  }
  const excerpt = lines.filter((line) => chosen.has(line)).map((line) => line.text);
  return excerpt.length > 0 ? excerpt.join('\n') : text.slice(0, longestExcerpt);
}

interface Line {
  readonly text: string;
  readonly weight: number;
}

function splitLines(text: string, matches: readonly SignatureMatch[]): Line[] {
  const lines: Line[] = [];
  let start = 0;
  while (start < text.length && lines.length < mostLines + matches.length) {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 ? text.length : newline;
    const found = matches.filter((match) => match.start < end && start < match.end);
    const first = found[0];
    if (first !== undefined) {
      const from = Math.max(start, first.start - longestLine / 2);
      lines.push({ text: text.slice(from, Math.min(end, from + longestLine)).trim(), weight: 1_000 });
    } else if (lines.length < mostLines) {
      const line = text.slice(start, Math.min(end, start + longestLine)).trim();
      lines.push({ text: line, weight: weigh(line) });
    }
    start = end + 1;
  }
  return lines;
}

function weigh(line: string): number {
  if (line.length < 4) return 0;
  const tokens = words(line);
  const concepts = findConcepts(tokens.map(stem)).length;
  const plainWords = tokens.filter((token) => /^[a-z]{2,14}$/.test(token)).length;
  // Identifiers and numbers make a log line; words make a sentence somebody wrote.
  const share = tokens.length === 0 ? 0 : plainWords / tokens.length;
  return concepts * share + (trouble.test(line) ? 2 : 0);
}
