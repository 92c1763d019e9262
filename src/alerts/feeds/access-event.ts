import { createHash } from 'node:crypto';
import type { AccessAuditEvent } from '../../connectors/access/index.js';
import { isFailed, textOf, whatOf, withNames } from '../../lookups/events/access-event.js';
import { clipped } from '../../lookups/wording/time.js';
import type { AlertEvent } from '../event.js';
import { asUserName, idOfText } from './person-id.js';

const longestText = 300;

/** A row of the audit report as the rules see it; undefined for what none of them uses. Pure. */
export function accessAlertEvent(event: AccessAuditEvent): AlertEvent | undefined {
  const { objectType, timestamp } = event;
  const failed = isFailed(event);
  if (!Number.isFinite(timestamp) || !(failed || objectType === 'LOGIN')) return undefined;
  const message = failed ? (textOf(event, 'failureMessage') ?? '') : '';
  return {
    id: idOf(event),
    system: 'access',
    at: Math.trunc(timestamp),
    type: clipped(objectType, 100),
    failed,
    what: clipped(whatOf(event), longestText),
    // The name in it may be what somebody typed.
    reason: clipped(
      withNames(message, () => '…'),
      longestText,
    ),
    ...concerned(event),
    targets: [],
  };
}

/** Without an id of its own a row is known by what is in it: two rows that are alike in all count once. */
function idOf(event: AccessAuditEvent): string {
  return event.uuid ? clipped(event.uuid, 100) : createHash('sha256').update(JSON.stringify(event)).digest('hex');
}

/**
 * Whom a row is about. An error before anybody was recognised names nobody: then the address and the browser stand for
 * the person. Colleagues behind one address with the same browser count as one, so it is never more than there are by
 * much.
 */
function concerned(event: AccessAuditEvent): Pick<AlertEvent, 'personId' | 'login'> {
  const { actorUuid, actorUserName, actorDomain, sourceIp, deviceId } = event;
  if (actorUuid) {
    const login = asUserName(actorUserName);
    return { personId: clipped(actorUuid, 100), ...(login === undefined ? {} : { login }) };
  }
  if (actorUserName) return { personId: idOfText(`${actorUserName}@${actorDomain ?? ''}`) };
  return sourceIp || deviceId ? { personId: idOfText(`${sourceIp ?? ''} ${deviceId ?? ''}`) } : {};
}
