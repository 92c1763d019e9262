import type { OktaIdentityProvider } from '../../connectors/okta/index.js';
import { workspaceOneProviders } from '../../lookups/halves/identity-provider.js';
import { clipped } from '../../lookups/wording/time.js';
import { NotSeen } from '../check.js';
import type { Look } from '../look.js';
import { oktaIdentityProviders } from '../sources/okta.js';

/** Okta's identity providers for Workspace ONE, one at least. Throws `NotSeen` when none is recognised. */
export async function workspaceOneIdps(look: Look): Promise<readonly OktaIdentityProvider[]> {
  const { items } = await look.at(oktaIdentityProviders);
  const { identityProvider: name } = look.settings;
  const found = workspaceOneProviders(items, name);
  if (found.length > 0) return found;
  throw new NotSeen(
    `Okta has no SAML identity provider whose name begins with “${clipped(name, 80)}”: set OKTA_WS1_IDP if it is called otherwise.`,
  );
}

/** How an identity provider is called in a sentence. */
export function idpNamed({ name }: OktaIdentityProvider): string {
  return `“${clipped(name, 80)}”`;
}

/** Those of them that people can sign in through: the active ones, or all of them when none is. */
export async function idpsInUse(look: Look): Promise<readonly OktaIdentityProvider[]> {
  const idps = await workspaceOneIdps(look);
  const active = idps.filter(isActive);
  return active.length > 0 ? active : idps;
}

/** Whether people can sign in through it at all. */
export function isActive({ status }: OktaIdentityProvider): boolean {
  return status === 'ACTIVE';
}

/** Several of them by name: “A”, “B”. */
export function idpsNamed(idps: readonly OktaIdentityProvider[]): string {
  return clipped(idps.map(idpNamed).join(', '), 200);
}
