import type { OktaLogEvent, OktaUser } from '../../connectors/okta/index.js';
import type { Answer, Inquiry } from '../inquiry.js';
import type { KnownNames } from '../person/known-names.js';
import type { PersonName } from '../person/name.js';
import { eventsOf, failedOnly, ofTransactions } from './log-filter.js';
import { oktaHappenings, unexplained } from './okta-events.js';
import type { Window } from './window.js';

/** Requests whose other events are looked up at most: /logs has the tightest rate limit of all. */
const mostRequests = 5;
const around = 10 * 60_000;

/** What Okta's log says about a person in a window, as Okta says it. */
export interface OktaEvents {
  readonly events: readonly OktaLogEvent[];
  readonly more: boolean;
}

/** What to read of a person's events. */
export interface PersonEvents {
  readonly name: PersonName;
  readonly user: OktaUser | undefined;
  readonly names: KnownNames;
  readonly window: Window;
  /** Failures only. */
  readonly failed?: boolean;
  readonly limit: number;
}

/**
 * Reads a person's events, newest first, in one call; in a second one what else happened in requests that failed
 * without a reason, so that a roll-up such as GENERAL_NONSUCCESS names its cause.
 */
export function readOktaEvents(inquiry: Inquiry, asked: PersonEvents): Promise<Answer<OktaEvents>> {
  const { name, user, names, window, limit, failed = false } = asked;
  const person = eventsOf(name, user);
  const filter = failed ? `(${person}) and (${failedOnly})` : person;
  return inquiry.ask('okta', async (okta) => {
    const { items, more } = await okta.logEvents({ filter, since: window.from, until: window.to, limit });
    const happenings = oktaHappenings(items, user?.id, names);
    const open = unexplained(happenings)
      .filter((id) => !isWhole(items, id))
      .slice(0, mostRequests);
    if (open.length === 0) return { events: items, more };
    const times = happenings.flatMap(({ rollUpOf, at }) => (rollUpOf && open.includes(rollUpOf) ? [at] : []));
    const siblings = await okta.logEvents({
      filter: ofTransactions(open),
      since: new Date(Math.min(...times) - around),
      until: new Date(Math.max(...times) + around),
      limit: 100,
    });
    const known = new Set(items.map(({ uuid }) => uuid));
    return { events: [...items, ...siblings.items.filter(({ uuid }) => !known.has(uuid))], more };
  });
}

/** Whether the event that would name the cause is there already, and does not. */
function isWhole(events: readonly OktaLogEvent[], request: string): boolean {
  return events.some(
    ({ transaction, eventType }) => transaction?.id === request && eventType === 'user.authentication.auth_via_IDP',
  );
}
