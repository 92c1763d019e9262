import type { AccessAuditEvent, AccessUser } from '../../connectors/access/index.js';
import type { KnownNames } from '../person/known-names.js';
import { clipped } from '../wording/time.js';
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
  const { objectType, objectName, timestamp, uuid } = event;
  const failed = textOf(event, 'success')?.toLowerCase() === 'false' || objectType.endsWith('_ERROR');
  const methods = textOf(event, 'authMethods') ?? '';
  const message = textOf(event, 'failureMessage') ?? '';
  const what = `${objectType}${methods === '' ? '' : ` (${methods})`}${objectName ? ` → ${objectName}` : ''}`;
  const said = failed ? `${what} failed${message === '' ? '' : `: ${message}`}` : what;
  return {
    id: uuid ?? `${timestamp} ${objectType}`,
    at: timestamp,
    system: 'access',
    text: clipped(failed ? withoutStrangers(said, names) : said, longestText),
    said: clipped(said, 1_000),
    failed,
    kind: kindOf(objectType, methods),
    names: whose,
  };
}

/** The name in a failure may be what somebody typed into the login field. */
function withoutStrangers(text: string, names: KnownNames): string {
  return text.replace(
    /(?<before>\b(?:nameId|user ?name|user|login)\b\s{0,3}[:=]\s{0,3})(?<name>[^\s,;()]{1,256})/giu,
    (_all, before: string, name: string) => `${before}${names.show(name)}`,
  );
}

/** A sign-in by password does not show that the failed Mobile SSO works again. */
function kindOf(objectType: string, methods: string): string {
  return `access ${objectType.replace(/_ERROR$/, '')} ${methods}`;
}

function textOf({ values }: AccessAuditEvent, key: string): string | undefined {
  const value = values?.[key];
  return typeof value === 'string' && value !== '' ? value : typeof value === 'boolean' ? String(value) : undefined;
}
