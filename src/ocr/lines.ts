import type { PictureText } from '../model/picture.js';

/** A line is rubbish (an icon, a border) when it is this unsure and has no run of letters that could be a word. */
const leastConfidence = 0.3;
const wordLike = /[\p{L}\p{N}]{3}/u;

interface Line {
  readonly words: string[];
  /** Confidences weighted by letters. */
  confidence: number;
  letters: number;
}

/**
 * The text of a reading as Tesseract's tab-separated table: a header-less row a page, block, paragraph, line and word (level
 * 5), with page, block, paragraph, line, word, left, top, width, height, confidence 0 to 100, text.
 */
export function textOfTable(table: string): PictureText {
  const lines = new Map<string, Line>();
  for (const row of table.split('\n')) {
    const [level, page, block, paragraph, number, , , , , , confidence, word = ''] = row.split('\t');
    if (level !== '5' || word.trim() === '') continue;
    const key = [page, block, paragraph, number].join(' ');
    const line = lines.get(key) ?? { words: [], confidence: 0, letters: 0 };
    line.words.push(word.trim());
    line.letters += word.length;
    line.confidence += (word.length * Math.min(100, Math.max(0, Number(confidence)))) / 100;
    lines.set(key, line);
  }
  const kept = [...lines.values()].filter((line) => !isRubbish(line));
  const letters = kept.reduce((sum, line) => sum + line.letters, 0);
  return {
    text: kept.map(({ words }) => words.join(' ')).join('\n'),
    confidence: letters === 0 ? 0 : kept.reduce((sum, { confidence }) => sum + confidence, 0) / letters,
  };
}

function isRubbish({ words, confidence, letters }: Line): boolean {
  return confidence / letters < leastConfidence && !words.some((word) => wordLike.test(word));
}
