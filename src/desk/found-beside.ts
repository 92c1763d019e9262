import type { LiveRequest } from './reply.js';

type Asked = Pick<LiveRequest, 'articles' | 'asked' | 'hasSeveralErrors'>;

/**
 * Whether a diagnosis came upon an article by itself. What is proven by it is so; its title tells a problem that nobody
 * spoke of, and may be contradicted by what was seen.
 */
export function isFoundBeside({ asked }: Asked, articleId: string): boolean {
  return asked !== undefined && !asked.includes(articleId);
}

/** Whether an article is about something else than the first one of a diagnosis, and no other explanation of the same. */
export function isAboutElse(live: Asked, articleId: string): boolean {
  return live.hasSeveralErrors === true || isFoundBeside(live, articleId);
}
