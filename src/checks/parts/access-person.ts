import type { AccessUser } from '../../connectors/access/index.js';
import type { Look, Subject } from '../look.js';
import { accessUsersNamed } from '../sources/access.js';
import { namesOf } from './names-of.js';

/** The person's users in Workspace ONE Access by any of their names, or by `more` user names; none when none was found. */
export async function accessUsers(
  look: Look,
  subject: Subject,
  more: readonly string[] = [],
): Promise<readonly AccessUser[]> {
  const { emails, userNames } = namesOf(subject);
  const names = new Set([...userNames, ...more.map((name) => name.toLowerCase())]);
  const pages = await Promise.all([
    ...[...names].map((name) => look.at(accessUsersNamed, 'userName', name)),
    ...emails.map((email) => look.at(accessUsersNamed, 'userPrincipalName', email)),
  ]);
  const found = pages.flatMap(({ items }) => items).filter((user) => isTheirs(user, subject, emails));
  return [...new Map(found.map((user) => [user.id, user])).values()];
}

/** The same user name may belong to others in other domains, so one more name has to agree where there is one. */
function isTheirs(user: AccessUser, { okta }: Subject, emails: readonly string[]): boolean {
  if (okta !== undefined && user.externalId === okta.id) return true;
  const has = [user.userPrincipalName, ...user.emails].flatMap((one) => (one ? [one.toLowerCase()] : []));
  return emails.length === 0 || has.length === 0 || has.some((one) => emails.includes(one));
}
