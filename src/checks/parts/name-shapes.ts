import type { AccessUser } from '../../connectors/access/index.js';

/** An e-mail address or a UPN has an @, a short name such as a sAMAccountName has none. */
export type NameShape = 'address' | 'short';

/** How many names of each shape there are. */
export interface NameShapes {
  readonly address: number;
  readonly short: number;
  readonly all: number;
}

/** Counts names by shape; an absent one counts among all only. */
export function shapesOf(names: readonly (string | undefined)[]): NameShapes {
  const present = names.flatMap((name) => (name ? [name] : []));
  const address = present.filter((name) => name.includes('@')).length;
  return { address, short: present.length - address, all: names.length };
}

/** `98 of 100 with an @`, for evidence. */
export function shapesText({ address, all }: NameShapes): string {
  return `${address} of ${all} with an @`;
}

/** An attribute of Access that the name in an assertion is compared with, as its console calls it. */
export function attributeLabel(attribute: string): string {
  const labels: Readonly<Record<string, string>> = {
    userName: 'User Name',
    emails: 'Email',
    userPrincipalName: 'UserPrincipalName',
  };
  return Object.hasOwn(labels, attribute) ? (labels[attribute] ?? attribute) : attribute;
}

/** A user's values of such an attribute; undefined for one that the API does not tell. */
export function valuesOf(user: AccessUser, attribute: string): readonly string[] | undefined {
  if (attribute === 'userName') return [user.userName];
  if (attribute === 'emails') return user.emails;
  return attribute === 'userPrincipalName' ? [user.userPrincipalName].flatMap((one) => one ?? []) : undefined;
}
