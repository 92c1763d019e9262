/** The article for a browser that goes back and forth. */
export const loopArticle = 'device-trust-redirect-loop';

/** How far apart the first and the last of `fewestRounds` sign-ins of a loop are at most, in milliseconds. */
const loopMs = 2 * 60_000;
/** Nobody signs in so often in two minutes; a browser that is sent back and forth does. */
const fewestRounds = 4;

/** What is known of one person. Moments are milliseconds since 1970; without an event there is none. */
export interface Rounds {
  /** Good sign-ins at Access, in any order. */
  readonly signIns: readonly number[];
  /** When Okta last began a session. */
  readonly sessionAt?: number | undefined;
  /** When Okta last refused something. */
  readonly refusedAt?: number | undefined;
}

/**
 * When the browser of one person began to be sent back and forth between Okta and Access: many good sign-ins at Access in
 * two minutes, none of which became a session in Okta. Undefined when it is not. Pure.
 */
export function loopIn({ signIns, sessionAt, refusedAt }: Rounds): { from: number; rounds: number } | undefined {
  const moments = [...signIns].sort((a, b) => a - b);
  const from = moments.findLast(
    (at, index) => (moments[index + fewestRounds - 1] ?? Number.POSITIVE_INFINITY) - at <= loopMs,
  );
  if (from === undefined || (sessionAt !== undefined && sessionAt >= from)) return undefined;
  // A refusal is no loop, and says more.
  if (refusedAt !== undefined && refusedAt >= from - loopMs) return undefined;
  return { from, rounds: moments.filter((at) => at >= from - loopMs).length };
}
