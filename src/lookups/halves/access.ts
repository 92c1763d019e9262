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
  /** Okta as an application of Access: what is sent as the user's name. */
  readonly sources: Answer<Page<AccessCatalogItem>>;
}

/** Reads Access's half, all of it at the same time. */
export async function readAccessHalf(
  inquiry: Inquiry,
  name: PersonName,
  person: Promise<Answer<OktaPerson>>,
  { from, to }: Window,
): Promise<AccessHalf> {
  const [people, audit, sources] = await Promise.all([
    findInAccess(inquiry, name, person),
    inquiry.ask('access', (access) => access.auditEvents({ from, to, pageSize: auditPage, pages: 1 })),
    inquiry.ask('access', (access) => access.findCatalogItems('OKTA')),
  ]);
  return { people, audit, sources };
}
