import * as z from 'zod';
import { loopIn } from '../../lookups/events/loop.js';
import type { AlertEvent } from '../event.js';
import type { Comer } from './crowd.js';
import { isSignIn } from './sign-in-trials.js';

const minute = 60_000;
/** How long sign-ins are kept: longer than the two systems' logs are apart. */
const keptMs = 15 * minute;
/** Okta may tell of a session a little later than Access of the sign-ins that led to it. */
const settledMs = minute;
/** Whoever opens several apps in turn may sign in at Access for each; a browser that goes round does so oftener. */
const fewestRounds = 6;
const mostPeople = 200;
const mostSignIns = 20;

const signingInSchema = z
  .object({
    who: z.string().max(200),
    login: z.string().max(200).optional(),
    /** Good sign-ins at Access, different moments, the latest. */
    signIns: z.array(z.int()).max(mostSignIns).readonly(),
    /** When Okta last began a session, and last refused a sign-in. */
    sessionAt: z.int().optional(),
    refusedAt: z.int().optional(),
  })
  .readonly();
type SigningIn = z.infer<typeof signingInSchema>;

/** Who signed in lately: what it takes to see that a browser goes round between Okta and Access. */
export const signingInsSchema = z.array(signingInSchema).max(mostPeople).readonly();
export type SigningIns = z.infer<typeof signingInsSchema>;

/** Who somebody is in both systems: the first part of the login, else the id of the one system. */
export function inBothSystems({ login, personId }: Pick<AlertEvent, 'login' | 'personId'>): string | undefined {
  return login?.split('@', 1)[0]?.toLowerCase() ?? personId;
}

/**
 * The sign-ins with those of these events, and whose browser goes round. Nobody's does as long as it is not known up to
 * now whom Okta let in. Where a person's logins begin differently in the two systems, Okta's sessions are not theirs here.
 * Bounded: of very many people those are kept who sign in most. The same events give the same in any order. Pure.
 */
export function goingRound(
  known: SigningIns,
  events: readonly AlertEvent[],
  { now, isOktaKnown }: { readonly now: number; readonly isOktaKnown: boolean },
): { readonly signingIns: SigningIns; readonly loopers: readonly Comer[] } {
  const all = joinedWith(known, events, now);
  return {
    loopers: isOktaKnown ? all.flatMap((one) => looper(one, now) ?? []) : [],
    signingIns: all
      .flatMap((one) => lately(one, now - keptMs) ?? [])
      .sort((a, b) => b.signIns.length - a.signIns.length || lastOf(b) - lastOf(a) || (a.who < b.who ? -1 : 1))
      .slice(0, mostPeople),
  };
}

function joinedWith(known: SigningIns, events: readonly AlertEvent[], now: number): SigningIn[] {
  const people = new Map(known.map((one) => [one.who, { ...one, signIns: new Set(one.signIns) }]));
  for (const event of events) {
    const { system, login, failed } = event;
    const who = inBothSystems(event)?.slice(0, 200);
    if (who === undefined || !isSignIn(event) || (system === 'access' && failed)) continue;
    const one = people.get(who) ?? { who, signIns: new Set<number>() };
    people.set(who, one);
    // A clock that is ahead: what is to come is now.
    const at = Math.min(event.at, now);
    if (system === 'access') {
      one.signIns.add(at);
      if (login !== undefined && (one.login === undefined || login < one.login)) one.login = login.slice(0, 200);
    } else if (failed) one.refusedAt = Math.max(at, one.refusedAt ?? at);
    else one.sessionAt = Math.max(at, one.sessionAt ?? at);
  }
  return [...people.values()].map((one) => ({
    ...one,
    signIns: [...one.signIns].sort((a, b) => a - b).slice(-mostSignIns),
  }));
}

function looper({ who, login, signIns, ...okta }: SigningIn, now: number): Comer | undefined {
  const settled = signIns.filter((at) => at <= now - settledMs);
  const loop = loopIn({ signIns: settled, ...okta });
  if (loop === undefined || loop.rounds < fewestRounds) return undefined;
  return { personId: who, login, at: settled.at(-1) ?? loop.from };
}

function lately(one: SigningIn, since: number): SigningIn | undefined {
  const next = { ...one, signIns: one.signIns.filter((at) => at >= since) };
  return next.signIns.length > 0 || lastOf(one) >= since ? next : undefined;
}

function lastOf({ signIns, sessionAt = 0, refusedAt = 0 }: SigningIn): number {
  return Math.max(sessionAt, refusedAt, signIns.at(-1) ?? 0);
}
