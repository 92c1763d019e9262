import type { Article } from '../../model/article.js';
import { type Block, fitBlocks, limits, type Message, toMessage } from '../limits.js';
import { mentionUser } from '../text.js';
import { articleButtons, articleCard, whereTheRestIs } from './article-card.js';
import { context } from './blocks.js';

/** Articles that somebody shared with the channel, and who it was. `thread` is the conversation they came from. */
export function sharedView(articles: readonly Article[], by: string, thread: string): Message {
  const room = {
    blocks: Math.floor((limits.blocks - 4) / Math.max(1, articles.length)),
    size: Math.floor((limits.blocksSize - 500) / Math.max(1, articles.length)),
  };
  const cards = articles.flatMap((article, index): Block[] => [
    ...(index === 0 ? [] : [{ type: 'divider' as const }]),
    ...fitBlocks(
      [...articleCard(article), articleButtons(article, { thread, ephemeral: false }, `shared-${index}`)],
      room,
      whereTheRestIs(article),
    ),
  ]);
  return toMessage([...cards, context(`Shared by ${mentionUser(by)}`)], '…');
}
