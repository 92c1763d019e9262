import type { SecretKind } from '../../model/understanding.js';

/** Where a secret stands: from `start` up to `end`. */
export interface Found {
  readonly kind: SecretKind;
  readonly start: number;
  readonly end: number;
}

/** Stands for one character of what was taken out, while the search goes on: no pattern takes it for part of a secret. */
export const taken = '\ue000';

/** The text with what was found covered, of the same length. */
export function cover(text: string, found: readonly Found[]): string {
  return coverInOrder(text, withoutOverlap(found));
}

/** The same for what is in the order of the text and overlaps nowhere. */
export function coverInOrder(text: string, found: readonly Found[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const { start, end } of found) {
    pieces.push(text.slice(at, start), taken.repeat(end - start));
    at = end;
  }
  return at === 0 ? text : [...pieces, text.slice(at)].join('');
}

/** In the order of the text; what overlaps is one, of the kind that was found first. */
export function withoutOverlap(found: readonly Found[]): Found[] {
  const order = found.map((item, rank) => ({ ...item, rank })).sort((a, b) => a.start - b.start || a.rank - b.rank);
  const merged: (Found & { rank: number })[] = [];
  for (const item of order) {
    const last = merged.at(-1);
    if (last === undefined || item.start >= last.end) merged.push(item);
    else {
      const kind = item.rank < last.rank ? item.kind : last.kind;
      const rank = Math.min(item.rank, last.rank);
      merged[merged.length - 1] = { kind, rank, start: last.start, end: Math.max(last.end, item.end) };
    }
  }
  return merged;
}
