import type { Happening } from './happening.js';

const minuteMs = 60_000;
/** As many as a quiet tenant has: each is worth a look. Of more, most are somebody else's. */
const few = 10;

/**
 * Failures that name nobody and may be the person's: those close to a failure of theirs; when they have none, all of
 * them as long as they are few.
 */
export function nearbyNameless(own: readonly Happening[], nameless: readonly Happening[]): Happening[] {
  const failures = nameless.filter(({ failed }) => failed);
  const times = own.filter(({ failed }) => failed).map(({ at }) => at);
  if (times.length === 0) return failures.length <= few ? failures : [];
  return failures.filter(({ at }) => times.some((time) => Math.abs(time - at) <= minuteMs));
}

/**
 * The request that arrived just before the person was recognised, for each time they were: it names nobody yet. Of
 * several, the last; the others are somebody else's.
 */
export function requestsBefore(own: readonly Happening[], nameless: readonly Happening[]): Happening[] {
  const times = own.filter(({ kind }) => kind.startsWith('access LOGIN')).map(({ at }) => at);
  const requests = nameless
    .filter(({ failed, kind }) => !failed && kind.startsWith('access SAML_REQUEST'))
    .sort((a, b) => a.at - b.at);
  const nearest = times.map((time) => requests.findLast(({ at }) => at <= time && time - at <= 5_000));
  return [...new Set(nearest)].flatMap((request) => request ?? []);
}
