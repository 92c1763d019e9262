import type { AccessAuditEvent, AccessUser } from '../../connectors/access/index.js';
import type { Look } from '../look.js';
import { accessUsersOfEmail } from '../sources/access.js';
import { accessUsers } from './access-person.js';
import { oktaSubject } from './okta-subject.js';
import { subjectOf } from './uem-person.js';

/** The accounts of the person a check is about. */
export interface AccessAccounts {
  readonly users: readonly AccessUser[];
  /** False when the tenant cannot be searched by e-mail address, so that none found is not none there. */
  readonly isComplete: boolean;
}

/** The accounts in Access of the person a check is about. Throws `NotSeen` when Okta knows nobody of that name. */
export async function accessAccounts(look: Look): Promise<AccessAccounts> {
  const okta = await oktaSubject(look);
  const users = await accessUsers(look, { ...subjectOf(look), okta });
  if (users.length > 0) return { users, isComplete: true };
  const byEmail = await look.at(accessUsersOfEmail, okta.profile.email || okta.profile.login);
  return { users: byEmail?.items ?? [], isComplete: byEmail !== undefined };
}

/** Whether an audit event is of one of the accounts. */
export function isEventOf({ users }: AccessAccounts, event: AccessAuditEvent): boolean {
  const { actorUuid, actorUserName, actorDomain } = event;
  return users.some((user) =>
    actorUuid
      ? user.id === actorUuid
      : user.userName.toLowerCase() === actorUserName?.toLowerCase() &&
        user.domain?.toLowerCase() === actorDomain?.toLowerCase(),
  );
}
