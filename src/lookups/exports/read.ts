import type { OktaLogEvent } from '../../connectors/okta/log-events.js';
import type { ExportedFailure, ExportedLog } from '../../model/exported-log.js';
import type { Product } from '../../model/system.js';
import type { Understand } from '../../model/understanding.js';
import { isFailed as isFailedAtAccess, textOf, whatOf, withNames } from '../events/access-event.js';
import { causesByRequest, deviceTrust, isFailed, isRollUp, namelessArticle, requestOf } from '../events/okta-event.js';
import { articleOfError, articlesOfError } from '../events/understood.js';
import { clipped } from '../wording/time.js';
import { type AccessRow, rowsIn } from './rows.js';
import { type ToldReason, toldReasons } from './told-reason.js';

const longestText = 200;
/** As many kinds of failure as somebody reads. */
const mostFailures = 50;
/** As many people of one failure as somebody looks up one by one. */
const mostLogins = 5;

/**
 * Reads events of Okta's System Log or of the audit of Workspace ONE Access in a text, field by field: what failed, how
 * often, for how many, and the article that mends it;
 * with the words that stand around it. Undefined when the text holds none. Secrets are taken out of what is told of a
 * failure before it is cut: half a secret is not recognised. Pure.
 */
export function readExportedLog(
  text: string,
  understand: Understand,
  redact: (text: string) => string,
): { readonly log: ExportedLog; readonly around: string } | undefined {
  const rows = rowsIn(text);
  if (rows === undefined) return undefined;
  const causes = causesByRequest(rows.okta);
  const events = [
    ...rows.okta.map((event) => fromOkta(event, causes, redact)),
    ...rows.access.map((event) => fromAccess(event, redact)),
  ];
  const times = events.map(({ at }) => at).filter(Number.isFinite);
  const log = {
    systems: [
      ...(rows.okta.length > 0 ? (['okta'] as const) : []),
      ...(rows.access.length > 0 ? (['access'] as const) : []),
    ],
    events: events.length,
    unreadable: rows.unreadable,
    ...(times.length === 0 ? {} : { from: isoOf(least(times)), to: isoOf(most(times)) }),
    failures: failuresOf(
      events.filter(({ failed }) => failed),
      understand,
    ),
  };
  return { log, around: rows.around };
}

/** One event of either system, as far as it is told. */
interface Event {
  readonly system: Product;
  /** Milliseconds since 1970; NaN when it has no readable date. */
  readonly at: number;
  readonly failed: boolean;
  readonly what: string;
  readonly reason: string;
  /** For understanding: what the system says besides. */
  readonly said: string;
  /** The same for the same person; it is never shown. */
  readonly person?: string;
  /** What the person signs in with, if that is how the event names them. */
  readonly login?: string;
  readonly articleId?: string;
}

function fromOkta(event: OktaLogEvent, causes: ReadonlyMap<string, string>, redact: (text: string) => string): Event {
  const { eventType, displayMessage, actor, outcome, published } = event;
  const failed = isFailed(event);
  const cause = isRollUp(event) ? causes.get(requestOf(event) ?? '') : undefined;
  const reason = cause ?? (outcome?.reason || deviceTrust(event) || '');
  const what = displayMessage || eventType;
  // What did not fail is only counted.
  const told = failed ? redact : String;
  const person = actor?.alternateId ?? actor?.id;
  return {
    system: 'okta',
    at: Date.parse(published),
    failed,
    what: clipped(told(what), longestText),
    reason: clipped(told(reason), longestText),
    said: clipped(told(`${what}\n${reason}`), 1_000),
    ...(person == null ? {} : { person: person.toLowerCase() }),
    ...loginOf(nameInOkta(event)),
    ...namelessArticle(eventType, failed, reason),
  };
}

function fromAccess({ event, given }: AccessRow, redact: (text: string) => string): Event {
  const failed = isFailedAtAccess(event);
  const documented = textOf(event, 'failureMessage');
  const others = failed && documented === undefined ? toldReasons(given) : [];
  const message = redact(documented ?? others.map(({ value }) => value).join('\n'));
  const shown = documented === undefined ? redact(others.map(nameAndValue).join(', ')) : message;
  const what = whatOf(event);
  const person = event.actorUserName ?? event.actorUuid;
  return {
    system: 'access',
    at: event.timestamp,
    failed,
    what: clipped(what, longestText),
    // The name in it may be what somebody typed into the login field.
    reason: clipped(
      withNames(shown, () => '…'),
      longestText,
    ),
    said: clipped(`${what}\n${message}`, 1_000),
    ...(person == null ? {} : { person: person.toLowerCase() }),
    ...loginOf(event.actorUuid == null ? undefined : event.actorUserName),
  };
}

/**
 * Whom Okta knows the event's person as. Without an id of theirs the name is what was typed at sign-in, and people type
 * passwords there. Who assigned an app is not whom it was provisioned for (reference: okta-api.md, System Log).
 */
function nameInOkta({ eventType, actor, target }: OktaLogEvent): string | null | undefined {
  if (eventType.startsWith('application.provision')) return target?.find(({ type }) => type === 'AppUser')?.alternateId;
  return actor?.type === 'User' && actor.id?.startsWith('00u') ? actor.alternateId : undefined;
}

/** Longer or stranger names are no logins. */
function loginOf(name: string | null | undefined): Pick<Event, 'login'> {
  const isLogin = name != null && /^[\p{L}\p{N}._@+'\\-]{2,100}$/u.test(name);
  return isLogin ? { login: name } : {};
}

function nameAndValue({ field, value }: ToldReason): string {
  return `${field}: ${value}`;
}

function failuresOf(failed: readonly Event[], understand: Understand): ExportedFailure[] {
  const groups = new Map<string, Event[]>();
  for (const event of failed) {
    const key = JSON.stringify([event.system, event.what, event.reason]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [event]);
    else group.push(event);
  }
  return [...groups.values()]
    .sort((a, b) => b.length - a.length)
    .slice(0, mostFailures)
    .map((group) => failureOf(group, understand))
    .sort((a, b) => Number(b.articleId !== undefined) - Number(a.articleId !== undefined) || b.times - a.times);
}

function failureOf(group: readonly Event[], understand: Understand): ExportedFailure {
  const [first] = group;
  if (first === undefined) throw new TypeError('A group of failures has at least one.');
  const { system, what, reason, said } = first;
  const articleId = first.articleId ?? articleOfError(understand, said);
  const between = articleId === undefined ? articlesOfError(understand, said) : [];
  const people = new Set(group.flatMap(({ person }) => person ?? [])).size;
  const logins = new Map(group.flatMap(({ login }) => (login === undefined ? [] : [[login.toLowerCase(), login]])));
  const times = group.map(({ at }) => at).filter(Number.isFinite);
  return {
    system,
    what,
    reason,
    times: group.length,
    people,
    logins: [...logins.values()].slice(0, mostLogins),
    ...(times.length === 0 ? {} : { lastAt: isoOf(most(times)) }),
    ...(articleId === undefined ? {} : { articleId }),
    ...(between.length === 0 ? {} : { between }),
  };
}

function least(values: readonly number[]): number {
  return values.reduce((a, b) => Math.min(a, b));
}

function most(values: readonly number[]): number {
  return values.reduce((a, b) => Math.max(a, b));
}

/** Dates that JavaScript has no name for are left as the epoch: a foreign file must not stop the reading. */
function isoOf(ms: number): string {
  return new Date(Math.abs(ms) <= 8.64e15 ? ms : 0).toISOString();
}
