import { withoutPeople } from '../../lookups/events/without-people.js';
import { causeIn } from '../../lookups/halves/event-findings.js';
import { clipped } from '../../lookups/wording/time.js';
import type { AlertEvent } from '../event.js';

/** A group's name has room for more than this. */
const longest = 200;
const people = new Set(['User', 'AppUser']);

/**
 * A failure's text without what differs from one person to the next, so that the same failure is the same text. Of a
 * provisioning text only what the other side said. Pure; linear time.
 */
export function failureText(event: AlertEvent): string {
  const { reason, what, login, targets } = event;
  const text = causeIn(reason) || what || event.type;
  const names = [login, ...targets.filter(({ type }) => people.has(type)).map(({ name }) => name)];
  return clipped(withoutPeople(text, names), longest);
}
