import type { AccessAuditEvent, AuditEvents } from '../../connectors/access/index.js';
import { isFailed, methodsOf, textOf } from '../../lookups/events/access-event.js';
import type { Look } from '../look.js';
import { accessAuditEvents } from '../sources/access.js';

/** What checks look back at: a day, so that everybody's working hours are in it. */
export const auditHours = 24;

/** The audit events of the last 24 hours, newest first. */
export interface Audit {
  readonly events: readonly AccessAuditEvent[];
  /** Why absence from `events` proves nothing, after a colon; undefined when they are all there are. */
  readonly gap: string | undefined;
}

/** Reads the audit events of the last 24 hours: one read for all checks. */
export async function recentAudit(look: Look): Promise<Audit> {
  const read = await look.at(accessAuditEvents, auditHours);
  return { events: read.items, gap: gapOf(read) };
}

function gapOf({ more, unreadable }: AuditEvents): string | undefined {
  if (more) return 'there are more audit events than the API hands out';
  return unreadable > 0 ? `${unreadable} of the audit events could not be understood` : undefined;
}

/** A sign-in at Access by Mobile SSO, alone or with other methods. */
export interface MobileSignIn {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly event: AccessAuditEvent;
  readonly methods: readonly string[];
  /** Its label, which names the platform. */
  readonly mobileSso: string;
  readonly failed: boolean;
  /** Tells people apart; undefined when nobody was recognised. */
  readonly person: string | undefined;
}

/** The sign-ins by Mobile SSO among audit events, in their order. */
export function mobileSignIns(events: readonly AccessAuditEvent[]): MobileSignIn[] {
  return events.flatMap((event) => {
    const methods = methodsOf(event);
    const mobileSso = methods.find((method) => /^mobile sso\b/i.test(method)) ?? kerberosIn(event);
    if (!/^LOGIN(_ERROR)?$/.test(event.objectType) || mobileSso === undefined) return [];
    return [{ at: event.timestamp, event, methods, mobileSso, failed: isFailed(event), person: personOf(event) }];
  });
}

/** A failure need not name its method, but nothing else here fails over Kerberos. */
function kerberosIn(event: AccessAuditEvent): string | undefined {
  return isFailed(event) && /kerberos/i.test(textOf(event, 'failureMessage') ?? '') ? 'Mobile SSO' : undefined;
}

function personOf({ actorUuid, actorUserName, actorDomain }: AccessAuditEvent): string | undefined {
  if (actorUuid) return actorUuid;
  return actorUserName ? `${actorUserName} (${actorDomain ?? ''})`.toLowerCase() : undefined;
}
