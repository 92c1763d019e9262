import type { Gaps } from '../desk/gaps.js';

/** The gaps for scripts: what each asks, how often, and what was tried; nobody's name and no channel. */
export function gapsJson({ gaps, proposals, answered, older }: Gaps) {
  return {
    gaps: gaps.map(({ questions: _, nearest, tried, ...gap }) => ({
      ...gap,
      ...(nearest === undefined ? {} : { nearest: nearest.articleId }),
      tried: tried.map(({ articleId }) => articleId),
    })),
    proposals: proposals.map(({ article, ...proposal }) => ({ ...proposal, article: article.articleId })),
    answered,
    older,
  };
}
