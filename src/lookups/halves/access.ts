import type { AccessCatalogItem, AuditEvents } from '../../connectors/access/index.js';
import type { Page } from '../../connectors/http/page.js';
import { auditPage, type Window } from '../events/window.js';
import type { Answer, Inquiry } from '../inquiry.js';
import { type AccessPeople, findInAccess } from '../person/access-user.js';
import type { PersonName } from '../person/name.js';
import type { OktaPerson } from '../person/resolve.js';

/** Workspace ONE Access's half of the picture of a person. */
export interface AccessHalf {
  /** Undefined when there was no name to look for. */
  readonly people: Answer<AccessPeople> | undefined;
  readonly audit: Answer<AuditEvents>;
  /** Okta as an application of Access: what is sent as the user's name. Read only when there is a user. */
  readonly sources: Answer<Page<AccessCatalogItem>> | undefined;
}

/** Reads Access's half; the audit events, which take longest, at the same time as all else. */
export async function readAccessHalf(
  inquiry: Inquiry,
  name: PersonName,
  person: Promise<Answer<OktaPerson>>,
  { from, to }: Window,
): Promise<AccessHalf> {
  const [audit, account] = await Promise.all([
    inquiry.ask('access', (access) => access.auditEvents({ from, to, pageSize: auditPage, pages: 1 })),
    readAccount(inquiry, name, person),
  ]);
  return { audit, ...account };
}

async function readAccount(inquiry: Inquiry, name: PersonName, person: Promise<Answer<OktaPerson>>) {
  const people = await findInAccess(inquiry, name, person);
  const isThere = people?.isRead === true && people.value.users.length > 0;
  const sources = isThere ? await inquiry.ask('access', (access) => access.findCatalogItems('OKTA')) : undefined;
  return { people, sources };
}
