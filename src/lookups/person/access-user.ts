import type { Access, AccessUser } from '../../connectors/access/index.js';
import type { OktaUser } from '../../connectors/okta/index.js';
import { TenantError } from '../../model/tenant-error.js';
import type { Answer, Inquiry } from '../inquiry.js';
import type { PersonName } from './name.js';
import type { OktaPerson } from './resolve.js';

/** Who in Workspace ONE Access is the person asked about. */
export interface AccessPeople {
  /** Usually one or none; several when they cannot be told apart. */
  readonly users: readonly AccessUser[];
  /** How many have the same user name and are somebody else. */
  readonly others: number;
  /** False when the tenant cannot be searched by e-mail address, so that nobody found is not nobody there. */
  readonly isComplete: boolean;
}

/**
 * Finds the person in Access: by short user name first, which needs nothing from Okta and fits most tenants, then by
 * every other name that Okta knows. Undefined when there is no name to look for.
 */
export async function findInAccess(
  inquiry: Inquiry,
  name: PersonName,
  person: Promise<Answer<OktaPerson>>,
): Promise<Answer<AccessPeople> | undefined> {
  const { short } = name;
  const first =
    short === undefined ? undefined : await inquiry.ask('access', (access) => access.findUsers('userName', short));
  if (first?.isRead === false) return first;
  const okta = oktaUserOf(await person);
  if (short === undefined && okta === undefined) return undefined;
  const found = first?.value.items ?? [];
  const users = found.filter((user) => isSame(user, name, okta));
  if (users.length > 0)
    return { isRead: true, value: { users, others: found.length - users.length, isComplete: true } };
  return inquiry.ask('access', async (access) => {
    const again = await searchFurther(access, name, okta);
    const theirs = again.users.filter((user) => isSame(user, name, okta));
    return { users: theirs, others: found.length, isComplete: again.isComplete };
  });
}

async function searchFurther(access: Access, name: PersonName, okta: OktaUser | undefined) {
  const { login, email } = okta?.profile ?? {};
  const whole = [...new Set([login, name.email, email].flatMap((one) => (one ? [one] : [])))];
  const shorts = [login, email].flatMap((one) => (one?.includes('@') ? [one.slice(0, one.lastIndexOf('@'))] : []));
  const userNames = new Set([...whole, ...shorts].filter((one) => one !== name.short));
  const pages = await Promise.all([
    ...[...userNames].map((one) => access.findUsers('userName', one)),
    ...whole.map((one) => access.findUsers('userPrincipalName', one)),
  ]);
  const users = unique(pages.flatMap(({ items }) => items));
  const [address] = email ? [email] : whole;
  if (users.length > 0 || address === undefined) return { users, isComplete: true };
  try {
    return { users: (await access.findUsers('emails', address)).items, isComplete: true };
  } catch (error) {
    // Whether users can be searched by e-mail is not documented; a tenant that cannot says that the filter is bad.
    if (error instanceof TenantError && error.code === 'unexpected-answer') return { users: [], isComplete: false };
    throw error;
  }
}

/** The same user name may belong to others in other domains, so one more name has to agree where there is one. */
function isSame(user: AccessUser, name: PersonName, okta: OktaUser | undefined): boolean {
  if (okta !== undefined && user.externalId === okta.id) return true;
  const wanted = [okta?.profile.login, okta?.profile.email, name.email].flatMap((one) =>
    one ? [one.toLowerCase()] : [],
  );
  if (wanted.length === 0) return true;
  const has = [user.userPrincipalName, ...user.emails].flatMap((one) => (one ? [one.toLowerCase()] : []));
  return has.length === 0 || [...has, user.userName.toLowerCase()].some((one) => wanted.includes(one));
}

/** The one user whom Okta knows, if it does. */
export function oktaUserOf(person: Answer<OktaPerson>): OktaUser | undefined {
  return person.isRead && person.value.kind === 'one' ? person.value.user : undefined;
}

function unique(users: readonly AccessUser[]): AccessUser[] {
  return [...new Map(users.map((user) => [user.id, user])).values()];
}
