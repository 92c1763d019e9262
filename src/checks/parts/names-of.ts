import type { Subject } from '../look.js';

/** The names by which a person can be looked for in Workspace ONE. */
export interface Names {
  /** Lower case; e-mail addresses and logins that look like them. */
  readonly emails: readonly string[];
  /** Lower case; the short names, then the addresses, which may serve as user names. */
  readonly userNames: readonly string[];
}

/** What is known of a person's names from what was asked and from Okta. */
export function namesOf({ name, okta }: Subject): Names {
  const { login, email } = okta?.profile ?? {};
  const typed = name.isOktaId ? undefined : name.text;
  const all = [...new Set([typed, login, email].flatMap((one) => (one ? [one.toLowerCase()] : [])))];
  const shorts = all.map((one) => (one.includes('@') ? one.slice(0, one.lastIndexOf('@')) : one));
  return { emails: all.filter((one) => one.includes('@')), userNames: [...new Set([...shorts, ...all])] };
}
