import type { Understand } from '../../model/understanding.js';
import type { Happening } from './happening.js';
import { articleFor } from './understood.js';

/** The article of an event, if one is known. */
export type ArticleOf = (happening: Happening) => string | undefined;

/** What is known besides the events. */
export interface Known {
  /** The person has an enrolled device. */
  readonly isManaged?: boolean;
  /** The article of a wrong issuer, which explains what the log gives no reason for. */
  readonly issuerArticleId?: string | undefined;
}

/** Finds the article of each event, once: understanding takes a millisecond a text. */
export function articlesOf(understand: Understand, { isManaged = false, issuerArticleId }: Known = {}): ArticleOf {
  const known = new Map<Happening, string | undefined>();
  return (happening) => {
    if (!known.has(happening)) {
      const isOpen = happening.rollUpOf !== undefined;
      // A managed device tells device problems apart, and says nothing about a roll-up.
      const context = isManaged && !isOpen ? 'The device is managed.' : '';
      known.set(happening, (isOpen ? issuerArticleId : undefined) ?? articleFor(understand, happening, context));
    }
    return known.get(happening);
  };
}
