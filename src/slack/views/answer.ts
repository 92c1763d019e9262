import type { Article } from '../../model/article.js';
import { writeButtonValue } from '../button-value.js';
import { type Block, fitBlocks, fits, limits, type Room, sizeOf, wholeMessage } from '../limits.js';
import { cutPlain, escapeLine, titleLength } from '../text.js';
import { articleButtons, articleCard, whereTheRestIs } from './article-card.js';
import { actions, button, section } from './blocks.js';
import { readAlongBlocks } from './read-along.js';
import { redactionWarning } from './redaction-warning.js';
import { actionIds, type View } from './view.js';

/** As many further articles as one row of buttons shows in every client. */
const maxFurther = 5;
/** What the warning and the row of further articles may take. */
const cardsRoom = { blocks: limits.blocks - 4, size: limits.blocksSize - 3_000 };

/**
 * The fix: one card an article, each with its own buttons. Cards are whole or not there: steps that end in the middle
 * help nobody. An article whose card has no room left gets a button that opens it.
 */
export const answerView: View<'answer'> = ({ answers, redactions, live, read }, shown) => {
  const [first, ...others] = answers;
  if (first === undefined) return [section('I recognised the problem, but its article is missing.')];
  const ids = answers.map(({ article }) => article.id);
  const cardOf = ({ article, match }: typeof first, row: string) => [
    ...articleCard(article, match.evidence),
    articleButtons(article, shown, row, {
      beside: ids.filter((id) => id !== article.id),
      canCheck: live !== undefined,
    }),
  ];
  const readAlong = readAlongBlocks(read, shown);
  const room = without(cardsRoom, readAlong);
  const cards: Block[] = fitBlocks(cardOf(first, 'answer-0'), room, whereTheRestIs(first.article));
  const further: Article[] = [];
  for (const [index, other] of others.slice(0, maxFurther).entries()) {
    const card = fitBlocks(cardOf(other, `answer-${index + 1}`), wholeMessage, '…');
    if (further.length === 0 && fits([...cards, { type: 'divider' }, ...card], room)) {
      cards.push({ type: 'divider' }, ...card);
    } else {
      further.push(other.article);
    }
  }
  return [
    ...cards.slice(0, 1),
    ...redactionWarning(redactions, shown),
    ...readAlong,
    ...cards.slice(1),
    ...furtherArticles(further, Math.max(0, others.length - maxFurther), shown.thread),
  ];
};

/** The room beside these blocks. */
function without({ blocks, size }: Room, taken: readonly Block[]): Room {
  return { blocks: blocks - taken.length, size: size - sizeOf(taken) };
}

/** Articles that have no card in this message, each with a button that opens it; `unnamed` more did not fit even so. */
export function furtherArticles(articles: readonly Article[], unnamed: number, thread: string): Block[] {
  if (articles.length === 0) return [];
  const titles = articles.map(({ title }) => `• ${escapeLine(cutPlain(title, titleLength))}`);
  const rest = unnamed === 0 ? [] : [`• … and ${unnamed} more: send the errors one at a time`];
  const buttons = articles.map(({ id, title }, index) =>
    button(`${actionIds.open}:${index}`, title, writeButtonValue({ does: 'open', thread, article: id })),
  );
  return [section(['*The text also shows:*', ...titles, ...rest].join('\n')), actions('further', buttons)];
}
