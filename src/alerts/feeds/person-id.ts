import { createHash } from 'node:crypto';

/** The same id for the same text in any case, from which the text cannot be read: people type passwords as logins. */
export function idOfText(text: string): string {
  return `#${createHash('sha256').update(text.trim().toLowerCase()).digest('hex').slice(0, 12)}`;
}

const userName = /^[\p{L}\p{N}._%+'-]{1,64}(?:@[\p{L}\p{N}.-]{1,120})?$/u;

/** A text as a user name for people to see, where a system resolved it and it can be one. */
export function asUserName(text: string | null | undefined): string | undefined {
  return text != null && userName.test(text) ? text : undefined;
}

/** The same for Okta, where a login is an address: whatever else stands in its place was typed. */
export function asLogin(text: string | null | undefined): string | undefined {
  return text?.includes('@') ? asUserName(text) : undefined;
}
