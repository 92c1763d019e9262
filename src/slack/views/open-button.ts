import type { ArticleLink } from '../../desk/reply.js';
import { writeButtonValue } from '../button-value.js';
import { limits } from '../limits.js';
import { plainLabel } from '../text.js';
import { button } from './blocks.js';
import { actionIds } from './view.js';

/**
 * Opens an article. Half a sentence names nothing, so the button says its label, or else its title, where that fits whole
 * behind `before` (such as `Or: `), and else its id. `index` tells it from the others of its row.
 */
export function openButton(
  { articleId, title, label = title }: ArticleLink,
  thread: string,
  index: number,
  before = '',
) {
  const fits = (name: string) => plainLabel(`${before}${name}`).length <= limits.buttonText;
  const name = [label, title].find(fits) ?? articleId;
  return button(
    `${actionIds.open}:${index}`,
    `${before}${name}`,
    writeButtonValue({ does: 'open', thread, article: articleId }),
  );
}
