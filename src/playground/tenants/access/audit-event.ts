import { uuid } from '../ids.js';
import type { Person } from '../people.js';
import type { World } from '../world.js';
import type { AuditEvent } from './objects.js';

/** What tells one audit event from another. */
export interface AuditSpec {
  /** Milliseconds before the world's `now`. */
  readonly ago: number;
  /** LOGIN, LOGIN_ERROR, LAUNCH, LAUNCH_ERROR, SAML_REQUEST … */
  readonly objectType: string;
  readonly objectName?: string;
  /** The third column, e.g. `LOGIN (Mobile SSO (for iOS))`. */
  readonly summary: string;
  /** The resolved user; left out when nobody was resolved. */
  readonly actor?: Person;
  /** What is shown beside an event whose user was not resolved. */
  readonly who?: string;
  readonly values: AuditEvent['values'];
  readonly userAgent?: string;
  readonly ip?: string;
}

export const iphoneAgent = 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X)';
export const androidAgent = 'Mozilla/5.0 (Linux; Android 14; Pixel 8)';

/** Adds an event to the audit report of the world's Access. */
export const auditEvent = (world: World, spec: AuditSpec): void => {
  const { actor } = spec;
  world.access.audit.push({
    who: actor === undefined ? (spec.who ?? '') : `${actor.short} (${actor.domain})`,
    summary: spec.summary,
    event: {
      baseType: 'Action',
      uuid: uuid(`audit ${world.mint()}`),
      timestamp: world.now - spec.ago,
      organizationId: 100_001,
      tenantId: world.access.tenantId,
      actorId: actor?.accessNumber ?? null,
      actorUserName: actor?.short ?? null,
      actorDomain: actor?.domain ?? null,
      actorUuid: actor?.accessUuid ?? null,
      clientId: null,
      deviceId: spec.userAgent ?? iphoneAgent,
      workspaceId: null,
      sourceIp: spec.ip ?? '203.0.113.9',
      objectType: spec.objectType,
      objectId: null,
      objectName: spec.objectName ?? null,
      values: spec.values,
    },
  });
};
