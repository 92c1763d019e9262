import type { Product } from '../model/system.js';

/** A thing or person an event names: an application, an identity provider, a token, an administrator. */
export interface Party {
  readonly id: string;
  readonly type: string;
  /** For people; bounded, one line. */
  readonly name: string;
}

/** One event of Okta's System Log or of the audit of Workspace ONE Access, as the rules see it. */
export interface AlertEvent {
  readonly id: string;
  readonly system: Product;
  /** When it happened, milliseconds since 1970. It may arrive later. */
  readonly at: number;
  /** Okta's `eventType`, or Access' `objectType`. */
  readonly type: string;
  readonly failed: boolean;
  /** Okta's `displayMessage` or the object's name: what was done, for people. */
  readonly what: string;
  /** Why it failed, as the system says it; empty when it does not. Bounded, one line. */
  readonly reason: string;
  /** Who it concerns: an id that is the same for the same person. People type passwords into login fields, so no login. */
  readonly personId?: string;
  /** That person's login, only where the system resolved it. */
  readonly login?: string;
  /** Who did it, when that is known. */
  readonly actor?: Party;
  readonly targets: readonly Party[];
  /** The article it belongs to, when that is known without reading the text. */
  readonly articleId?: string;
}
