import { oktaId, uuid } from '../ids.js';
import { fullName, type Person } from '../people.js';
import { iso } from '../time.js';
import type { World } from '../world.js';
import { workspaceOneAppId } from './base-apps.js';
import { workspaceOneIdpId } from './base-idp.js';
import type { Json, LogActor, LogEvent } from './objects.js';

/** What tells one event from another; the rest has the shape every event has. */
export interface LogSpec {
  /** Milliseconds before the world's `now`. */
  readonly ago: number;
  /** Milliseconds from then until it arrives in the log. At once when left out. */
  readonly late?: number;
  readonly eventType: string;
  readonly displayMessage: string;
  readonly legacyEventType?: string;
  readonly severity?: 'DEBUG' | 'INFO' | 'WARN' | 'ERROR';
  readonly actor: LogActor;
  readonly result: string;
  readonly reason?: string;
  readonly target?: readonly LogActor[];
  /** Events of one request share it. A new one when left out. */
  readonly transaction?: string;
  readonly transactionType?: 'WEB' | 'JOB';
  readonly session?: string;
  readonly ip?: string;
  readonly os?: string;
  readonly debugData?: Json;
}

/** A person as the actor or target of an event. */
export const asActor = (person: Person): LogActor => ({
  id: person.oktaId,
  type: 'User',
  alternateId: person.email,
  displayName: fullName(person),
  detailEntry: null,
});

/** Whoever typed or sent a login that fits nobody. */
export const unknownActor = (login: string): LogActor => ({
  id: 'unknown',
  type: 'User',
  alternateId: login,
  displayName: 'unknown',
  detailEntry: null,
});

export const workspaceOneApp: LogActor = {
  id: workspaceOneAppId,
  type: 'AppInstance',
  alternateId: 'Workspace ONE',
  displayName: 'Workspace ONE',
  detailEntry: null,
};

export const workspaceOneIdpTarget: LogActor = {
  id: workspaceOneIdpId,
  type: 'IdentityProvider',
  alternateId: 'unknown',
  displayName: 'Workspace ONE',
  detailEntry: null,
};

/** Adds an event to the world's System Log. */
export const logEvent = (world: World, spec: LogSpec): void => {
  const event: LogEvent = {
    uuid: uuid(`log ${world.mint()}`),
    published: iso(world.now - spec.ago),
    eventType: spec.eventType,
    version: '0',
    severity: spec.severity ?? (spec.result === 'FAILURE' || spec.result === 'DENY' ? 'WARN' : 'INFO'),
    legacyEventType: spec.legacyEventType ?? '',
    displayMessage: spec.displayMessage,
    actor: spec.actor,
    client: {
      ipAddress: spec.ip ?? '203.0.113.9',
      device: spec.os === 'iOS' || spec.os === 'Android' ? 'Mobile' : 'Computer',
      id: null,
      zone: 'null',
      userAgent: {
        os: spec.os ?? 'Mac OS X',
        browser: 'SAFARI',
        rawUserAgent: `Mozilla/5.0 (${spec.os ?? 'Macintosh'})`,
      },
      geographicalContext: null,
    },
    outcome: { result: spec.result, reason: spec.reason ?? null },
    target: spec.target ?? null,
    transaction: {
      type: spec.transactionType ?? 'WEB',
      id: spec.transaction ?? oktaId('Z', world.mint()),
      detail: {},
    },
    authenticationContext: {
      authenticationProvider: null,
      credentialProvider: null,
      credentialType: null,
      issuer: null,
      interface: null,
      authenticationStep: 0,
      externalSessionId: spec.session ?? null,
      rootSessionId: spec.session ?? null,
    },
    debugContext: { debugData: { requestUri: '/', ...spec.debugData } },
    securityContext: { asNumber: null, asOrg: null, isp: null, domain: null, isProxy: null },
    request: { ipChain: [] },
  };
  world.okta.logs.push(event);
  if (spec.late !== undefined) world.okta.arrivals.set(event.uuid, world.now - spec.ago + spec.late);
};
