import type { OktaUser } from '../../connectors/okta/index.js';
import { logFilter } from '../../connectors/okta/log-events.js';
import type { PersonName } from '../person/name.js';

/** Okta's events of a person: as actor, as target, and by every login they may have typed or Workspace ONE may send. */
export function eventsOf(name: PersonName, user: OktaUser | undefined): string {
  const logins = new Set(
    [user?.profile.login, user?.profile.email, name.isOktaId ? undefined : name.text, name.short].flatMap((login) =>
      login ? [login, login.slice(0, login.lastIndexOf('@') > 0 ? login.lastIndexOf('@') : undefined)] : [],
    ),
  );
  const byId = user === undefined ? [] : [logFilter`actor.id eq ${user.id}`, logFilter`target.id eq ${user.id}`];
  const byLogin = [...logins].map((login) => logFilter`actor.alternateId eq ${login}`);
  // Provisioning events have the app user as target, under an id of its own.
  const asTarget = [...logins]
    .filter((login) => login.includes('@'))
    .map((login) => logFilter`target.alternateId eq ${login}`);
  return [...byId, ...byLogin, ...asTarget].join(' or ');
}

/** Events that failed. */
export const failedOnly = 'outcome.result eq "FAILURE" or outcome.result eq "DENY"';

/** Every event of some requests. */
export function ofTransactions(ids: readonly string[]): string {
  return ids.map((id) => logFilter`transaction.id eq ${id}`).join(' or ');
}
