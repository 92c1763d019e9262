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
  const exact = articles.get(idIn(wanted));
  if (exact !== undefined) return [linkTo(exact)];
  const words = wordsIn(wanted);
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

/** Words of ids that are also said of an article, or of anything: "article missing". */
const saidOfAnything = new Set(
  'missing wrong not found failed no to in out back showing invalid supported disappeared access service request user'.split(
    ' ',
  ),
);

/**
 * Whether a text that may be prose names an article: by its id, or by whole words of an id, one of which names a thing
 * ("scim domain", but not "is wrong").
 */
export function namesArticle(query: string, articles: ReadonlyMap<string, Article>): boolean {
  const wanted = query.trim().toLowerCase();
  if (articles.has(idIn(wanted))) return true;
  const words = wordsIn(wanted);
  if (words.every((word) => saidOfAnything.has(word))) return false;
  return [...articles.keys()].some((id) => {
    const own = id.split('-');
    return words.every((word) => own.includes(word));
  });
}

/** An id, as typed with or without its version. */
function idIn(wanted: string): string {
  return wanted.split('@', 1)[0] ?? '';
}

function wordsIn(wanted: string): string[] {
  return wanted.split(/[\s-]+/, 20);
}

/** Names an article without claiming that it fits. */
export function linkTo({ id, title }: Article): ArticleLink {
  return { articleId: id, title };
}
