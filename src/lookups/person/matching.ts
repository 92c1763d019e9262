import type { AccessUser } from '../../connectors/access/index.js';

/** A name of a user in Workspace ONE Access. */
export interface AccessName {
  /** As the console calls it. */
  readonly label: 'User name' | 'User principal name' | 'E-mail';
  /** As Access's templates call it: `${user.userName}`. */
  readonly attribute: string;
  readonly value: string;
}

/** The names that Access can send to Okta, and that Okta's can be compared with. */
export function namesOf(user: AccessUser): AccessName[] {
  const { userName, userPrincipalName, emails } = user;
  return [
    { label: 'User name', attribute: 'userName', value: userName },
    ...(userPrincipalName === undefined
      ? []
      : [{ label: 'User principal name' as const, attribute: 'userPrincipalName', value: userPrincipalName }]),
    ...emails.map((value) => ({ label: 'E-mail' as const, attribute: 'email', value })),
  ];
}

/** Names in both systems are compared without regard to case. */
export function isSameName(one: string | null | undefined, other: string | null | undefined): boolean {
  return one != null && other != null && one.toLowerCase() === other.toLowerCase();
}

/** What a template such as `${user.userPrincipalName}` gives for a user; undefined when it is none of the names. */
export function sentName(template: string | null | undefined, user: AccessUser): AccessName | undefined {
  const attribute = /^\s{0,5}\$\{user\.(?<name>\w{1,64})\}\s{0,5}$/.exec(template ?? '')?.groups?.['name'];
  const wanted = attribute === 'emails' ? 'email' : attribute;
  return namesOf(user).find((name) => name.attribute === wanted);
}
