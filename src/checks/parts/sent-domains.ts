import { listed } from '../../lookups/wording/lines.js';
import { clipped } from '../../lookups/wording/time.js';
import { NotSeen } from '../check.js';
import type { Look } from '../look.js';
import { oktaAppUserSample } from '../sources/okta.js';
import { workspaceOneApp } from './workspace-one-app.js';

/** More are no configuration but somebody's data. */
const most = 10;

/**
 * The domains that Okta sends with the users of the Workspace ONE app, in lower case: what its mapping gave for each.
 * Throws `NotSeen` when the app's users have no domain.
 */
export async function sentDomains(look: Look): Promise<readonly string[]> {
  const app = await workspaceOneApp(look);
  const { items } = await look.at(oktaAppUserSample, app.id);
  const domains = new Set(
    items.flatMap(({ profile }) => {
      const domain = profile?.['domain'];
      return typeof domain === 'string' && domain.trim() !== '' ? [domain.trim().toLowerCase()] : [];
    }),
  );
  if (domains.size === 0 || domains.size > most)
    throw new NotSeen(
      `Okta does not show which domain it sends with the users of “${clipped(app.label, 80)}”: see the mapping under Applications → the Workspace ONE app → Provisioning → To App.`,
    );
  look.saw(oktaAppUserSample, `Domain of the users of “${clipped(app.label, 80)}”`, listed([...domains]));
  return [...domains];
}
