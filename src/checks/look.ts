import type { OktaUser } from '../connectors/okta/index.js';
import type { LookupSettings } from '../lookups/lookup.js';
import type { KnownNames } from '../lookups/person/known-names.js';
import type { PersonName } from '../lookups/person/name.js';
import type { Product } from '../model/system.js';
import type { Understand } from '../model/understanding.js';
import type { Origin, Source } from './source.js';

/** Whom a diagnosis is about. */
export interface Subject {
  readonly name: PersonName;
  /** Undefined when Okta knows nobody of that name. */
  readonly okta: OktaUser | undefined;
  readonly names: KnownNames;
}

/** A check's only way to the live systems. */
export interface Look {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** What the things that join the two sides are called in this org. */
  readonly settings: LookupSettings;
  readonly understand: Understand;
  /** Undefined when the question is about nobody in particular; always there for checks about a person. */
  readonly subject: Subject | undefined;
  /** What a source gives. Throws what stands in the way; leave it to the door. */
  at<System extends Product, Args extends readonly unknown[], T>(
    source: Source<System, Args, T>,
    ...args: Args
  ): Promise<T>;
  /** Begins a read that `at` will ask for, so that systems answer side by side and not one after the other. */
  soon<System extends Product, Args extends readonly unknown[], T>(
    source: Source<System, Args, T>,
    ...args: Args
  ): void;
  /** Keeps a fact as evidence: what it is, and its value as text for people. Dated when the source was read. */
  saw(origin: Origin, what: string, value: string): void;
}
