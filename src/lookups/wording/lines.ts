import type { Mark, ReportLine } from '../../model/lookup.js';
import type { Answer } from '../inquiry.js';

/** One line of a report. */
export function line(mark: Mark, label: string, value: string, articleId?: string): ReportLine {
  return { mark, label, value, ...(articleId === undefined ? {} : { articleId }) };
}

/** The lines of an answer, or one that says why there is none. */
export function linesOf<T>(label: string, answer: Answer<T>, lines: (value: T) => readonly ReportLine[]): ReportLine[] {
  return answer.isRead ? [...lines(answer.value)] : [line('unknown', label, answer.problem.message)];
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(texts: readonly string[]): string {
  return texts.length <= 1 ? (texts[0] ?? '') : `${texts.slice(0, -1).join(', ')} and ${texts.at(-1)}`;
}
