import type { TimelineEntry } from '../../model/lookup.js';
import { currentFailures, type Happening } from './happening.js';

const minuteMs = 60_000;
/** What came just before a failure often belongs to it. */
const lead = 2 * minuteMs;
const mostEntries = 20;
const mostWhenWell = 8;

/** A timeline and what of it is not shown. */
export interface Timeline {
  readonly entries: readonly TimelineEntry[];
  /** What the entries are of. */
  readonly shown: ReadonlySet<Happening>;
  readonly left: number;
}

/**
 * One timeline of both systems, oldest first, from shortly before the first failure that still stands (else the last
 * one there was) until now; the last events when nothing failed. Marks the first thing that went wrong in it.
 */
export function timelineOf(
  happenings: readonly Happening[],
  articleOf: (happening: Happening) => string | undefined,
): Timeline {
  const inOrder = [...happenings].sort((a, b) => a.at - b.at);
  const start = currentFailures(inOrder)[0] ?? inOrder.findLast(({ failed }) => failed);
  const chosen = start === undefined ? inOrder.slice(-mostWhenWell) : inOrder.filter(({ at }) => at >= start.at - lead);
  const half = mostEntries / 2;
  const shown = chosen.length <= mostEntries ? chosen : [...chosen.slice(0, half), ...chosen.slice(-half)];
  const first = shown.find(({ failed, names }) => failed && names === 'person') ?? shown.find(({ failed }) => failed);
  return {
    entries: shown.map((happening) => entryOf(happening, happening === first, articleOf(happening))),
    shown: new Set(shown),
    left: chosen.length - shown.length,
  };
}

function entryOf(happening: Happening, isFirstFailure: boolean, articleId: string | undefined): TimelineEntry {
  const { at, system, text, failed, names } = happening;
  return {
    at: new Date(at).toISOString(),
    system,
    text: names === 'nobody' && failed ? `${text} (names no user)` : text,
    failed,
    isFirstFailure,
    ...(articleId === undefined ? {} : { articleId }),
  };
}
