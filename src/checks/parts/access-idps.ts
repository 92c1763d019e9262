import type { AccessIdentityProvider, AccessIdentityProviderDetail } from '../../connectors/access/index.js';
import { listed } from '../../lookups/wording/lines.js';
import { clipped } from '../../lookups/wording/time.js';
import { NotSeen } from '../check.js';
import type { Look } from '../look.js';
import { accessIdentityProvider, accessIdentityProviders } from '../sources/access.js';

/** Each is one call. */
const mostRead = 8;

/**
 * The identity provider of Access that stands for Okta: by its name, else by the issuer in its metadata. Undefined when
 * there is none; throws `NotSeen` when it cannot be told.
 */
export async function findOktaIdp(look: Look): Promise<AccessIdentityProvider | undefined> {
  const { items } = await look.at(accessIdentityProviders);
  const named = items.filter(({ name }) => /^okta/i.test(name));
  if (named.length === 1) return named[0];
  if (named.length > 1)
    throw new NotSeen(
      `Several identity providers may stand for Okta in Workspace ONE Access (${listed(named.map(idpName))}): look at each under ${accessIdentityProviders.where}.`,
    );
  const others = items.filter((idp) => !isBuiltIn(idp));
  if (others.length > mostRead) throw new NotSeen(unrecognised);
  for (const other of others) {
    const { metaData } = await settingsOf(look, other);
    if (metaData == null) throw new NotSeen(unrecognised);
    if (/\bentityID\s{0,5}=\s{0,5}["'][^"']{0,200}\bokta/i.test(metaData)) return other;
  }
  return undefined;
}

/** That identity provider with its settings. Throws `NotSeen` when there is none or the tenant does not hand them out. */
export async function oktaIdp(look: Look): Promise<AccessIdentityProviderDetail> {
  const found = await findOktaIdp(look);
  if (found === undefined) throw new NotSeen(unrecognised);
  return settingsOf(look, found);
}

/**
 * The built-in identity providers with their settings, one at least. What type they have is not documented (reference on
 * Workspace ONE, A4), so they are recognised by name. Throws `NotSeen` when there is none, or its settings are not shown.
 */
export async function builtInIdps(look: Look): Promise<readonly AccessIdentityProviderDetail[]> {
  const { items } = await look.at(accessIdentityProviders);
  const found = items.filter(isBuiltIn);
  if (found.length === 0)
    throw new NotSeen(
      `No identity provider of Workspace ONE Access is recognised as the built-in one: its name does not begin with “Built-in”. Look under ${accessIdentityProviders.where}.`,
    );
  return Promise.all(found.map((idp) => settingsOf(look, idp)));
}

/** How an identity provider is called in a sentence. */
export function idpName({ name }: AccessIdentityProvider): string {
  return `“${clipped(name, 80)}”`;
}

/** Why a setting was not seen, and where it is. */
export function notSent(setting: string, idp: AccessIdentityProvider): string {
  return `Workspace ONE Access does not show ${setting} of the identity provider ${idpName(idp)} over its API. Look under ${accessIdentityProviders.where}.`;
}

const unrecognised = `No identity provider of Workspace ONE Access is recognised as Okta: its name does not begin with “Okta”. Look under ${accessIdentityProviders.where}.`;

function isBuiltIn({ name, identityProviderType }: AccessIdentityProvider): boolean {
  return /^built[- ]?in/i.test(name) || /built_?in/i.test(identityProviderType ?? '');
}

async function settingsOf(look: Look, idp: AccessIdentityProvider): Promise<AccessIdentityProviderDetail> {
  const detail = await look.at(accessIdentityProvider, idp.id);
  if (detail !== undefined) return detail;
  throw new NotSeen(notSent('the settings', idp));
}
