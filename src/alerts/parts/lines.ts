import { clipped, counted } from '../../lookups/wording/time.js';
import type { MemberCount } from '../../model/alert.js';

/** The most that one line of an alert may have (model/alert.ts). */
const longestLine = 500;

/** A line of an alert: one line, not too long. */
export function asLine(text: string): string {
  return clipped(text, longestLine);
}

/** `1 person`, `12 people`. */
export function people(count: number): string {
  return counted(count, 'person', 'people');
}

/** `12 people`, or `about 300 people` where a count is rough. */
export function somePeople(all: number, beyond: MemberCount | undefined): string {
  return beyond === undefined ? people(all) : `${beyond.roughly} ${people(beyond.count)}`;
}

/** `10:01 UTC`, for what happened within hours. */
export function clock(at: number): string {
  return `${new Date(at).toISOString().slice(11, 16)} UTC`;
}
