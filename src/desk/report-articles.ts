import type { Article } from '../model/article.js';
import type { LookupReport } from '../model/lookup.js';
import { linkTo } from './find-articles.js';
import type { ArticleLink } from './reply.js';

/** Articles by id. */
export type ArticleNames = ReadonlyMap<string, Article>;

/** More fixes than these help nobody. */
const mostArticles = 4;

/** The articles that a report names and that exist, that of the summary first, each once. */
export function articlesOf(report: LookupReport, articles: ArticleNames): readonly ArticleLink[] {
  const inLines = report.sections.flatMap(({ lines }) => lines.map(({ articleId }) => articleId));
  const first = report.timeline.filter(({ isFirstFailure }) => isFirstFailure);
  const inTimeline = [...first, ...report.timeline].map(({ articleId }) => articleId);
  const ids = new Set([report.articleId, ...inLines, ...inTimeline]);
  return [...ids]
    .flatMap((id) => (id === undefined ? [] : (articles.get(id) ?? [])))
    .slice(0, mostArticles)
    .map(linkTo);
}
