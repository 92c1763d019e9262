import type { SecretKind } from '../../model/understanding.js';

/** What stands around a possible secret; both bounded. */
export interface Around {
  readonly before: string;
  readonly after: string;
}

/** How one secret looks. */
export interface Secret {
  readonly kind: SecretKind;
  /** A text without any of these, in lower case, has no such secret: cheaper to see than to run the pattern. */
  readonly hints: readonly string[];
  /** Global, matches nothing but places: those where `pattern` can begin. Patterns that share it look for them once. */
  readonly begins?: RegExp;
  /** Global; sticky where `begins` says the places. The named group `keep` is what stays in front of the secret ("password: "); the rest goes. */
  readonly pattern: RegExp;
  /** Whether what was found behind `keep` is a secret and not a word about one ("password: required"). */
  readonly isSecret?: (value: string, around: Around) => boolean;
}
