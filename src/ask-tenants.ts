import type { Config } from './config.js';
import type { Tenants } from './connectors/index.js';
import type { AskTenants } from './desk/look-up.js';
import type { Article } from './model/article.js';
import { products } from './model/system.js';
import type { Understand } from './model/understanding.js';

/** How lookups reach the live systems; asked anew for each lookup, since both can be replaced while running. */
interface Reach {
  readonly tenants: () => Tenants;
  readonly understand: () => Understand;
  readonly articles: () => ReadonlyMap<string, Article>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** The door to the live tenants; undefined when none is configured. */
export function createAskTenants(
  { tenants: configured, names }: Pick<Config, 'tenants' | 'names'>,
  { tenants, understand, articles, now }: Reach,
): AskTenants | undefined {
  if (products.every((product) => configured[product] === undefined)) return undefined;
  return async (id, who) => {
    // Loaded with the first question: most of what a bot is asked needs no tenant.
    const { lookups, runLookup } = await import('./lookups/index.js');
    const lookup = lookups.find((one) => one.id === id);
    if (lookup === undefined) throw new TypeError(`There is no lookup “${id}”.`);
    const causes = articles();
    const causeOf = (articleId: string) => causes.get(articleId)?.cause;
    const context = { tenants: tenants(), understand: understand(), causeOf, now, settings: names };
    return runLookup(lookup, context, who === undefined ? {} : { who });
  };
}
