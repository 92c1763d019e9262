import type { Article } from '../model/article.js';

/** The ids of the checks that articles rely on, each once, in the order of their steps. */
export function checksOf(articles: readonly Article[]): readonly string[] {
  return [...new Set(articles.flatMap(({ steps }) => steps.flatMap(({ checks = [] }) => checks)))];
}

/**
 * Articles to look at next when those looked at explain nothing: their neighbours, as each article names them, in that
 * order.
 */
export function neighboursOf(looked: readonly Article[], articles: ReadonlyMap<string, Article>): readonly Article[] {
  const known = new Set(looked.map(({ id }) => id));
  const ids = new Set(looked.flatMap(({ tellsApart }) => tellsApart.map(({ from }) => from)));
  return [...ids].filter((id) => !known.has(id)).flatMap((id) => articles.get(id) ?? []);
}
