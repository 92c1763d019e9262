import type { Article } from '../model/article.js';
import type { Understand } from '../model/understanding.js';
import type { ArticleLink } from './reply.js';

/** At most this many articles are named for a few words. */
const mostMatches = 5;

/**
 * Articles that fit an id or words: the one with this id; else those whose id or title has all the words; else what the
 * words mean as a question. Best first; all articles for no words.
 */
export function findArticles(
  query: string,
  articles: ReadonlyMap<string, Article>,
  understand: Understand,
): readonly ArticleLink[] {
  const wanted = query.trim().toLowerCase();
  if (wanted === '') return [...articles.values()].map(linkTo);
  const exact = articles.get(wanted.split('@')[0] ?? '');
  if (exact !== undefined) return [linkTo(exact)];
  const words = wanted.split(/[\s-]+/).slice(0, 20);
  const named = [...articles.values()].filter(({ id, title }) => {
    const name = `${id} ${title}`.toLowerCase();
    return words.every((word) => name.includes(word));
  });
  if (named.length > 0) return named.slice(0, mostMatches).map(linkTo);
  // Not recognised: the nearest two would be no more than a guess.
  const { decision, intents } = understand(query);
  if (decision === 'none') return [];
  return intents
    .flatMap(({ id }) => articles.get(id) ?? [])
    .slice(0, mostMatches)
    .map(linkTo);
}

/** Names an article without claiming that it fits. */
export function linkTo({ id, title }: Article): ArticleLink {
  return { articleId: id, title };
}
