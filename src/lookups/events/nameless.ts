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

/** Requests that arrived just before the person was recognised: they name nobody yet, and belong to the same sign-in. */
export function requestsBefore(own: readonly Happening[], nameless: readonly Happening[]): Happening[] {
  const times = own.filter(({ kind }) => kind.startsWith('access LOGIN')).map(({ at }) => at);
  return nameless.filter(
    ({ failed, kind, at }) =>
      !failed && kind.startsWith('access SAML_REQUEST') && times.some((time) => time >= at && time - at <= 5_000),
  );
}
