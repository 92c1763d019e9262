import type { OktaLogEvent } from '../../connectors/okta/index.js';
import type { KnownNames } from '../person/known-names.js';
import { clipped } from '../wording/time.js';
import type { Happening } from './happening.js';

const longestText = 320;
const bad = new Set(['FAILURE', 'DENY']);

/** Events that are about their target, whoever caused them. */
const aboutTarget = /^(application\.(provision|user_membership)|user\.lifecycle|device\.|group\.)/;

/** Kinds of events that put each other right. */
const kinds: readonly (readonly [RegExp, string])[] = [
  [/^application\.provision/, 'provisioning'],
  [/^user\.authentication\.authenticate$/, 'device trust'],
  [/^(user\.(session\.start|account\.lock)|user\.authentication|policy\.evaluate_sign_on)/, 'sign-in'],
];
/** Only this says that a sign-in went well to its end: single steps of one that fails succeed too. */
const signedIn = 'user.session.start';

/**
 * Okta's events of one person as happenings, with what else happened in requests of theirs that failed: those events
 * often name nobody. Events that the person only caused (an administrator's work on others) are left out.
 */
export function oktaHappenings(
  events: readonly OktaLogEvent[],
  userId: string | undefined,
  names: KnownNames,
): Happening[] {
  const own = events.filter((event) => isAbout(event, userId, names));
  const failedRequests = new Set(own.filter(isFailed).flatMap((event) => requestOf(event) ?? []));
  const theirs = new Set(own);
  const siblings = events.filter((event) => !theirs.has(event) && failedRequests.has(requestOf(event) ?? ''));
  const causes = causesByRequest(events);
  return [...own, ...siblings].map((event) => toHappening(event, names, causes));
}

/** Requests that failed without a reason among what was read, newest first: their other events may name it. */
export function unexplained(happenings: readonly Happening[]): string[] {
  return [...new Set(happenings.flatMap(({ failed, rollUpOf }) => (failed && rollUpOf ? [rollUpOf] : [])))];
}

function isAbout({ eventType, actor, target }: OktaLogEvent, userId: string | undefined, names: KnownNames): boolean {
  const isPerson = (party: OktaLogEvent['actor']) =>
    party != null && ((userId !== undefined && party.id === userId) || names.isKnown(party.alternateId));
  return (!aboutTarget.test(eventType) && isPerson(actor)) || (target ?? []).some(isPerson);
}

/** A browser's request. A job is none: it has many people's events in it. */
function requestOf({ transaction }: OktaLogEvent): string | undefined {
  return transaction?.type === 'JOB' ? undefined : (transaction?.id ?? undefined);
}

function causesByRequest(events: readonly OktaLogEvent[]): Map<string, string> {
  const causes = new Map<string, string>();
  for (const event of events) {
    const id = requestOf(event);
    const reason = event.outcome?.reason;
    if (id && reason && isFailed(event) && !isRollUp(event)) causes.set(id, reason);
  }
  return causes;
}

function toHappening(event: OktaLogEvent, names: KnownNames, causes: ReadonlyMap<string, string>): Happening {
  const { eventType, displayMessage, outcome } = event;
  const failed = isFailed(event);
  const result = outcome?.result ?? 'UNKNOWN';
  const reason = outcome?.reason ?? '';
  const request = requestOf(event);
  const isOpen = failed && isRollUp(event);
  const cause = isOpen ? causes.get(request ?? '') : undefined;
  const what = displayMessage ?? eventType;
  const app = (event.target ?? []).find(({ type }) => type === 'AppInstance')?.displayName;
  const trust = deviceTrust(event);
  const parts = [
    app && !what.includes(app) ? `${what} (${app})` : what,
    failed ? `: ${reason || trust || result}` : ['SUCCESS', 'ALLOW'].includes(result) ? '' : `: ${result}`,
    cause === undefined ? '' : `, because: ${cause}`,
    failed ? sentName(event, names) : '',
  ];
  return {
    id: event.uuid,
    at: Date.parse(event.published),
    system: 'okta',
    text: clipped(parts.join(''), longestText),
    said: clipped([what, cause ?? reason, trust ?? '', detail(event, 'error_message') ?? ''].join('\n'), 1_000),
    failed,
    kind: kindOf(eventType, failed),
    names: 'person',
    ...(isOpen && cause === undefined && request ? { rollUpOf: request } : {}),
    ...articleOf(eventType, failed, cause ?? reason),
  };
}

function isFailed({ outcome }: OktaLogEvent): boolean {
  return bad.has(outcome?.result ?? '');
}

/** A reason that stands for any cause, or none where there always is one. */
function isRollUp({ eventType, outcome }: OktaLogEvent): boolean {
  const reason = outcome?.reason ?? '';
  return (
    reason === 'GENERAL_NONSUCCESS' ||
    (reason === '' && /^user\.(session\.start|authentication\.(sso|auth_via_))/.test(eventType))
  );
}

function kindOf(eventType: string, failed: boolean): string {
  const kind = kinds.find(([pattern]) => pattern.test(eventType))?.[1] ?? eventType;
  // Steps of a sign-in can fail it; only its end makes it a good one.
  return kind === 'sign-in' && !failed && eventType !== signedIn ? `step ${eventType}` : `okta ${kind}`;
}

/** What Okta writes when the name in an assertion fits nobody; no error text that people see. */
function articleOf(eventType: string, failed: boolean, reason: string): { articleId?: string } {
  const isNameless = /^(user not found|unable to transform email to username)/i.test(reason);
  return failed && isNameless && /auth_via_IDP|session\.start/.test(eventType)
    ? { articleId: 'username-mismatch' }
    : {};
}

/** The name that came in an assertion, when it says why the sign-in failed. */
function sentName(event: OktaLogEvent, names: KnownNames): string {
  const sent = detail(event, 'transformed_user_name') ?? detail(event, 'subject_name');
  return sent === undefined ? '' : ` (name sent: ${names.show(sent)})`;
}

function deviceTrust(event: OktaLogEvent): string | undefined {
  const result = detail(event, 'result');
  return result !== undefined && /^[A-Z_]{3,40}$/.test(result) ? result : undefined;
}

/** Okta writes these keys in snake case in its catalogue and in camel case in its samples. */
function detail({ debugContext }: OktaLogEvent, key: string): string | undefined {
  const data = debugContext?.debugData ?? {};
  const camel = key.replace(/_(?<letter>\w)/g, (_, letter: string) => letter.toUpperCase());
  const value = data[key] ?? data[camel];
  return typeof value === 'string' && value !== '' ? value : undefined;
}
