import type { OktaDiscoveryRule } from '../connectors/okta/index.js';
import { listed } from '../lookups/wording/lines.js';
import { clipped } from '../lookups/wording/time.js';
import { type Check, fail, pass, unknown } from './check.js';
import { routingTo } from './parts/routing.js';
import { idpsNamed, isActive, workspaceOneIdps } from './parts/workspace-one-idp.js';
import { oktaRoutingRules } from './sources/okta.js';

/** Okta sends nobody to Workspace ONE by itself without one. */
export const oktaRoutingRuleActive = {
  id: 'okta-routing-rule-active',
  states: 'An active routing rule sends people to the active identity provider for Workspace ONE.',
  about: 'tenant',
  shows: 'cause',
  async run(look) {
    const [idps, { items, more }] = await Promise.all([workspaceOneIdps(look), look.at(oktaRoutingRules)]);
    const { leading, open } = routingTo(idps, items);
    for (const rule of leading)
      look.saw(oktaRoutingRules, `Status of the routing rule ${named([rule])}`, `${rule.status}${platforms(rule)}`);
    if (leading.length === 0) look.saw(oktaRoutingRules, 'Routing rules that lead to Workspace ONE', 'none');
    const toActive = routingTo(idps.filter(isActive), leading).leading;
    const good = toActive.filter(({ status }) => status === 'ACTIVE');
    const [first] = good;
    if (first !== undefined)
      return pass(
        `The routing rule ${named(good)} is active and leads to ${idpsNamed(idps.filter(isActive))}${platforms(first)}.`,
      );
    if (open.length > 0)
      return unknown(
        `Only ${named(open)} may lead to Workspace ONE: that depends on an expression or is not told. Look under ${oktaRoutingRules.where}.`,
      );
    if (more) return unknown(`There are more routing rules than were read. Look under ${oktaRoutingRules.where}.`);
    if (toActive.length > 0) return fail(`The routing rule ${named(toActive)} to Workspace ONE is not active.`);
    if (leading.length > 0)
      return fail(`The routing rule ${named(leading)} leads to ${idpsNamed(idps)}, which is not active.`);
    return fail(`No routing rule leads to ${idpsNamed(idps)}.`);
  },
} satisfies Check;

function named(rules: readonly OktaDiscoveryRule[]): string {
  return clipped(listed(rules.map(({ name }) => `“${clipped(name, 80)}”`)), 200);
}

/** ` for IOS and ANDROID`, where a rule is for certain systems only. */
function platforms({ conditions }: OktaDiscoveryRule): string {
  const systems = (conditions?.platform?.include ?? []).flatMap(({ type, os }) => os?.type ?? type ?? []);
  return systems.length === 0 ? '' : ` for ${clipped(listed(systems), 100)}`;
}
