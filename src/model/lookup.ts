import type { LookupResult } from './evidence.js';
import type { LookupId } from './intent.js';
import type { Product } from './system.js';

/** How a line of a report is marked. `unknown` was not read; `note` is neither good nor bad. */
export type Mark = 'good' | 'bad' | 'unknown' | 'note';

/** One line of a report: what, what it says, and whether that is as it should be. */
export interface ReportLine {
  readonly mark: Mark;
  readonly label: string;
  readonly value: string;
  /** The article that mends it, when it is bad and one is known. */
  readonly articleId?: string;
}

/** The lines about one thing: a system's half of the picture, a device, a token. */
export interface ReportSection {
  readonly title: string;
  readonly system?: Product;
  readonly lines: readonly ReportLine[];
  /** What stands for the lines when the system could not be read, and the reason. */
  readonly unread?: string;
  /** Said when there was more than is shown. */
  readonly more?: string;
}

/** One event of either system, for the joint timeline. */
export interface TimelineEntry {
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly system: Product;
  readonly text: string;
  readonly failed: boolean;
  /** The first thing that went wrong in this timeline. */
  readonly isFirstFailure: boolean;
  readonly articleId?: string;
}

/** The legs of a sign-in that Okta hands to Workspace ONE and takes back, in order (troubleshooting blog, overview). */
export const flowLegs = [
  'request',
  'application-source',
  'identity-provider',
  'authentication',
  'assertion',
  'user-match',
] as const;
export type FlowLeg = (typeof flowLegs)[number];

/** How each leg is called for people. */
export const flowLegNames: Readonly<Record<FlowLeg, string>> = {
  request: 'Okta’s request reaches Access',
  'application-source': 'it belongs to the OKTA application source',
  'identity-provider': 'an identity provider is found',
  authentication: 'the person is authenticated',
  assertion: 'the assertion reaches Okta',
  'user-match': 'Okta finds the user',
};

/** What a failed leg came to, for people. */
export const flowLegFailures: Readonly<Record<FlowLeg, string>> = {
  request: 'Okta’s request did not reach Access',
  'application-source': 'the request was not taken as one of the OKTA application source',
  'identity-provider': 'no identity provider was found',
  authentication: 'the person was not authenticated',
  assertion: 'the assertion did not reach Okta',
  'user-match': 'the user was not found',
};

/** How one leg of the last attempt went. `unseen` where no event says. */
export interface LegState {
  readonly leg: FlowLeg;
  readonly state: 'passed' | 'failed' | 'unseen';
  /** What the event says, for the leg that failed. */
  readonly text?: string;
}

/** The window that events were read from, ISO 8601. */
export interface EventWindow {
  readonly from: string;
  readonly to: string;
  /** Whether a system has more events of it than were read. */
  readonly more: boolean;
  /** The systems whose events could be read; left out when all of them could. */
  readonly only?: readonly Product[];
  /** How many events that were read were left out of the middle of the timeline, if any were. */
  readonly left?: number;
}

/** What a lookup found, complete: no surface in it, only expected fields of the systems' answers. */
export interface LookupReport extends LookupResult {
  readonly lookup: LookupId;
  /** What the summary rests on, in the systems’ own words, on one line: the event that it explains. */
  readonly because?: string;
  /** Whom or what it is about, for people: "Ann Ace (ann@acme.example)". */
  readonly subject?: string;
  /** The article that mends what the summary says. */
  readonly articleId?: string;
  /** Set when several people fit: nothing was looked up, and there are no sections. */
  readonly choices?: readonly PersonChoice[];
  readonly sections: readonly ReportSection[];
  /** In time order; empty when the lookup has none. */
  readonly timeline: readonly TimelineEntry[];
  readonly window?: EventWindow;
  /** The last attempt to sign in through Workspace ONE, leg by leg; left out where none was seen, or it went well. */
  readonly legs?: readonly LegState[];
}

/** Several people fit what was asked: the person chooses, the bot never guesses. */
export interface PersonChoice {
  /** What to ask with instead, unambiguous: an Okta user id or a login. */
  readonly key: string;
  readonly label: string;
}

const aboutPeople: ReadonlySet<LookupId> = new Set<LookupId>(['check', 'last-failure', 'devices']);

/** Whether a lookup is about a person: then it takes a name, and a right to ask. The others are about the tenants. */
export function isAboutPerson(lookup: LookupId): boolean {
  return aboutPeople.has(lookup);
}
