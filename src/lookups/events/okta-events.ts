import type { OktaLogEvent } from '../../connectors/okta/index.js';
import type { KnownNames } from '../person/known-names.js';
import { clipped } from '../wording/time.js';
import type { Happening } from './happening.js';
import { causesByRequest, detail, deviceTrust, isFailed, isRollUp, namelessArticle, requestOf } from './okta-event.js';

const longestText = 320;

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

/** Whether a happening is a sign-in that failed without a reason, even with what else is in its request. */
export function isUnexplainedSignIn({ rollUpOf, kind }: Happening): boolean {
  return rollUpOf !== undefined && kind === 'okta sign-in';
}

function isAbout({ eventType, actor, target }: OktaLogEvent, userId: string | undefined, names: KnownNames): boolean {
  const isPerson = (party: OktaLogEvent['actor']) =>
    party != null && ((userId !== undefined && party.id === userId) || names.isKnown(party.alternateId));
  return (!aboutTarget.test(eventType) && isPerson(actor)) || (target ?? []).some(isPerson);
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
    ...(eventType === 'user.authentication.auth_via_IDP' ? { leg: 'user-match' as const } : {}),
    ...(isOpen && cause === undefined && request ? { rollUpOf: request } : {}),
    ...namelessArticle(eventType, failed, cause ?? reason),
  };
}

function kindOf(eventType: string, failed: boolean): string {
  const kind = kinds.find(([pattern]) => pattern.test(eventType))?.[1] ?? eventType;
  // Steps of a sign-in can fail it; only its end makes it a good one.
  return kind === 'sign-in' && !failed && eventType !== signedIn ? `step ${eventType}` : `okta ${kind}`;
}

/** The name that came in an assertion, when it says why the sign-in failed. */
function sentName(event: OktaLogEvent, names: KnownNames): string {
  const sent = detail(event, 'transformed_user_name') ?? detail(event, 'subject_name');
  return sent === undefined ? '' : ` (name sent: ${names.show(sent)})`;
}
