import type { AccessUser } from '../../connectors/access/index.js';
import type { OktaUser } from '../../connectors/okta/index.js';
import type { PersonName } from './name.js';

/** The names that one person is known by. */
export interface KnownNames {
  /** Lower case, without duplicates. */
  readonly all: ReadonlySet<string>;
  isKnown(name: string | null | undefined): boolean;
  /** Whether a text names the person: one of its words is one of the names. */
  areIn(text: string): boolean;
  /** A login for people to see, or a stand-in: people type passwords into the login field, and systems record them. */
  show(login: string | null | undefined): string;
}

/** Shown in place of a login that is not one of the person's names. */
export const hiddenLogin = '(a login that is no known user)';

/** Collects every name of a person from what was asked and what the systems say. */
export function knownNames(
  asked: PersonName,
  okta: OktaUser | undefined,
  access: readonly AccessUser[] = [],
  more: readonly (string | null | undefined)[] = [],
): KnownNames {
  const names = [
    asked.isOktaId ? undefined : asked.text,
    asked.short,
    okta?.profile.login,
    okta?.profile.email,
    ...access.flatMap((user) => [user.userName, user.userPrincipalName, ...user.emails]),
    ...more,
  ];
  const full = names.flatMap((name) => (name ? [name.toLowerCase()] : []));
  const all = new Set([...full, ...full.flatMap(shortOf)]);
  const isKnown = (name: string | null | undefined) => name != null && all.has(name.toLowerCase());
  return {
    all,
    isKnown,
    areIn: (text) => text.split(/[^\p{L}\p{N}@._+-]+/u).some((word) => isKnown(word.replace(/[.]+$/, ''))),
    show: (login) => (login != null && isKnown(login) ? login : hiddenLogin),
  };
}

function shortOf(name: string): string[] {
  const at = name.lastIndexOf('@');
  return at > 0 ? [name.slice(0, at)] : [];
}
