import type { OktaApp } from '../../connectors/okta/index.js';
import { listed } from '../../lookups/wording/lines.js';
import { clipped } from '../../lookups/wording/time.js';
import { NotSeen } from '../check.js';
import type { Look } from '../look.js';
import { oktaAppsNamed } from '../sources/okta.js';

/**
 * Workspace ONE's app in Okta: the one with the very label, else the only one whose label begins so, else the only active
 * one of those. Throws `NotSeen` when none is recognised, or several are.
 */
export async function workspaceOneApp(look: Look): Promise<OktaApp> {
  const beginning = look.settings.app.toLowerCase();
  const { items, more } = await look.at(oktaAppsNamed, look.settings.app);
  const begun = items.filter(({ label }) => label.toLowerCase().startsWith(beginning));
  for (const found of [
    begun.filter(({ label }) => label.toLowerCase() === beginning),
    more ? [] : begun,
    more ? [] : begun.filter(({ status }) => status === 'ACTIVE'),
  ]) {
    const [only] = found;
    if (only !== undefined && found.length === 1) return only;
  }
  const name = clipped(look.settings.app, 80);
  throw new NotSeen(
    begun.length === 0
      ? `Okta shows no app whose label begins with “${name}”: set OKTA_WS1_APP if it is called otherwise, or look under ${oktaAppsNamed.where}.`
      : `Several apps in Okta begin with “${name}” (${clipped(listed(begun.map(appNamed)), 200)}): set OKTA_WS1_APP to the whole label of the right one.`,
  );
}

/** How an app is called in a sentence. */
export function appNamed({ label }: OktaApp): string {
  return `“${clipped(label, 80)}”`;
}
