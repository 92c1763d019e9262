import type { OktaLogEvent } from '../../connectors/okta/index.js';
import {
  causesByRequest,
  deviceTrust,
  isFailed,
  isRollUp,
  namelessArticle,
  requestOf,
} from '../../lookups/events/okta-event.js';
import { clipped } from '../../lookups/wording/time.js';
import type { AlertEvent, Party } from '../event.js';
import { asLogin, idOfText } from './person-id.js';

type OktaParty = NonNullable<OktaLogEvent['actor']>;

const longestText = 300;
const mostTargets = 10;

/**
 * Okta's events as the rules see them. Handed together, since a roll-up such as GENERAL_NONSUCCESS has its cause in
 * another event of the same request. An event without a readable date is left out. Pure.
 */
export function oktaAlertEvents(events: readonly OktaLogEvent[]): AlertEvent[] {
  const causes = causesByRequest(events);
  return events.flatMap((event) => {
    const at = Date.parse(event.published);
    return Number.isNaN(at) ? [] : [alertEvent(event, at, causes)];
  });
}

function alertEvent(event: OktaLogEvent, at: number, causes: ReadonlyMap<string, string>): AlertEvent {
  const { uuid, eventType, displayMessage, actor, target } = event;
  const failed = isFailed(event);
  const reason = failed ? reasonOf(event, causes) : '';
  const targets = (target ?? []).slice(0, mostTargets).flatMap((one) => partyOf(one) ?? []);
  const by = actor == null ? undefined : partyOf(actor);
  return {
    id: clipped(uuid, 100),
    system: 'okta',
    at,
    type: clipped(eventType, 100),
    failed,
    what: clipped(displayMessage || eventType, longestText),
    reason: clipped(reason, longestText),
    ...concerned(event),
    ...(by === undefined ? {} : { actor: by }),
    targets,
    ...namelessArticle(eventType, failed, reason),
  };
}

function reasonOf(event: OktaLogEvent, causes: ReadonlyMap<string, string>): string {
  const cause = isRollUp(event) ? causes.get(requestOf(event) ?? '') : undefined;
  return cause || event.outcome?.reason || deviceTrust(event) || '';
}

/** Whom the event is about. Provisioning is the work of an administrator or a job on somebody: the application's user. */
function concerned({ eventType, actor, target }: OktaLogEvent): Pick<AlertEvent, 'personId' | 'login'> {
  if (eventType.startsWith('application.')) {
    const user = target?.find(({ type }) => type === 'AppUser') ?? target?.find(({ type }) => type === 'User');
    if (user == null) return {};
    const login = asLogin(user.alternateId);
    // The application's user has an id of its own, and another one when it is assigned anew.
    const id = login === undefined ? user.id : idOfText(login);
    return { ...(id ? { personId: clipped(id, 100) } : {}), ...(login === undefined ? {} : { login }) };
  }
  if (actor?.type !== 'User') return {};
  if (isResolved(actor)) {
    const login = asLogin(actor.alternateId);
    return { personId: clipped(actor.id ?? '', 100), ...(login === undefined ? {} : { login }) };
  }
  return actor.alternateId ? { personId: idOfText(actor.alternateId) } : {};
}

/** Okta writes what was typed into the name of whoever it does not know. */
function isResolved({ id }: OktaParty): boolean {
  return id != null && id !== '' && id.toLowerCase() !== 'unknown';
}

function partyOf(party: OktaParty): Party | undefined {
  if (!isResolved(party)) return undefined;
  const { id, type, alternateId, displayName } = party;
  // An application's label is its alternate id; its display name is that of the catalogue's entry.
  const [first, second] = type === 'AppInstance' ? [alternateId, displayName] : [displayName, alternateId];
  const name = [first, second].find((one) => one && one.toLowerCase() !== 'unknown') ?? '';
  return { id: clipped(id ?? '', 100), type: clipped(type ?? '', 60), name: clipped(name, 100) };
}
