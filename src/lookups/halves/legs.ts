import { type FlowLeg, flowLegs, type LegState } from '../../model/lookup.js';
import type { Happening } from '../events/happening.js';

/** A request names no user: it belongs to whoever signs in so shortly after it. */
const requestLeadMs = 60_000;
/** An attempt takes no longer. */
const attemptMs = 3 * 60_000;

/** What was read of a person's sign-ins. */
export interface SignInEvents {
  /** Okta's events of the person; undefined where they could not be read. */
  readonly okta: readonly Happening[] | undefined;
  readonly access: readonly Happening[];
  /** Access's events that name nobody. */
  readonly nameless: readonly Happening[];
}

/**
 * The last attempt of a person to sign in through Workspace ONE, leg by leg: where it stopped. Undefined where no attempt
 * was seen, or it went well to its end.
 */
export function legsOf({ okta, access, nameless }: SignInEvents): readonly LegState[] | undefined {
  const own = [...(okta ?? []), ...access].filter(({ leg }) => leg !== undefined);
  const last = Math.max(...own.map(({ at }) => at));
  if (!Number.isFinite(last)) return undefined;
  const start = last - attemptMs;
  const theirs = own.filter(({ at }) => at >= start);
  const first = Math.min(...theirs.map(({ at }) => at));
  const before = nameless.filter(
    ({ leg, at }) => leg !== undefined && at >= first - requestLeadMs && at <= last + requestLeadMs,
  );
  const attempt = [...before, ...theirs].sort((a, b) => a.at - b.at);
  // Without a request it may be another way to sign in, one that did not begin at Okta.
  if (!attempt.some(({ leg }) => leg === 'application-source')) return undefined;
  const reached = stoppedAt(attempt) ?? furthest(attempt);
  if (reached === undefined) return undefined;
  if (!reached.failed && reached.leg === 'user-match') return undefined;
  return statesOf(reached, okta !== undefined);
}

/** The first leg that failed and was not put right: what failed after it only says so. */
function stoppedAt(attempt: readonly Happening[]): Happening | undefined {
  const standing = attempt.filter(
    ({ leg, at, failed }) => failed && !attempt.some((later) => later.leg === leg && later.at > at && !later.failed),
  );
  return standing.sort((a, b) => placeOf(a) - placeOf(b))[0];
}

function placeOf({ leg }: Happening): number {
  return leg === undefined ? -1 : flowLegs.indexOf(leg);
}

function furthest(attempt: readonly Happening[]): Happening | undefined {
  return attempt.reduce<Happening | undefined>(
    (best, one) => (best === undefined || placeOf(one) >= placeOf(best) ? one : best),
    undefined,
  );
}

function statesOf({ leg, failed, text }: Happening, isOktaRead: boolean): readonly LegState[] {
  const at = flowLegs.indexOf(leg as FlowLeg);
  return flowLegs.map((one, place): LegState => {
    if (place < at || (place === at && !failed)) return { leg: one, state: 'passed' };
    if (place === at) return { leg: one, state: 'failed', text };
    // Signed in at Access, and Okta has no event of it: that is where it ended.
    if (!failed && leg === 'authentication' && one === 'assertion' && isOktaRead)
      return { leg: one, state: 'failed', text: 'Access signed the person in, and Okta’s log has no answer from it.' };
    return { leg: one, state: 'unseen' };
  });
}
