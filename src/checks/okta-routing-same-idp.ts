import type { OktaIdentityProvider } from '../connectors/okta/index.js';
import { detail } from '../lookups/events/okta-event.js';
import { type Check, fail, pass, unknown } from './check.js';
import { isDeviceResult } from './parts/device-results.js';
import { ledTo, routingTo } from './parts/routing.js';
import { idpNamed, idpsNamed, workspaceOneIdps } from './parts/workspace-one-idp.js';
import { oktaIdentityProviders, oktaRoutingRules } from './sources/okta.js';
import { oktaIdpSignIns } from './sources/okta-log.js';

/** Which one Device Trust uses has no API; the System Log names it with each device result. */
export const oktaRoutingSameIdp = {
  id: 'okta-routing-same-idp',
  states: 'The routing rules and Device Trust use the same identity provider for Workspace ONE.',
  about: 'tenant',
  shows: 'cause',
  async run(look) {
    const [idps, { more }] = await Promise.all([workspaceOneIdps(look), look.at(oktaIdentityProviders)]);
    look.saw(oktaIdentityProviders, 'Identity providers for Workspace ONE', idpsNamed(idps));
    const [only] = idps;
    if (only !== undefined && idps.length === 1 && !more)
      return pass(`Okta has only one identity provider for Workspace ONE, ${idpNamed(only)}.`);

    const [rules, events] = await Promise.all([look.at(oktaRoutingRules), look.at(oktaIdpSignIns, 24)]);
    const { leading, open } = routingTo(idps, rules.items);
    const active = leading.filter(({ status }) => status === 'ACTIVE');
    const routed = which(
      idps,
      active.flatMap((rule) => ledTo(rule, idps)),
    );
    const devices = events.items.filter(isDeviceResult);
    const used = which(
      idps,
      devices.flatMap((event) => detail(event, 'identity_provider_id') ?? []),
    );
    look.saw(oktaRoutingRules, 'The routing rules lead to', idpsNamed(routed) || 'none of them');
    look.saw(oktaIdpSignIns, 'Device results of the last 24 hours name', idpsNamed(used) || 'none of them');

    const compare = `Compare ${oktaRoutingRules.where} with Security → Device Trust`;
    if (routed.length === 0)
      return unknown(`No active routing rule names an identity provider for Workspace ONE. ${compare}.`);
    if (used.length === 0)
      return unknown(
        `The routing rules use ${idpsNamed(routed)}, and no device result of the last 24 hours names one. ${compare}.`,
      );
    const strange = used.filter((idp) => !routed.includes(idp));
    const isWhole = open.length === 0 && !rules.more;
    if (strange.length > 0 && isWhole)
      return fail(`Device Trust uses ${idpsNamed(strange)}, but the routing rules lead to ${idpsNamed(routed)}.`);
    if (used.length !== routed.length || !isWhole)
      return unknown(
        `The routing rules lead to ${idpsNamed(routed)}, Device Trust used ${idpsNamed(used)}. ${compare}.`,
      );
    return pass(`The routing rules and Device Trust both use ${idpsNamed(used)}.`);
  },
} satisfies Check;

function which(idps: readonly OktaIdentityProvider[], ids: readonly string[]): OktaIdentityProvider[] {
  return idps.filter(({ id }) => ids.includes(id));
}
