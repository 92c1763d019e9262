import { createCertificate } from '../../src/playground/tenants/certificate.js';
import { oktaId } from '../../src/playground/tenants/ids.js';
import { workspaceOneAppId } from '../../src/playground/tenants/okta/base-apps.js';
import { discoveryPolicyId, keyOf, workspaceOneIdp } from '../../src/playground/tenants/okta/base-idp.js';
import { asActor, logEvent, workspaceOneIdpTarget } from '../../src/playground/tenants/okta/log-event.js';
import type { IdentityProvider, Json } from '../../src/playground/tenants/okta/objects.js';
import type { Person } from '../../src/playground/tenants/people.js';
import { day, hour } from '../../src/playground/tenants/time.js';
import type { World } from '../../src/playground/tenants/world.js';

type Change = (world: World) => void;

/** Changes every SAML identity provider for Workspace ONE. */
export const idp =
  (change: (idp: IdentityProvider & { protocol: Json & { settings: Json } }, world: World) => void): Change =>
  (world) => {
    for (const one of world.okta.idps) {
      if (one.type === 'SAML2') change(one as IdentityProvider & { protocol: Json & { settings: Json } }, world);
    }
  };

/** No identity provider that can be recognised. */
export const noIdp: Change = ({ okta }) => {
  okta.idps.splice(0);
};

/** The id of the second identity provider. */
export const secondIdpId = oktaId('0oa', 'idpsecond');

/** A second identity provider for Workspace ONE, like the first but for its id, name and what `change` does. */
export const secondIdp =
  (change: (idp: IdentityProvider) => void = () => {}): Change =>
  ({ okta, urls, now }) => {
    const second = { ...workspaceOneIdp(urls, now), id: secondIdpId, name: 'Workspace ONE UAT' };
    change(second);
    okta.idps.push(second);
  };

/** Changes Workspace ONE's routing rule. */
export const routingRule =
  (change: (rule: Json) => void): Change =>
  ({ okta }) => {
    const [first] = okta.rules.get(discoveryPolicyId) ?? [];
    if (first !== undefined) change(first);
  };

/** Changes Workspace ONE's app. */
export const app =
  (change: (app: Json & { status: string; label: string }, world: World) => void): Change =>
  (world) => {
    for (const one of world.okta.apps) if (one.id === workspaceOneAppId) change(one, world);
  };

/** Another certificate, valid for so many days from now. */
export const certificate = ({ now }: World, days: number) => {
  const today = Math.floor(now / 1_000) * 1_000;
  return createCertificate('another', today - 300 * day, today + days * day + hour);
};

/** Okta trusts a certificate that ends in so many days. */
export const trustsCertificateFor =
  (days: number): Change =>
  (world) => {
    const { okta, now } = world;
    okta.trustKeys.splice(0, 1, keyOf(certificate(world, days), 'kid-workspace-one', now));
  };

/** Okta has judged a person's device. */
export const judgesDevice =
  (
    person: Person,
    ago: number,
    result: string,
    { outcome = 'SUCCESS', idpId = workspaceOneIdpTarget.id } = {},
  ): Change =>
  (world) =>
    logEvent(world, {
      ago,
      eventType: 'user.authentication.authenticate',
      displayMessage: 'Authentication of device via SAML IDP',
      actor: asActor(person),
      result: outcome,
      target: [{ ...workspaceOneIdpTarget, id: idpId }],
      debugData: { device_trust_vendor: 'AIRWATCH', identity_provider_id: idpId, result },
    });

/** The System Log is empty. */
export const emptyLog: Change = ({ okta }) => {
  okta.logs.splice(0);
};
