import type { OktaLogEvent } from '../../connectors/okta/index.js';
import { counted } from '../../lookups/wording/time.js';

/** Something that somebody tried, and whether it worked. */
export interface Trial {
  /** From `whoOf`: for counting only, never for people to see. */
  readonly who: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly failed: boolean;
}

/**
 * Who an event is of. The login without its domain, so that a name in an assertion that fits nobody and the user it was
 * meant for are the same person: it may be what somebody typed, so it is for counting only.
 */
export function whoOf(event: OktaLogEvent, type: 'User' | 'AppUser' = 'User'): string {
  const party = type === 'User' ? event.actor : event.target?.find((one) => one.type === type);
  const login = party?.alternateId || party?.id || event.uuid;
  return login.toLowerCase().split('@', 1)[0] ?? login;
}

/** Failures that the same person has not put right since, oldest first. */
export function standing<T extends Trial>(trials: readonly T[]): T[] {
  const lastGood = new Map<string, number>();
  for (const { who, at, failed } of trials) if (!failed) lastGood.set(who, Math.max(at, lastGood.get(who) ?? 0));
  return trials.filter(({ who, at, failed }) => failed && at > (lastGood.get(who) ?? 0)).sort((a, b) => a.at - b.at);
}

/** `3 people`. */
export function peopleIn(trials: readonly Trial[]): string {
  return counted(new Set(trials.map(({ who }) => who)).size, 'person', 'people');
}
