import { linkTo } from '../../desk/find-articles.js';
import type { Also } from '../../desk/reply.js';
import { type Block, fitBlocks, fits, limits, type Room, sizeOf, wholeMessage } from '../limits.js';
import { alsoBlocks } from './also.js';
import { articleButtons, articleCard, whereTheRestIs } from './article-card.js';
import { section } from './blocks.js';
import { readAlongBlocks } from './read-along.js';
import { redactionWarning } from './redaction-warning.js';
import type { View } from './view.js';

/** What the warning and the articles without a card may take. */
const cardsRoom = { blocks: limits.blocks - 4, size: limits.blocksSize - 3_000 };

/**
 * The fix: one card an article, each with its own buttons. Cards are whole or not there: steps that end in the middle
 * help nobody. An article whose card has no room left gets a button that opens it.
 */
export const answerView: View<'answer'> = ({ answers, redactions, live, read, also = [] }, shown) => {
  const [first, ...others] = answers;
  if (first === undefined) return [section('I recognised the problem, but its article is missing.')];
  const ids = [
    ...answers.map(({ article }) => article.id),
    ...also.flatMap(({ articles }) => articles.map(({ articleId }) => articleId)),
  ];
  const cardOf = ({ article, match }: typeof first, row: string) => [
    ...articleCard(article, match.evidence),
    articleButtons(article, shown, row, {
      beside: ids.filter((id) => id !== article.id),
      live: live === undefined ? undefined : { articles: [article.id] },
    }),
  ];
  const readAlong = readAlongBlocks(read, shown);
  const room = without(cardsRoom, [...readAlong, ...alsoBlocks(also, shown.thread)]);
  const cards: Block[] = fitBlocks(cardOf(first, 'answer-0'), room, whereTheRestIs(first.article));
  const further: Also[] = [];
  for (const [index, other] of others.entries()) {
    const card = fitBlocks(cardOf(other, `answer-${index + 1}`), wholeMessage, '…');
    if (further.length === 0 && fits([...cards, { type: 'divider' }, ...card], room)) {
      cards.push({ type: 'divider' }, ...card);
    } else {
      further.push({ articles: [linkTo(other.article)] });
    }
  }
  return [
    ...cards.slice(0, 1),
    ...redactionWarning(redactions, shown),
    ...readAlong,
    ...cards.slice(1),
    ...alsoBlocks([...further, ...also], shown.thread),
  ];
};

/** The room beside these blocks. */
function without({ blocks, size }: Room, taken: readonly Block[]): Room {
  return { blocks: blocks - taken.length, size: size - sizeOf(taken) };
}
