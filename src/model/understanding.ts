import type { Fact } from './fact.js';
import type { Product } from './system.js';

/** Where the text came from: a channel where nobody asked the bot, or a mention, direct message, command or shell. */
export type Surface = 'channel' | 'direct';

/** `answer`: sure enough to say so. `ask`: one question decides. `none`: not ours, or not recognised. */
export type Decision = 'answer' | 'ask' | 'none';

/** One intent that the text may mean. Confidence is calibrated: of texts given 0.9, about nine in ten are right. */
export interface RankedIntent {
  readonly id: string;
  /** 0 to 1. */
  readonly confidence: number;
  /** Sentences for people: "matches the error text “…”", "closest phrasing “…”". */
  readonly evidence: readonly string[];
}

/** The things named in a text. All are copies of what the person wrote, never resolved against a tenant. */
export interface Entities {
  /** E-mail addresses, DOMAIN\name logins, Slack mentions (`<@U…>`), in order of appearance. */
  readonly users: readonly string[];
  /** HTTP and product error codes: `400`, `GENERAL_NONSUCCESS`, `federationArtifact.not.found`. */
  readonly errorCodes: readonly string[];
  readonly products: readonly Product[];
}

/** What kind of secret was taken out of the text. */
export type SecretKind =
  | 'api-token'
  | 'bearer-token'
  | 'jwt'
  | 'slack-token'
  | 'password'
  | 'client-secret'
  | 'one-time-code'
  | 'sign-in-link'
  | 'private-key'
  | 'cookie'
  | 'saml-message';

/** How many secrets of one kind were taken out. */
export interface Redaction {
  readonly kind: SecretKind;
  readonly count: number;
}

/** What was recognised in a text. */
export interface Understanding {
  readonly decision: Decision;
  /** Best first: every answer when several errors were pasted, all choices for `ask`, the nearest two for `none`. */
  readonly intents: readonly RankedIntent[];
  /**
   * Beside an answer or a question: further error texts that several intents share, where nothing tells which it is.
   * One list of intents for each.
   */
  readonly open?: readonly (readonly string[])[];
  /** What to ask, when the decision is `ask`. */
  readonly question?: string;
  readonly entities: Entities;
  readonly facts: readonly Fact[];
  readonly redactions: readonly Redaction[];
  /** The lines in which an error text was found, as they stand in the text: secrets removed, few, bounded. */
  readonly quotes: readonly string[];
  /** The part of the text that was understood: secrets removed, at most 2,000 characters. Safe to store. */
  readonly excerpt: string;
}

/** How to take a text. */
export interface UnderstandOptions {
  /** `direct` if left out. */
  readonly surface?: Surface;
  /** What was said before in the same thread; where the two contradict each other, the text counts. */
  readonly context?: string;
}

/** Recognises what a text means. Pure: no network, no clock, no memory between texts. */
export type Understand = (text: string, options?: UnderstandOptions) => Understanding;
