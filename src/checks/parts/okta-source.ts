import type { AccessCatalogItem } from '../../connectors/access/index.js';
import { NotSeen } from '../check.js';
import type { Look } from '../look.js';
import { accessOktaSources } from '../sources/access.js';

/** The settings of Okta as an application of Access. */
export type OktaSource = AccessCatalogItem & { readonly authInfo: NonNullable<AccessCatalogItem['authInfo']> };

const where = 'Resources → Web Apps → Settings → Application Sources → OKTA';

/**
 * The OKTA application source. Throws `NotSeen` when the tenant does not hand it out: whether it does is not documented
 * (reference on Workspace ONE, A6).
 */
export async function oktaSource(look: Look): Promise<OktaSource> {
  const { items, more } = await look.at(accessOktaSources);
  const shown = items.filter((item): item is OktaSource => item.authInfo != null);
  const [exact] = shown.filter(({ name }) => name.toLowerCase() === 'okta');
  const found = exact ?? (shown.length === 1 && !more ? shown[0] : undefined);
  if (found !== undefined) return found;
  throw new NotSeen(
    `Workspace ONE Access does not show the OKTA application source over its API. Look under ${where}.`,
  );
}
