import type { JoiningNames } from '../../connectors/config.js';
import type { AlertEvent, Party } from '../event.js';
import { isNamed, targetNamed } from './named.js';

/** What of that which joins Okta and Workspace ONE can be changed. */
export const changedKinds = ['identity-provider', 'app', 'routing-rule', 'token'] as const;
export type ChangedKind = (typeof changedKinds)[number];

/** A change of something that matters to Workspace ONE. */
export interface Change {
  readonly kind: ChangedKind;
  /** What was changed. */
  readonly object: Party;
  /** The token of Workspace ONE itself. */
  readonly isWorkspaceOneToken: boolean;
}

/** Every org has exactly one policy of routing rules, under this name (okta/terraform-provider-okta, examples). */
const routingPolicy = /^idp discovery policy$/i;

/**
 * What an event of Okta's log changed, if that is Workspace ONE's identity provider or app, a routing rule or an API
 * token; undefined for everything else and for what failed. That somebody only read a secret is no change, nor is
 * whoever was given the app. Event types: okta-api.md, 2.4.
 */
export function changeOf(event: AlertEvent, names: JoiningNames): Change | undefined {
  const { system, type, failed, targets } = event;
  if (system !== 'okta' || failed) return undefined;
  const as = (kind: ChangedKind, object: Party | undefined, isWorkspaceOneToken = false): Change | undefined =>
    object && { kind, object, isWorkspaceOneToken };
  if (/^system\.idp\.(?:lifecycle|key)\./.test(type)) {
    if (type.endsWith('.read_client_secret')) return undefined;
    return as('identity-provider', targetNamed(event, 'IdentityProvider', names.identityProvider));
  }
  if (/^application\.(?:lifecycle\.|configuration\.update$)/.test(type)) {
    return as('app', targetNamed(event, 'AppInstance', names.app));
  }
  if (type.startsWith('policy.rule.')) {
    if (!targets.some(({ name }) => routingPolicy.test(name))) return undefined;
    return as('routing-rule', targets.find(({ type: kind }) => kind === 'PolicyRule') ?? targets[0]);
  }
  if (type.startsWith('system.api_token.')) {
    const [token] = targets;
    const isOurs = token !== undefined && isNamed(token.name, names.token);
    // Of other people's tokens only the end matters; from where a token was refused is no change.
    if (!isOurs && type !== 'system.api_token.revoke') return undefined;
    return type.endsWith('.request_outside_allowed_range') ? undefined : as('token', token, isOurs);
  }
  return undefined;
}
