import type { AccessIdentityProviderDetail } from '../../connectors/access/index.js';
import { clipped } from '../../lookups/wording/time.js';

/** The network range that is the whole internet, as every tenant has it. */
export const allRanges = 'ALL RANGES';

/** The network ranges ticked in an identity provider, by name; undefined when Access does not send them. */
export function networksOf({ orgNetworks }: AccessIdentityProviderDetail): readonly string[] | undefined {
  return orgNetworks?.map(({ name }) => clipped(name ?? 'an unnamed range', 80));
}
