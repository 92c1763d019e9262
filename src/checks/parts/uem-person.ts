import type { UemDevice, UemUser } from '../../connectors/uem/index.js';
import { fullName } from '../../lookups/person/resolve.js';
import { clipped } from '../../lookups/wording/time.js';
import { NotSeen } from '../check.js';
import type { Look, Subject } from '../look.js';
import { uemDevicesOf, uemUsersNamed } from '../sources/uem.js';
import { namesOf } from './names-of.js';

/** Whom a check is about. Throws `NotSeen` where nobody was named. */
export function subjectOf({ subject }: Look): Subject {
  if (subject !== undefined) return subject;
  throw new NotSeen('This depends on the person, and nobody was named.');
}

/** How a person is called in the sentences of checks about them. */
export function called({ name, okta }: Subject): string {
  return okta === undefined ? `“${clipped(name.text, 80)}”` : clipped(fullName(okta), 80);
}

/**
 * The person's accounts in Workspace ONE UEM; none when there is none by any of their names. Throws `NotSeen` when that
 * cannot be said.
 */
export async function uemAccounts(look: Look, subject: Subject): Promise<readonly UemUser[]> {
  const { emails, userNames } = namesOf(subject);
  const pages = await Promise.all([
    ...emails.map((email) => look.at(uemUsersNamed, 'email', email)),
    ...userNames.map((userName) => look.at(uemUsersNamed, 'username', userName)),
  ]);
  const found = pages.flatMap(({ items }) => items).filter((user) => isTheirs(emails, user.email, user.userName));
  const accounts = [...new Map(found.map((user) => [user.id ?? user.userName, user])).values()];
  if (accounts.length > 0) return accounts;
  if (pages.some(({ more }) => more))
    throw new NotSeen(
      `Workspace ONE UEM has more users that fit than it sent. Look under ${uemUsersNamed.where} for the person.`,
    );
  if (subject.okta === undefined)
    throw new NotSeen(
      `Workspace ONE UEM has no account by the name that was asked for, and Okta did not tell another. Look under ${uemUsersNamed.where}.`,
    );
  return [];
}

/** A person's devices. */
export interface UemDevices {
  readonly items: readonly UemDevice[];
  /** Those that are enrolled, as UEM says. */
  readonly enrolled: readonly UemDevice[];
  /** True when UEM has more than it sent. */
  readonly more: boolean;
}

/** The devices of a person's accounts. Throws as `uemAccounts` does. */
export async function uemDevices(look: Look, subject: Subject): Promise<UemDevices> {
  const accounts = await uemAccounts(look, subject);
  const emails = [...namesOf(subject).emails, ...accounts.flatMap(({ email }) => email?.toLowerCase() ?? [])];
  const userNames = [...new Set(accounts.map(({ userName }) => userName.toLowerCase()))];
  const pages = await Promise.all(userNames.map((userName) => look.at(uemDevicesOf, userName)));
  const found = pages
    .flatMap((page) => page.items)
    .filter((device) => isTheirs(emails, device.userEmail, device.userName));
  const items = [...new Map(found.map((device) => [device.id, device])).values()];
  return { items, enrolled: items.filter(isEnrolled), more: pages.some(({ more }) => more) };
}

/** Whether UEM says that a device is enrolled. */
export function isEnrolled({ enrollmentStatus }: UemDevice): boolean {
  return enrollmentStatus?.toLowerCase() === 'enrolled';
}

/** How a device is called in the sentences of checks about a person. */
export function deviceNamed({ name, model, serialNumber, id }: UemDevice): string {
  return `“${clipped(name ?? model ?? serialNumber ?? id, 80)}”`;
}

/** A user name can be somebody else's; where there is an e-mail address to go by, it decides. */
function isTheirs(emails: readonly string[], email: string | undefined, userName: string | undefined): boolean {
  if (emails.length === 0 || !email) return true;
  return [email, userName ?? ''].some((one) => emails.includes(one.toLowerCase()));
}
