import type { AccessAuditEvent, AccessUser } from '../../connectors/access/index.js';
import type { KnownNames } from '../person/known-names.js';
import { clipped } from '../wording/time.js';
import { isFailed, methodsOf, textOf, whatOf, withNames } from './access-event.js';
import type { Happening } from './happening.js';

const longestText = 320;

/** The audit rows that matter for one person. */
export interface AccessHappenings {
  /** Rows that name the person, by the resolved user or in their text. */
  readonly own: readonly Happening[];
  /** Rows that name nobody: an error before anybody was recognised. May be anyone's. */
  readonly nameless: readonly Happening[];
}

/** Sorts the audit rows out: there is no filter by user in the API. */
export function accessHappenings(
  events: readonly AccessAuditEvent[],
  users: readonly AccessUser[],
  names: KnownNames,
): AccessHappenings {
  const own: Happening[] = [];
  const nameless: Happening[] = [];
  for (const event of events) {
    if (isOf(event, users, names)) own.push(toHappening(event, 'person', names));
    else if (event.actorUserName == null && event.actorUuid == null) nameless.push(toHappening(event, 'nobody', names));
  }
  return { own, nameless };
}

function isOf(event: AccessAuditEvent, users: readonly AccessUser[], names: KnownNames): boolean {
  const { actorUuid, actorUserName, actorDomain } = event;
  if (actorUuid != null && users.length > 0) return users.some(({ id }) => id === actorUuid);
  if (actorUserName == null) return names.areIn(`${textOf(event, 'failureMessage') ?? ''} ${event.objectName ?? ''}`);
  if (!names.isKnown(actorUserName)) return false;
  // The same user name in another domain is another person.
  const domains = users.flatMap(({ domain }) => (domain === undefined ? [] : [domain.toLowerCase()]));
  return actorDomain == null || domains.length === 0 || domains.includes(actorDomain.toLowerCase());
}

function toHappening(event: AccessAuditEvent, whose: Happening['names'], names: KnownNames): Happening {
  const { objectType, timestamp, uuid } = event;
  const failed = isFailed(event);
  const methods = textOf(event, 'authMethods') ?? '';
  const message = textOf(event, 'failureMessage') ?? '';
  const what = whatOf(event);
  const said = failed ? `${what} failed${message === '' ? '' : `: ${message}`}` : what;
  return {
    id: uuid ?? `${timestamp} ${objectType}`,
    at: timestamp,
    system: 'access',
    text: clipped(failed ? withNames(said, names.show) : said, longestText),
    said: clipped(said, 1_000),
    failed,
    ...kindOf(objectType, methods),
    names: whose,
    ...legOf(objectType, message),
    ...(methods === '' ? {} : { methods: methodsOf(event) }),
  };
}

/** What an event tells of a sign-in that began at Okta (reference: workspace-one-api.md, SAML-related texts). */
function legOf(objectType: string, message: string): Pick<Happening, 'leg'> {
  if (objectType === 'SAML_REQUEST') return { leg: 'application-source' };
  if (/idp[ .]not[ .]found/i.test(message)) return { leg: 'identity-provider' };
  return /^LOGIN(_ERROR)?$/.test(objectType) ? { leg: 'authentication' } : {};
}

const byPassword = 'access LOGIN by password';

/**
 * A sign-in by password does not show that the failed Mobile SSO works again. But a password that was mistyped is no
 * trouble any more once its owner is in, by whatever method.
 */
function kindOf(objectType: string, methods: string): Pick<Happening, 'kind' | 'putsRight'> {
  const action = objectType.replace(/_ERROR$/, '');
  if (action !== 'LOGIN') return { kind: `access ${action} ${methods}` };
  // The label says where the password was checked: "Password (Local Directory)".
  if (/^Password\b[^,]*$/.test(methods)) return { kind: byPassword };
  return { kind: `access LOGIN ${methods}`, putsRight: [byPassword] };
}
