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
/** Kinds that are looked at for it, and of each text so many characters: to redact more would take seconds. */
const mostTold = 300;
const longestRead = 2_000;
/** As many people of one failure as somebody looks up one by one. */
const mostLogins = 5;

/**
 * Reads events of Okta's System Log or of the audit of Workspace ONE Access in a text, field by field: what failed, how
 * often, for how many, and the article that mends it;
 * with the words that stand around it. Undefined when the text holds none. Secrets are taken out of what is told of a
 * failure before it is cut for people: half a secret is not recognised. Pure.
 */
export function readExportedLog(
  text: string,
  understand: Understand,
  redact: (text: string) => string,
): { readonly log: ExportedLog; readonly around: string } | undefined {
  const rows = rowsIn(text);
  if (rows === undefined) return undefined;
  const causes = causesByRequest(rows.okta);
  const events = [...rows.okta.map((event) => fromOkta(event, causes)), ...rows.access.map(fromAccess)];
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
      redact,
    ),
  };
  return { log, around: rows.around };
}

/** One event of either system, as far as it is told. Texts are as they were given, cut: they may hold secrets. */
interface Event {
  readonly system: Product;
  /** Milliseconds since 1970; NaN when it has no readable date. */
  readonly at: number;
  readonly failed: boolean;
  readonly what: string;
  readonly reason: string;
  /** For understanding: the reason without what is put around it for people. */
  readonly said: string;
  /** The same for the same person; it is never shown. */
  readonly person?: string;
  /** What the person signs in with, if that is how the event names them. */
  readonly login?: string;
  readonly articleId?: string;
}

function fromOkta(event: OktaLogEvent, causes: ReadonlyMap<string, string>): Event {
  const { eventType, displayMessage, actor, outcome, published } = event;
  const failed = isFailed(event);
  const cause = isRollUp(event) ? causes.get(requestOf(event) ?? '') : undefined;
  const reason = bounded(cause ?? (outcome?.reason || deviceTrust(event) || ''));
  const what = bounded(displayMessage || eventType);
  const person = actor?.alternateId ?? actor?.id;
  return {
    system: 'okta',
    at: Date.parse(published),
    failed,
    what,
    reason,
    said: reason,
    ...(person == null ? {} : { person: person.toLowerCase() }),
    ...loginOf(nameInOkta(event)),
    ...namelessArticle(eventType, failed, reason),
  };
}

function fromAccess({ event, given }: AccessRow): Event {
  const failed = isFailedAtAccess(event);
  const documented = textOf(event, 'failureMessage');
  const others = failed && documented === undefined ? toldReasons(given) : [];
  const message = bounded(documented ?? others.map(({ value }) => value).join('\n'));
  const shown = documented === undefined ? bounded(others.map(nameAndValue).join(', ')) : message;
  const person = event.actorUserName ?? event.actorUuid;
  return {
    system: 'access',
    at: event.timestamp,
    failed,
    what: bounded(whatOf(event)),
    // The name in it may be what somebody typed into the login field.
    reason: withNames(shown, () => '…'),
    said: message,
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
  const isLogin = name != null && /^[\p{L}\p{N}][\p{L}\p{N}._@+'\\-]{1,99}$/u.test(name);
  return isLogin ? { login: name } : {};
}

/** Short enough to be redacted. The last word goes with what is cut off: half a secret is not recognised. */
function bounded(text: string): string {
  if (text.length <= longestRead) return text;
  const cut = text.slice(0, longestRead);
  return cut.slice(0, Math.max(cut.lastIndexOf(' '), cut.lastIndexOf('\n'), 0) || longestRead);
}

function nameAndValue({ field, value }: ToldReason): string {
  return `${field}: ${value}`;
}

/**
 * Kinds of failure, the most frequent first. What fails alike is put together before anything is redacted, since that
 * costs the most; what differed only in what was taken out, after it.
 */
function failuresOf(
  failed: readonly Event[],
  understand: Understand,
  redact: (text: string) => string,
): ExportedFailure[] {
  const told = alike(failed)
    .slice(0, mostTold)
    .flatMap((group) => {
      const [{ what, reason, said } = { what: '', reason: '', said: '' }] = group;
      const clean = redact(reason);
      const texts = {
        what: clipped(redact(what), longestText),
        reason: clipped(clean, longestText),
        said: clipped(said === reason ? clean : redact(said), 1_000),
      };
      return group.map((event) => ({ ...event, ...texts }));
    });
  return alike(told)
    .slice(0, mostFailures)
    .map((group) => failureOf(group, understand, redact))
    .sort((a, b) => Number(b.articleId !== undefined) - Number(a.articleId !== undefined) || b.times - a.times);
}

/** Events by what they say, the most frequent first. */
function alike(events: readonly Event[]): Event[][] {
  const groups = new Map<string, Event[]>();
  for (const event of events) {
    const key = JSON.stringify([event.system, event.what, event.reason]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [event]);
    else group.push(event);
  }
  return [...groups.values()].sort((a, b) => b.length - a.length);
}

function failureOf(group: readonly Event[], understand: Understand, redact: (text: string) => string): ExportedFailure {
  const [first] = group;
  if (first === undefined) throw new TypeError('A group of failures has at least one.');
  const { system, what, reason, said } = first;
  const text = `${what}\n${said}`;
  const articleId = first.articleId ?? articleOfError(understand, text);
  const between = articleId === undefined ? articlesOfError(understand, text) : [];
  const people = new Set(group.flatMap(({ person }) => person ?? [])).size;
  const logins = new Map(group.flatMap(({ login }) => (login === undefined ? [] : [[login.toLowerCase(), login]])));
  const times = group.map(({ at }) => at).filter(Number.isFinite);
  return {
    system,
    what,
    reason,
    times: group.length,
    people,
    // Nobody is called by a secret.
    logins: [...logins.values()].slice(0, mostLogins).filter((login) => redact(login) === login),
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
