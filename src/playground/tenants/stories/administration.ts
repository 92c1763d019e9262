import { oktaId } from '../ids.js';
import { workspaceOneAppId } from '../okta/base-apps.js';
import { discoveryPolicyId, workspaceOneIdpId } from '../okta/base-idp.js';
import { asActor, logEvent, workspaceOneApp, workspaceOneIdpTarget } from '../okta/log-event.js';
import type { ApiToken } from '../okta/objects.js';
import { admin } from '../people.js';
import { iso, second } from '../time.js';
import type { World } from '../world.js';

/** What every act of the administrator in Okta's console has in common: its time, its actor, its success. */
const act = (world: World, ago: number) => ({
  ago,
  actor: asActor(admin),
  result: 'SUCCESS',
  ip: '203.0.113.40',
  transaction: oktaId('Z', world.mint()),
  session: oktaId('trs', 'irmaconsole'),
});

/** The administrator saves Okta's identity provider for Workspace ONE. */
export const changesIdentityProvider = (world: World, ago: number): void => {
  const idp = world.okta.idps.find(({ id }) => id === workspaceOneIdpId);
  if (idp !== undefined) idp['lastUpdated'] = iso(world.now - ago);
  logEvent(world, {
    ...act(world, ago),
    eventType: 'system.idp.lifecycle.update',
    displayMessage: 'Update identity provider',
    target: [workspaceOneIdpTarget],
    debugData: { requestUri: `/api/v1/idps/${workspaceOneIdpId}` },
  });
};

/** The administrator deactivates Okta's identity provider for Workspace ONE. */
export const deactivatesIdentityProvider = (world: World, ago: number): void => {
  const idp = world.okta.idps.find(({ id }) => id === workspaceOneIdpId);
  if (idp !== undefined) {
    idp.status = 'INACTIVE';
    idp['lastUpdated'] = iso(world.now - ago);
  }
  logEvent(world, {
    ...act(world, ago),
    eventType: 'system.idp.lifecycle.deactivate',
    displayMessage: 'Deactivate identity provider',
    target: [workspaceOneIdpTarget],
    debugData: { requestUri: `/api/v1/idps/${workspaceOneIdpId}/lifecycle/deactivate` },
  });
};

/** The administrator saves the first routing rule. Okta names the policy beside it (“Policy event details”). */
export const changesRoutingRule = (world: World, ago: number): void => {
  const [rule] = world.okta.rules.get(discoveryPolicyId) ?? [];
  const policy = world.okta.policies.find(({ id }) => id === discoveryPolicyId);
  if (rule === undefined || policy === undefined) return;
  rule['lastUpdated'] = iso(world.now - ago);
  logEvent(world, {
    ...act(world, ago),
    eventType: 'policy.rule.update',
    displayMessage: 'Update policy rule',
    legacyEventType: 'policy.rule.update',
    target: [
      {
        id: policy.id,
        type: 'PolicyEntity',
        alternateId: 'unknown',
        displayName: policy.name,
        detailEntry: { policyType: 'IdpDiscovery' },
      },
      {
        id: String(rule['id']),
        type: 'PolicyRule',
        alternateId: policy.id,
        displayName: String(rule['name']),
        detailEntry: null,
      },
    ],
    debugData: { requestUri: `/api/v1/policies/${policy.id}/rules/${rule['id']}` },
  });
};

/** The administrator saves the application of Workspace ONE: the application, and a moment later its settings. */
export const changesApplication = (world: World, ago: number): void => {
  const app = world.okta.apps.find(({ id }) => id === workspaceOneAppId);
  if (app !== undefined) app['lastUpdated'] = iso(world.now - ago);
  const common = { ...act(world, ago), target: [workspaceOneApp] };
  logEvent(world, {
    ...common,
    eventType: 'application.lifecycle.update',
    displayMessage: 'Update application',
    legacyEventType: 'app.generic.config.app_updated',
    debugData: { requestUri: `/api/v1/apps/${workspaceOneAppId}` },
  });
  logEvent(world, {
    ...common,
    ago: ago - second,
    eventType: 'application.configuration.update',
    displayMessage: 'Update application configuration',
    debugData: { requestUri: `/api/v1/apps/${workspaceOneAppId}` },
  });
};

/** The administrator revokes an API token: it is gone at once, and for good. */
export const revokesToken = (world: World, token: ApiToken, ago: number): void => {
  const place = world.okta.apiTokens.indexOf(token);
  if (place >= 0) world.okta.apiTokens.splice(place, 1);
  logEvent(world, {
    ...act(world, ago),
    eventType: 'system.api_token.revoke',
    displayMessage: 'Revoke API token',
    legacyEventType: 'api.token.revoke',
    target: [{ id: token.id, type: 'Token', alternateId: 'unknown', displayName: token.name, detailEntry: null }],
    debugData: { requestUri: `/api/v1/api-tokens/${token.id}` },
  });
};
