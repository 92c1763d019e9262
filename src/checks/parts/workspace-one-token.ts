import type { OktaApiToken } from '../../connectors/okta/index.js';
import { clipped } from '../../lookups/wording/time.js';
import type { Look } from '../look.js';
import { oktaApiTokens, oktaUser } from '../sources/okta.js';

/** The API tokens that are called as Workspace ONE's is here; not the bot's own, where its name is known. */
export async function workspaceOneTokens(look: Look): Promise<readonly OktaApiToken[]> {
  const { items } = await look.at(oktaApiTokens);
  return items.filter(({ name }) => isWorkspaceOneToken(look, name));
}

/** Whether a token's name is that of Workspace ONE's. */
export function isWorkspaceOneToken({ settings }: Look, name: string): boolean {
  return name !== settings.ownToken && name.toLowerCase().startsWith(settings.token.toLowerCase());
}

/** How a token is called in a sentence. */
export function tokenNamed({ name }: Pick<OktaApiToken, 'name'>): string {
  return `“${clipped(name, 80)}”`;
}

/** A token's owner: their status in Okta, `GONE` when there is nobody of that id, undefined when Okta names no owner. */
export async function ownerStatus(look: Look, token: OktaApiToken): Promise<string | undefined> {
  if (!token.userId) return undefined;
  const status = (await look.at(oktaUser, token.userId))?.status ?? 'GONE';
  look.saw(oktaUser, `Status of the owner of the token ${tokenNamed(token)}`, status);
  return status;
}

/** Deactivating the owner kills a token (“Create an API token”, Okta developer documentation); other statuses are not told. */
export function isDead(owner: string | undefined): boolean {
  return owner === 'DEPROVISIONED' || owner === 'GONE';
}
