import { articleButtons, articleCard } from './article-card.js';
import type { View } from './view.js';

/** An article that somebody asked for. */
export const articleView: View<'article'> = ({ article, live, isSought }, shown) => [
  ...articleCard(article),
  articleButtons(article, shown, 'article', {
    live,
    ...(isSought === undefined ? {} : { isSought }),
  }),
];
