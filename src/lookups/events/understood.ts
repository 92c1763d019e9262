import type { Understand } from '../../model/understanding.js';
import type { Happening } from './happening.js';

/** The article that an event's text belongs to, by `articleOfError`, unless it is known without reading. */
export function articleFor(understand: Understand, happening: Happening, context = ''): string | undefined {
  if (!happening.failed) return undefined;
  return happening.articleId ?? articleOfError(understand, happening.said, context);
}

/**
 * The article whose error text stands in what a system says. Only error texts count: log entries sound like nothing
 * that people write, so the nearest phrasing would be a guess. `context` is what else is known, such as whether a device
 * is managed: error texts that several problems share are told apart by it.
 */
export function articleOfError(understand: Understand, said: string, context = ''): string | undefined {
  const { decision, intents } = understand(said, { surface: 'channel', ...(context === '' ? {} : { context }) });
  const [best] = intents;
  if (decision !== 'answer' || best === undefined || !best.evidence.some((text) => text.startsWith(errorText))) return;
  return isArticle(best.id) ? best.id : undefined;
}

/** The articles whose common error text stands in what a system says, where nothing tells which it is; else none. */
export function articlesOfError(understand: Understand, said: string): readonly string[] {
  const { decision, intents } = understand(said);
  const known = intents.filter(
    ({ id, evidence }) => isArticle(id) && evidence.some((text) => text.startsWith(errorText)),
  );
  return decision === 'ask' ? known.map(({ id }) => id) : [];
}

function isArticle(id: string): boolean {
  return !/^(lookup-|help$|unrelated$)/.test(id);
}

/** How understanding begins the evidence of an error text that it found. */
const errorText = 'matches the error text';
