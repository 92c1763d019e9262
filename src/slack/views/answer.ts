import { type Block, fitBlocks, limits } from '../limits.js';
import { codeSpan, escapeLine } from '../text.js';
import { articleButtons, articleCard, whereTheRestIs } from './article-card.js';
import { context, section } from './blocks.js';
import { redactionWarning } from './redaction-warning.js';
import type { View } from './view.js';

/** More than three cards in one message would each be cut short; the others are named. */
const maxCards = 3;
/** What warning, dividers and the list of further articles may take. */
const reserved = { blocks: 6, json: 2_500 };

/** The fix: one card an article, each with its own buttons. */
export const answerView: View<'answer'> = ({ answers, redactions }, shown) => {
  const cards = answers.slice(0, maxCards);
  const room = {
    blocks: Math.floor((limits.blocks - reserved.blocks) / Math.max(1, cards.length)),
    json: Math.floor((limits.blocksJson - reserved.json) / Math.max(1, cards.length)),
  };
  const fitted = cards.map(({ article, match }, index) =>
    fitBlocks(
      [...articleCard(article, match.evidence), articleButtons(article, shown, `answer-${index}`)],
      room,
      whereTheRestIs(article.id),
    ),
  );
  const [first, ...others] = fitted;
  if (first === undefined) return [section('I recognised the problem, but its article is missing.')];
  return [
    ...first.slice(0, 1),
    ...redactionWarning(redactions),
    ...first.slice(1),
    ...others.flatMap((card): Block[] => [{ type: 'divider' }, ...card]),
    ...further(answers.slice(maxCards).map(({ article }) => article)),
  ];
};

function further(articles: readonly { readonly id: string; readonly title: string }[]): Block[] {
  if (articles.length === 0) return [];
  const lines = articles.slice(0, 5).map(({ id, title }) => `• ${escapeLine(title)}: ${codeSpan(`article ${id}`)}`);
  return [context([`The text also shows ${articles.length} more:`, ...lines].join('\n'))];
}
